/** The text of a subtitle as a tree: elements such as `<v Wren Hill>`, and text. */
export type CueNode =
  | { readonly type: 'text'; readonly value: string; readonly children?: undefined }
  | { readonly type: 'object'; readonly name: string; readonly value: string; readonly children?: readonly CueNode[] }
  | { readonly type: 'timestamp'; readonly value: number; readonly children?: undefined };
