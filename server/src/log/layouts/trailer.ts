import type { LogLine } from '../logLine.js';
import { endOfText, secondsOfDay } from './times.js';

/* Some programs write the time at the right margin, and subtitles end with a tag: both are behind what is said. */

/** What is behind what is said. */
export interface Trailer {
  /** Matches it at the end of a line; a stamp is its first group. */
  readonly pattern: RegExp;
}

/** How far from the end of a line a trailer is looked for, in UTF-16 units. */
export const longestTrailer = 120;

/** Where a trailer begins in the line of a text from `from` to `to`, and what it says of the time; undefined if there is none. */
export function trailerOf(
  { pattern }: Trailer,
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly stamp: Partial<LogLine> } | undefined {
  const end = endOfText(text, from, to);
  const start = Math.max(from, end - longestTrailer);
  const match = pattern.exec(text.slice(start, end));
  if (!match) return undefined;
  const at = start + match.index;
  const [whole, stamp] = match;
  if (stamp === undefined) return { from: at, stamp: {} };
  const timeStart = at + whole.lastIndexOf(stamp) - from;
  return { from: at, stamp: { time: secondsOfDay(stamp), timeStart, timeEnd: timeStart + stamp.length } };
}
