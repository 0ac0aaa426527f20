/** The kinds of parts of a report; how they look depends on the terminal. */
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

/** Highlights a part of a report, which must already be printable, for a terminal. */
export type Paint = (style: PaintStyle, text: string) => string;

/** For files, pipes and other programs: highlights nothing. */
export const plain: Paint = (_style, text) => text;
