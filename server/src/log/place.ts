/** A place between two characters of a log: 0-based line, 0-based UTF-16 offset in it. */
export interface Point {
  readonly line: number;
  readonly character: number;
}

/** A range in one line of a log: 0-based line, UTF-16 offsets, end exclusive. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Two points in the order in which they come in the log. */
export function inOrder(a: Point, b: Point): [Point, Point] {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
}
