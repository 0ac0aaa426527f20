/** The part of the package that is used; it has no types of its own. */
declare module 'webvtt-parser' {
  /** A cue’s text as a tree: elements such as `<v Wren Hill>`, and text. */
  export type VttNode =
    | { readonly type: 'text'; readonly value: string; readonly children?: undefined }
    | { readonly type: 'object'; readonly name: string; readonly value: string; readonly children?: readonly VttNode[] }
    | { readonly type: 'timestamp'; readonly value: number; readonly children?: undefined };

  export class WebVTTParser {
    /** Takes the texts of entities, by their names with `&` and `;`. */
    constructor(entities: Readonly<Record<string, string>>);
    parse(
      text: string,
      mode: 'subtitles' | 'chapters' | 'metadata',
    ): { readonly cues: readonly { readonly startTime: number; readonly tree: VttNode }[] };
  }
}
