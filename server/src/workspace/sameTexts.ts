import { type ComparedText, isSame, leastShare, shareOf } from './sameAction.js';

/**
 * Finds the same among many texts. Each text is stored under keys made of its rarest words, one of which all that are the same
 * have, and under these with each of its people. So only texts that share these words, and are for the same people or for no one
 * in particular, are compared: each costs about its own size, however many there are.
 */
export class SameTexts<T> {
  readonly #frequency = new Map<string, number>();
  readonly #texts = new Map<T, Stored>();
  readonly #sorted = new WeakMap<ReadonlySet<string>, readonly string[]>();
  readonly #byKey = new Map<string, Set<T>>();

  /** `all` are all the texts that will be added, which show how rare words are. */
  constructor(all: Iterable<ComparedText>) {
    for (const { words } of all) for (const word of words) this.#frequency.set(word, this.#count(word) + 1);
  }

  /** Adds a text under a name, instead of the one that it had. */
  set(name: T, text: ComparedText): void {
    this.delete(name);
    const keys = this.#storedKeys(text);
    this.#texts.set(name, { text, keys });
    for (const key of keys) {
      const known = this.#byKey.get(key);
      if (known) known.add(name);
      else this.#byKey.set(key, new Set([name]));
    }
  }

  delete(name: T): void {
    for (const key of this.#texts.get(name)?.keys ?? []) this.#byKey.get(key)?.delete(name);
    this.#texts.delete(name);
  }

  /** The name of the first text that is the same, among those that may be found; undefined if none is. */
  find(text: ComparedText, mayBe: (name: T) => boolean = () => true): T | undefined {
    const words = this.#byRarity(text);
    let rest = mostDifferent;
    for (const [name, other] of this.#near(text, [plainKey(text), ...keysOf(words, schemeOf(words.length))])) {
      if (!isSame(text, other)) {
        if (rest-- === 0) break;
      } else if (mayBe(name)) return name;
    }
    return undefined;
  }

  /** The name of a text that shares at least half of the words, although it is not the same; undefined if none does. */
  nearest(text: ComparedText): T | undefined {
    let best: { readonly share: number; readonly name: T } | undefined;
    let rest = mostNear;
    const words = this.#byRarity(text);
    for (const [name, other] of this.#near(text, words.slice(0, mostMissing(words.length, leastNear) + 1))) {
      if (rest-- === 0) break;
      const share = shareOf(text, other);
      if (share >= (best?.share ?? leastNear)) best = { share, name };
    }
    return best?.name;
  }

  /** Those with one of some keys that are for the same people, with their texts. */
  *#near(text: ComparedText, keys: readonly string[]): Generator<readonly [T, ComparedText]> {
    for (const key of keys.flatMap((one) => soughtKeys(one, text)))
      for (const name of this.#byKey.get(key) ?? []) yield [name, (this.#texts.get(name) as Stored).text];
  }

  /** A text is stored under its keys and words alone, and under each together with each person. */
  #storedKeys(text: ComparedText): string[] {
    const { people } = text;
    const words = this.#byRarity(text);
    const who = people.size === 0 || people.size > mostPeople ? [forAnyone] : [...people];
    const keys = [
      plainKey(text),
      ...words,
      ...[...schemesFor(words.length)].flatMap((scheme) => keysOf(words, scheme)),
    ];
    return keys.flatMap((key) => [key, ...who.map((person) => `${key}\n${person}`)]);
  }

  /** The words of a text, the rarest first, and always in the same order. */
  #byRarity({ words }: ComparedText): readonly string[] {
    let sorted = this.#sorted.get(words);
    if (!sorted) {
      sorted = [...words].sort((a, b) => this.#count(a) - this.#count(b) || (a < b ? -1 : 1));
      this.#sorted.set(words, sorted);
    }
    return sorted;
  }

  #count(word: string): number {
    return this.#frequency.get(word) ?? 0;
  }
}

interface Stored {
  readonly text: ComparedText;
  readonly keys: readonly string[];
}

/** How many texts that are not the same are compared: more share their rarest words only if all of their words are common. */
const mostDifferent = 500;
/** The share that makes a text worth mentioning, and how many are compared for that. */
const leastNear = 0.5;
const mostNear = 200;

/*
 * Texts that share enough words also share some of their rarest: if two lack at most N of each other's words, then among the N+K
 * rarest of one are K of the N+K rarest of the other.
 */

/** How keys are made: of all words, of each three of the rarest, or of each of the rarest. */
type Scheme = 'all' | 'threes' | 'words';

/** Of so few words, none can be another. */
const fewWords = 3;
/** Of more words, there would be too many threes. */
const manyWords = 15;

function schemeOf(count: number): Scheme {
  if (count <= fewWords) return 'all';
  return count <= manyWords ? 'threes' : 'words';
}

/** The schemes by which texts may be sought that are the same as one with so many words. */
function schemesFor(count: number): Set<Scheme> {
  return new Set([schemeOf(Math.ceil(count * leastShare)), schemeOf(count), schemeOf(Math.floor(count / leastShare))]);
}

/** How many of some words another text may lack that shares so much. */
function mostMissing(count: number, share: number): number {
  // 0.8 is not a binary fraction.
  return Math.floor(count * (1 - share) + 1e-9);
}

/** The keys of words, the rarest of which is the first. No word contains a space. */
function keysOf(words: readonly string[], scheme: Scheme): string[] {
  const missing = mostMissing(words.length, leastShare);
  if (scheme === 'words') return words.slice(0, missing + 1);
  if (scheme === 'all') return words.length === 0 ? [] : [`${words.join(' ')} `];
  const rare = words.slice(0, missing + 3);
  return rare.flatMap((a, first) =>
    rare.slice(first + 1).flatMap((b, second) => rare.slice(first + second + 2).map((c) => `${a} ${b} ${c}`)),
  );
}

/** Texts without longer words are found by all of them; no word contains a line break. */
function plainKey({ plain }: ComparedText): string {
  return `\n${plain}`;
}

/** An action for more people is found whomever is asked for. */
const mostPeople = 10;
const forAnyone = '*';

function soughtKeys(key: string, { people }: ComparedText): string[] {
  if (people.size === 0 || people.size > mostPeople) return [key];
  return [forAnyone, ...people].map((person) => `${key}\n${person}`);
}
