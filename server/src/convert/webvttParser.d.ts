/** The part of the package that is used; it has no types of its own. */
declare module 'webvtt-parser' {
  const webvtt: {
    /** Takes the texts of entities, by their names with `&` and `;`. */
    readonly WebVTTParser: new (
      entities: Readonly<Record<string, string>>,
    ) => {
      parse(
        text: string,
        mode: 'subtitles' | 'chapters' | 'metadata',
      ): { readonly cues: readonly { readonly startTime: number; readonly tree: import('./cueTree.js').CueNode }[] };
    };
  };
  export = webvtt;
}
