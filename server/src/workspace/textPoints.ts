import type { Point } from '../log/place.js';
import { firstNotAbove } from '../meeting/sorted.js';

/** Finds the points of a text that offsets are at, all in UTF-16 units. Lines end as in the Language Server Protocol. */
export function pointsIn(text: string): (offset: number) => Point {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    const line = firstNotAbove(starts, offset + 1, (start) => start) - 1;
    return { line, character: offset - (starts[line] ?? 0) };
  };
}
