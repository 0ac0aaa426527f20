import { namesOfNick } from '../../meeting/identity.js';
import { cleanNick } from '../../minutes/escape/clean.js';
import type { Minutes } from '../../minutes/minutes.js';
import type { Person } from '../projectFile.js';
import type { Said } from './meetingFacts.js';

/** Who was at a meeting, by all of their names. A person is the folded nick by which they were first met. */
export class PeopleFacts {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  readonly #byNick = new Map<string, number[]>();
  readonly #first = new Map<string, number>();
  readonly #minutes: readonly Minutes[];
  readonly chairs: ReadonlySet<string>;

  /** `aliases` are other names of people, and their nicks; `known` are those of a project, under all their names. */
  constructor(
    minutes: readonly Minutes[],
    said: readonly Said[],
    aliases: Iterable<readonly [string, string]>,
    known: readonly Person[],
  ) {
    this.#minutes = minutes;
    for (const { name, nicks } of known) for (const one of [name, ...nicks]) this.#name(one, name.toLowerCase());
    for (const { people } of minutes) for (const { nick, lines } of people) this.#meet(nick, lines);
    for (const { nick, line } of said) {
      this.#meet(nick);
      const person = this.of(nick);
      if (person !== undefined && !this.#first.has(person)) this.#first.set(person, line);
    }
    for (const [name, nick] of aliases) this.#name(cleanNick(name), this.of(nick) ?? nick.toLowerCase());
    const chairs = minutes.flatMap((one) => [...one.chairs, one.owner ?? []].flat());
    this.chairs = new Set(chairs.map((nick) => this.of(nick) ?? nick.toLowerCase()));
  }

  /** Whom a name means; undefined if no one. */
  of(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }

  get names(): Iterable<string> {
    return this.#names.keys();
  }

  /** Who may have started the meeting. */
  get owners(): string[] {
    return this.#minutes.flatMap(({ owner }) => owner ?? []);
  }

  /** How many lines someone said, by a nick of theirs or all; empty if unknown. */
  linesOf(person: string, nick: string): readonly number[] {
    return this.#byNick.get(nick.toLowerCase()) ?? this.#counts.get(person) ?? [];
  }

  /** The first line that someone said. */
  firstLineOf(person: string): number | undefined {
    return this.#first.get(person);
  }

  #meet(nick: string, lines?: number): void {
    const folded = nick.toLowerCase();
    if (!this.#names.has(folded)) {
      const names = namesOfNick(nick).map((name) => name.toLowerCase());
      const known = names.map((name) => this.#names.get(name)).find((person) => person !== undefined);
      for (const name of names) this.#name(name, known ?? folded);
    }
    if (lines === undefined) return;
    const person = this.of(nick) ?? folded;
    for (const [map, key] of [
      [this.#counts, person],
      [this.#byNick, folded],
    ] as const)
      map.set(key, [...(map.get(key) ?? []).slice(0, 20), lines]);
  }

  #name(name: string, person: string): void {
    const folded = name.toLowerCase();
    if (folded !== '' && !this.#names.has(folded)) this.#names.set(folded, person);
  }
}

/** How alike a nick and the words of a full name must be: `tspindler` and Tim Spindler, `gmcharlt` and Galen Charlton. */
export function isNickOf(nick: string, words: readonly string[]): boolean {
  const bare = nick.replace(/[^\p{L}]/gu, '');
  if (bare.length < 3) return false;
  return words.some((word) => {
    if (word.length < 3) return false;
    const part = word.slice(0, Math.max(3, Math.min(word.length, 6)));
    return bare.includes(part) || (bare.length >= 4 && word.startsWith(bare));
  });
}
