/** What a part of a report is; how that looks is for the terminal to know. */
export type PaintStyle =
  | 'name'
  | 'place'
  | 'aside'
  | 'decision'
  | 'action'
  | 'error'
  | 'warning'
  | 'information'
  | 'hint';

/** Marks a part of a report, which is printable already, for whoever reads it on a terminal. */
export type Paint = (style: PaintStyle, text: string) => string;

/** For files, pipes and other programs: nothing is marked. */
export const plain: Paint = (_style, text) => text;
