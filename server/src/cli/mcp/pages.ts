import { NoAnswer } from './noAnswer.js';

/*
 * Answers are bounded: a page of entries, or a part of a text, and how to get more.
 */

/** A part of a list. */
export interface Page<T> {
  readonly entries: T[];
  /** How many there are in all. */
  readonly total: number;
  /** The cursor of the next page; null if this is the last. */
  readonly next: string | null;
}

/** What someone asks for: where to begin, and how many. */
export interface PageChoice {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page has at most about this many characters of JSON, however many entries are asked for. */
const mostCharacters = 60_000;

/** A page of a list. `entryOf` makes the entries of the page from its elements; its entries must be bounded. */
export function pageOf<S, T>(all: readonly S[], { cursor, limit }: PageChoice, entryOf: (one: S) => T): Page<T> {
  const start = startOf(cursor, all.length);
  const entries: T[] = [];
  let characters = 0;
  for (const one of all.slice(start, start + limit)) {
    const entry = entryOf(one);
    characters += JSON.stringify(entry).length;
    if (entries.length > 0 && characters > mostCharacters) break;
    entries.push(entry);
  }
  const end = start + entries.length;
  return { entries, total: all.length, next: end < all.length ? String(end) : null };
}

/** A part of a text. */
export interface TextPart {
  readonly text: string;
  /** Where it begins, and how long the whole text is, in UTF-16 units. */
  readonly start: number;
  readonly total: number;
  readonly next: string | null;
}

/** A part of a text, which ends with a line if one ends in its second half, and never within a character. */
export function partOf(text: string, { cursor, limit }: PageChoice): TextPart {
  const start = startOf(cursor, text.length);
  const end = endOf(text, start, start + limit);
  return { text: text.slice(start, end), start, total: text.length, next: end < text.length ? String(end) : null };
}

function endOf(text: string, start: number, most: number): number {
  if (most >= text.length) return text.length;
  const lineEnd = text.lastIndexOf('\n', most - 1) + 1;
  if (lineEnd > (start + most) / 2) return lineEnd;
  const isWithin = /[\ud800-\udbff]/.test(text.charAt(most - 1)) && most - 1 > start;
  return isWithin ? most - 1 : most;
}

function startOf(cursor: string | undefined, total: number): number {
  const start = Number(cursor ?? 0);
  if (!/^\d{1,12}$/.test(cursor ?? '0') || (start > 0 && start >= total))
    throw new NoAnswer('There is no such cursor. Use “next” of the last answer with the same other arguments.');
  return start;
}

/** How to get what is left, for the one who asked; null if nothing is. */
export function howToGoOn(next: string | null): string | null {
  return next === null ? null : `Call this tool with the same arguments and with cursor “${next}” to get more.`;
}
