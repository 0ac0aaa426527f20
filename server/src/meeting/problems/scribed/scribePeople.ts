import { isBotName } from '../../dialects/scribeBots.js';
import { folded, namesIn, nickKey } from '../../scribe/nameLists.js';
import type { Scribed } from '../../scribe/readScribed.js';
import type { Shown } from '../../scribe/shown.js';
import { slipDistance } from '../../slipDistance.js';

/*
 * The people of a meeting with a scribe, by all that they may be called: nicks, names, their words and initials. The tools compare
 * whole names; people do not, so a problem is reported only if nothing here fits.
 */

/** The words of a name as they are compared: without case, marks and signs. `IvanHerman` and `Ivan_Herman` have two. */
export function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, '');
  const apart = plain.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return (apart.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase());
}

/** Names that a shorter or a longer form may mean. */
class NameIndex {
  readonly #keys = new Set<string>();
  readonly #starts = new Set<string>();

  add(name: string): void {
    const words = wordsOf(name);
    const joined = words.join('');
    for (const key of [folded(name), nickKey(name), joined, initials(words), ...words, ...shortForms(words)]) {
      if (key === '') continue;
      this.#keys.add(key);
      for (let length = fewest; length <= Math.min(key.length, longest); length++)
        this.#starts.add(key.slice(0, length));
    }
  }

  /** Whether a name may be one of these. */
  has(name: string): boolean {
    const words = wordsOf(name);
    const joined = words.join('');
    return (
      this.#keys.has(nickKey(name)) ||
      this.#keys.has(joined) ||
      this.#starts.has(joined) ||
      words.some((word) => word.length >= 2 && (this.#keys.has(word) || this.#starts.has(word))) ||
      shortForms(words).some((form) => this.#keys.has(form)) ||
      (words.length > 1 && this.#keys.has(initials(words))) ||
      this.#hasStartOf(joined)
    );
  }

  /** Whether one of these is the beginning of a name. */
  #hasStartOf(joined: string): boolean {
    for (let length = fewest; length < Math.min(joined.length, longest); length++) {
      if (this.#keys.has(joined.slice(0, length))) return true;
    }
    return false;
  }
}

/** The shortest beginning of a name that may mean it, and the longest that is compared, in UTF-16 units. */
const fewest = 3;
const longest = 40;

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}

/** `jdoe`, `janed` and `doe` for `Jane Doe`. */
function shortForms(words: readonly string[]): string[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  return [`${first[0]}${last}`, `${first}${last[0]}`, `${last}${first[0]}`];
}

export class ScribePeople {
  /** Those who were present at some time. */
  readonly present = new NameIndex();
  /** Everyone: also nicks, scribes, chairs, and those who sent regrets. */
  readonly all = new NameIndex();
  /** The nicks that say something, without bots, by key. */
  readonly nicks = new Map<string, string>();
  /** How often each speaker has a speech, by folded name. */
  readonly speeches = new Map<string, number>();
  /** Speakers, by folded name, whose speeches go on over several lines. */
  readonly goingOn = new Set<string>();
  /** The first letters of those present. */
  readonly presentInitials = new Set<string>();
  readonly #presentWords = new Set<string>();

  constructor({ state, nicks, rules }: Scribed) {
    for (const nick of nicks) this.#addNick(nick);
    for (const { role, name, on } of state.roster.changes) {
      if (name === '' || name === '*') continue;
      this.all.add(name);
      if (role === 'present' && on) this.#addPresent(name);
    }
    for (const [index, { text, nick }] of state.records.entries()) {
      // Who adds one name may be giving the own.
      if (rules[index] === 'present-add' && namesIn(labelled(text)).length === 1) this.#addPresent(nick);
    }
    for (const shown of state.shown) this.#addSpeech(shown);
  }

  #addNick(nick: string): void {
    if (isBotName(nick)) return;
    this.nicks.set(nickKey(nick), nick);
    this.all.add(nick);
  }

  #addSpeech({ kind, speaker, lines }: Shown): void {
    if (kind !== 'speech' || speaker === undefined) return;
    const key = folded(speaker);
    this.speeches.set(key, (this.speeches.get(key) ?? 0) + 1);
    if (lines.length > 1) this.goingOn.add(key);
  }

  #addPresent(name: string): void {
    this.present.add(name);
    for (const word of wordsOf(name)) {
      this.#presentWords.add(word);
      this.presentInitials.add(word.slice(0, 1));
    }
  }

  /** Whether anyone was ever present. */
  get isAnyonePresent(): boolean {
    return this.presentInitials.size > 0;
  }

  /** Whether a name is one typing error away from someone present, or that cannot be told. */
  isNearPresent(name: string, scope: { comparisons: number }): boolean {
    const joined = wordsOf(name).join('');
    if (joined.length < 5 || joined.length > longest) return false;
    scope.comparisons -= this.#presentWords.size;
    if (scope.comparisons <= 0) return true;
    return [...this.#presentWords].some((word) => slipDistance(joined, word, 1) <= 1);
  }

  /** Whether a nick says something, apart from case and `_`. */
  speaks(nick: string): boolean {
    return this.nicks.has(nickKey(nick));
  }
}

function labelled(text: string): string {
  return text.replace(/^[^:+=]*[:+=：]+/, '');
}
