import { outOfRange } from '../indexing.js';
import { rowEnds } from '../lineEnds.js';

/**
 * Some rows of a log: the text that contains them, starting at `from`, where each ends in it, and what is known about each (see
 * `columns`), if anything. The text may contain more: the blocks of a newly opened log share one text.
 */
export interface Rows {
  readonly text: string;
  readonly from: number;
  readonly ends: Int32Array;
  readonly numbers: Int32Array | undefined;
}

/** Instead of a kind: the row has not been read yet. */
export const notRead = -1;

/**
 * How many numbers are stored for a row: its kind, the number of its nick (-1 until first access), its time (-1 for none), and
 * the start and end of its time, nick and text.
 */
export const columns = 9;

/** The unread rows of a text. `isPart` as in `rowEnds`. */
export function unreadRows(text: string, isPart = false): Rows {
  return { text, from: 0, ends: rowEnds(text, isPart), numbers: undefined };
}

/** All rows of some parts, in order, in a new text. */
export function joinRows(parts: readonly Rows[]): Rows {
  const size = parts.reduce((sum, { ends }) => sum + ends.length, 0);
  const ends = new Int32Array(size);
  const numbers = new Int32Array(size * columns);
  let row = 0;
  let text = '';
  for (const part of parts) {
    if (part.numbers) numbers.set(part.numbers, row * columns);
    else numbers.fill(notRead, row * columns, (row + part.ends.length) * columns);
    const shift = text.length - part.from;
    for (const end of part.ends) ends[row++] = end + shift;
    text += part.text.slice(part.from, part.ends.at(-1) ?? part.from);
  }
  return { text, from: 0, ends, numbers };
}

/** Where a row begins in its text. */
export function rowStart({ from, ends }: Rows, row: number): number {
  return row === 0 ? from : (ends[row - 1] ?? outOfRange(row, ends.length));
}

/** Rows `from` to `to` (exclusive) with all that is known of them. */
export function cutRows(rows: Rows, from: number, to: number): Rows {
  return {
    text: rows.text,
    from: rowStart(rows, from),
    ends: rows.ends.subarray(from, to),
    numbers: rows.numbers?.slice(from * columns, to * columns),
  };
}

/** The rows, each with its line end. */
export function* rowsOf({ text, from, ends }: Rows): Generator<string> {
  let start = from;
  for (const end of ends) {
    yield text.slice(start, end);
    start = end;
  }
}
