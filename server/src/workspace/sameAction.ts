import { folded } from '../meeting/nameWords.js';
import { trimmedBy } from './trimmedBy.js';

/*
 * When two actions of different meetings are the same: their texts are equal except for case, punctuation, nicks and links, or
 * they share nearly all of their words. Nobody copies the words of the last meeting exactly.
 */

/** The words of an action by which it is compared. */
export interface ComparedText {
  /** Without punctuation, nicks and links, in lower case; if nothing remains, with the latter. */
  readonly plain: string;
  /** The starts of its longer words, and its numbers, each once. */
  readonly words: ReadonlySet<string>;
  /** The keys of the people who have to do it; empty if unknown. */
  readonly people: ReadonlySet<string>;
}

/** Shorter words say little. */
const fewestLetters = 4;
/** "orders" and "to order" are one word. */
const comparedLetters = 5;
/** The share of the words that must be equal, of whichever text has more. */
export const leastShare = 0.8;
const link = /^[("<[]*[a-z][a-z\d+.-]{1,20}:\/\//i;
/** "bob oils", "bob to oil" and "bob will oil" are the same promise. */
const intent = new Set(['to', 'will']);
const edge = /[^\p{L}\p{N}_@]/u;
const end = /[^\p{L}\p{N}_\]]/u;
const wordOrNumber = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Prepares an action for comparison. `isName` knows the nicks and names of people, folded. */
export function comparedText(
  text: string,
  people: ReadonlySet<string>,
  isName: (name: string) => boolean,
): ComparedText {
  const said = text.normalize('NFKC').toLowerCase();
  const kept = said
    .split(/\s+/)
    .filter((one) => !link.test(one) && !isName(folded(trimmedBy(one, edge, end))))
    .join(' ');
  const words = (kept.match(wordOrNumber) ?? []).map(bare).filter((word) => !intent.has(word));
  const long = words.filter((word) => word.length >= fewestLetters || /^\p{N}/u.test(word));
  return {
    plain: words.join(' ') || said.trim(),
    words: new Set(long.map((word) => (/^\p{N}/u.test(word) ? word : word.slice(0, comparedLetters)))),
    people,
  };
}

/** A word without the ending of "orders" and "ladders". */
function bare(word: string): string {
  return /[^s]s$/.test(word) && word.length >= fewestLetters ? word.slice(0, -1) : word;
}

/** Whether two texts are the same action. */
export function isSame(a: ComparedText, b: ComparedText): boolean {
  return !contradict(a, b) && (a.plain === b.plain || (mayShare(a, b) && shareOf(a, b) >= leastShare));
}

/** Whether two texts have so many words that they can share enough. */
function mayShare({ words: a }: ComparedText, { words: b }: ComparedText): boolean {
  return Math.min(a.size, b.size) >= leastShare * Math.max(a.size, b.size);
}

/** Whether both are for certain people, and no one has to do both. */
function contradict({ people: a }: ComparedText, { people: b }: ComparedText): boolean {
  return a.size > 0 && b.size > 0 && !hasCommon(a, b);
}

function hasCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

/** The share of common words, from 0 to 1. */
export function shareOf({ words: a }: ComparedText, { words: b }: ComparedText): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let common = 0;
  for (const word of few) if (many.has(word)) common++;
  return common / many.size;
}
