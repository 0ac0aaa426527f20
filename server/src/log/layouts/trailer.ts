import type { LogLine } from '../logLine.js';
import { endOfText, secondsOfDay } from './times.js';

/*
 * Some programs write the time at the right margin, and subtitles end with a tag: what is behind what is said.
 */

/** What is behind what is said. */
export interface Trailer {
  /** Matches it at the end of a line; a time is its first group. */
  readonly pattern: RegExp;
}

/** How far from the end of a line it is looked for, in UTF-16 units. */
const longest = 120;
/** The time, behind a wide gap. */
const atMargin = /[ \t]{1,100}[[(<]?(\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)[\])>]?$/;
const closingTag = /<\/[a-z]{1,8}(?:\.[\w.]{1,30})?>$/;

/** Where a trailer begins in the line of a text from `from` to `to`, and what it says of the time; undefined if there is none. */
export function trailerOf(
  { pattern }: Trailer,
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly stamp: Partial<LogLine> } | undefined {
  const end = endOfText(text, from, to);
  const start = Math.max(from, end - longest);
  const match = pattern.exec(text.slice(start, end));
  if (!match) return undefined;
  const at = start + match.index;
  const [whole, stamp] = match;
  if (stamp === undefined) return { from: at, stamp: {} };
  const timeStart = at + whole.lastIndexOf(stamp) - from;
  const time = secondsOfDay(stamp);
  return time === undefined ? undefined : { from: at, stamp: { time, timeStart, timeEnd: timeStart + stamp.length } };
}

/** The share of messages that must have a trailer, and how many these must be. */
const enough = 0.8;
const fewest = 3;

/** The trailer of the messages among some lines; undefined if they have none. `rows` are their texts. */
export function trailerIn(rows: readonly string[], lines: readonly LogLine[]): Trailer | undefined {
  const said = lines.flatMap(({ kind, time }, index) => (kind === 'message' ? { row: rows[index] ?? '', time } : []));
  const isFound = (pattern: RegExp, isTimed: boolean) => {
    const found = said.filter(
      ({ row, time }) => (!isTimed || time === undefined) && pattern.test(row.slice(-longest).trimEnd()),
    );
    return found.length >= Math.max(fewest, said.length * enough);
  };
  const pattern = isFound(atMargin, true) ? atMargin : isFound(closingTag, false) ? closingTag : undefined;
  return pattern && { pattern };
}
