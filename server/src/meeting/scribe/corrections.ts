import type { ChatRecord } from './record.js';

/* Corrections: `s/old/new/`, with `g` for every line above and `G` for every line, and `i/where/new line/`. */

/** The parts of a correction. */
export interface CorrectionParts {
  readonly command: 's' | 'i';
  readonly delimiter: string;
  /** Empty if the correction is malformed. */
  readonly old: string;
  /** Where that is in the text: a UTF-16 offset. */
  readonly oldStart: number;
  readonly new: string;
  readonly flag: '' | 'g' | 'G';
}

/**
 * Reads a correction; undefined if a text is none. OLD ends at the second delimiter, and NEW is as short as what may follow it
 * allows: a delimiter, `g` or `G` right behind it, and spaces. So `s/a/b/ g` writes `b/ g`.
 */
export function correctionIn(text: string): CorrectionParts | undefined {
  const start = firstLetter(text);
  const command = text[start];
  const delimiter = text[start + 1];
  if ((command !== 's' && command !== 'i') || (delimiter !== '/' && delimiter !== '|')) return undefined;
  const oldStart = start + 2;
  const second = text.indexOf(delimiter, oldStart);
  if (second < 0) return undefined;
  const { end, flag } = newEnd(text, second + 1, delimiter);
  return { command, delimiter, old: text.slice(oldStart, second), oldStart, new: text.slice(second + 1, end), flag };
}

function newEnd(text: string, from: number, delimiter: string): { end: number; flag: '' | 'g' | 'G' } {
  let end = text.length;
  while (end > from && text.charCodeAt(end - 1) === 32) end--;
  const last = text[end - 1];
  if (end - 1 >= from && last === delimiter) return { end: end - 1, flag: '' };
  const isFlagged = (last === 'g' || last === 'G') && end - 2 >= from && text[end - 2] === delimiter;
  return isFlagged ? { end: end - 2, flag: last } : { end: text.length, flag: '' };
}

function firstLetter(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** A correction and what it did. */
export interface Correction extends CorrectionParts {
  readonly record: ChatRecord;
  readonly isDone: boolean;
  /** What it changed or inserted, in order; empty if it failed. */
  readonly changes: readonly Change[];
  /** Whether it would have made more text than the limit allows, and was left undone for that. */
  readonly isTooMuch?: true;
}

/** What a correction did to one record. */
export interface Change {
  /** What it changed, or what it put a record in front of. */
  readonly target: ChatRecord;
  /** The text before; undefined for a record that it inserted. */
  readonly before: string | undefined;
  readonly after: string;
}
