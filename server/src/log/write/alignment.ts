import type { LogLine } from '../logLine.js';

/* Some programs put all nicks into a column, from the left or from the right, with blanks before or behind them. */

/** Which side of nicks is in a column. */
export type Alignment = 'left' | 'right' | undefined;

/** A line and its reading. */
export interface ReadRow {
  readonly row: string;
  readonly line: LogLine;
}

/**
 * The alignment of nicks in rows of the same kind, judging by nicks of different lengths; or by the blanks around a single one.
 */
export function alignmentOf(rows: readonly ReadRow[]): Alignment {
  const lengths = new Set(rows.map(({ line }) => line.nickEnd - line.nickStart));
  if (lengths.size > 1) {
    if (isColumn(rows.map(({ line }) => line.nickEnd - line.timeEnd))) return 'right';
    return isColumn(rows.map(({ line }) => line.textStart - line.timeEnd)) ? 'left' : undefined;
  }
  const [first] = rows;
  if (!first) return undefined;
  const { row, line } = first;
  if (/[ ]{3}$/.test(row.slice(line.timeEnd, line.nickStart))) return 'right';
  return /^[ ]{2}/.test(row.slice(line.nickEnd, line.textStart)) ? 'left' : undefined;
}

function isColumn(ends: readonly number[]): boolean {
  return new Set(ends).size === 1;
}

/** What is before a nick, so that the nick, which is longer by some units, ends where the other one did. */
export function alignedBefore(before: string, by: number): string {
  return withBlanks(before, / +(?=[^ ]?$)/, by, before.trim() === '' ? 1 : 0);
}

/** What is behind a nick, so that the text begins where it did. */
export function alignedBehind(behind: string, by: number): string {
  return withBlanks(
    behind,
    /^ +/.test(behind) ? /^ +/ : / {1,64}$/,
    by,
    /^ /.test(behind) && behind.trim() !== '' ? 0 : 1,
  );
}

function withBlanks(text: string, run: RegExp, by: number, least: number): string {
  if (!run.test(text) && by < 0) return /^[^ ]/.test(text) && least === 0 ? ' '.repeat(-by) + text : text;
  return text.replace(run, (blanks) => ' '.repeat(Math.max(least, blanks.length - by)));
}
