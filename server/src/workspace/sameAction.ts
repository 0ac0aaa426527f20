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
const leastShare = 0.8;
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
  return !contradict(a, b) && (a.plain === b.plain || shareOf(a, b) >= leastShare);
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

/**
 * Finds the same among many texts. Two texts that share nearly all words share one of their rarest, so only texts with one of
 * these, and for the same people or for no one in particular, are compared: each costs about its own size, however many there
 * are.
 */
export class SameTexts<T> {
  readonly #frequency = new Map<string, number>();
  readonly #texts = new Map<T, ComparedText>();
  readonly #byKey = new Map<string, Set<T>>();

  /** `all` are all the texts that will be added, which show how rare words are. */
  constructor(all: Iterable<ComparedText>) {
    for (const { words } of all) for (const word of words) this.#frequency.set(word, this.#count(word) + 1);
  }

  /** Adds a text under a name, instead of the one that it had. */
  set(name: T, text: ComparedText): void {
    this.delete(name);
    this.#texts.set(name, text);
    for (const key of storedKeys(text)) {
      const known = this.#byKey.get(key);
      if (known) known.add(name);
      else this.#byKey.set(key, new Set([name]));
    }
  }

  delete(name: T): void {
    const text = this.#texts.get(name);
    if (!text) return;
    this.#texts.delete(name);
    for (const key of storedKeys(text)) this.#byKey.get(key)?.delete(name);
  }

  /** The name of the first text that is the same, among those that may be found; undefined if none is. */
  find(text: ComparedText, mayBe: (name: T) => boolean = () => true): T | undefined {
    for (const [name, other] of this.#near(text, leastShare)) if (isSame(text, other) && mayBe(name)) return name;
    return undefined;
  }

  /** The name of a text that shares at least half of the words, although it is not the same; undefined if none does. */
  nearest(text: ComparedText): T | undefined {
    let best: { readonly share: number; readonly name: T } | undefined;
    let rest = mostNear;
    for (const [name, other] of this.#near(text, leastNear)) {
      if (rest-- === 0) break;
      const share = shareOf(text, other);
      if (share >= (best?.share ?? leastNear)) best = { share, name };
    }
    return best?.name;
  }

  /** Those that may share this much, with their texts. */
  *#near(text: ComparedText, share: number): Generator<readonly [T, ComparedText]> {
    const byRarity = [...text.words].sort((a, b) => this.#count(a) - this.#count(b));
    const rarest = byRarity.slice(0, byRarity.length - Math.ceil(share * byRarity.length) + 1);
    for (const key of [plainKey(text), ...rarest].flatMap((word) => soughtKeys(word, text)))
      for (const name of this.#byKey.get(key) ?? []) yield [name, this.#texts.get(name) as ComparedText];
  }

  #count(word: string): number {
    return this.#frequency.get(word) ?? 0;
  }
}

/** The share that makes a text worth mentioning, and how many are compared for that. */
const leastNear = 0.5;
const mostNear = 200;

/** Texts without longer words are found by all of them; no word contains a line break. */
function plainKey({ plain }: ComparedText): string {
  return `\n${plain}`;
}

/** An action for more people is found whomever is asked for. */
const mostPeople = 10;
const forAnyone = '*';

/** A text is stored under its words alone, and under each together with each person. */
function storedKeys(text: ComparedText): string[] {
  const { words, people } = text;
  const who = people.size === 0 || people.size > mostPeople ? [forAnyone] : [...people];
  return [plainKey(text), ...words].flatMap((word) => [word, ...who.map((person) => `${word}\n${person}`)]);
}

function soughtKeys(word: string, { people }: ComparedText): string[] {
  if (people.size === 0 || people.size > mostPeople) return [word];
  return [forAnyone, ...people].map((person) => `${word}\n${person}`);
}
