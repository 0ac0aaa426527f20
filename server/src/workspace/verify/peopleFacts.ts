import { namesOfNick } from '../../meeting/identity.js';
import { cleanNick } from '../../minutes/escape/clean.js';
import type { Minutes, MinutesScribe } from '../../minutes/minutes.js';
import type { Person } from '../projectFile.js';
import { trimmedBy } from '../trimmedBy.js';
import type { Said } from './meetingFacts.js';

/** Who was at a meeting, by all of their names. A person is the folded nick by which they were first met. */
export class PeopleFacts {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number[]>();
  readonly #byNick = new Map<string, number[]>();
  readonly #first = new Map<string, number>();
  readonly #minutes: readonly Minutes[];
  #likes: Likes | undefined;
  /** People by what their names look like. */
  #looks: ReadonlyMap<string, string> | undefined;
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
    for (const { nick, line } of said) this.#hear(nick, line);
    for (const name of minutes.flatMap(({ scribe }) => (scribe ? namesIn(scribe) : []))) this.#list(name);
    for (const [name, nick] of aliases) this.#name(cleanNick(name), this.of(nick) ?? nick.toLowerCase());
    const chairs = minutes.flatMap((one) => [...one.chairs, one.owner ?? []].flat());
    this.chairs = new Set(chairs.map((nick) => this.of(nick) ?? nick.toLowerCase()));
  }

  /** Whom a name means; undefined if no one. */
  of(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }

  /**
   * Whose nick is like the words of a full name: `tspindler` is like Tim Spindler, `gmcharlt` like Galen Charlton. A word's first
   * letters are in the nick, or the nick is how the word begins.
   */
  like(words: readonly string[]): string | undefined {
    this.#likes ??= likesOf(this.#names.keys());
    const { byPart, whole } = this.#likes;
    let first: Like | undefined;
    for (const word of words) {
      if (word.length < shortest) continue;
      const starts = Array.from({ length: Math.max(0, Math.min(word.length, mostLetters) - 3) }, (_, at) =>
        word.slice(0, at + 4),
      );
      for (const like of [byPart.get(word.slice(0, longest)), ...starts.map((start) => whole.get(start))])
        if (like && (!first || like.rank < first.rank)) first = like;
    }
    return first && this.of(first.name);
  }

  /** Whom a name means that is written as it sounds, such as `belinda` for `be|inda`. */
  lookingLike(name: string): string | undefined {
    this.#looks ??= new Map([...this.#names].reverse().map(([known, person]) => [lookOf(known), person]));
    const look = lookOf(name);
    return look.length < 4 ? undefined : this.#looks.get(look);
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

  /** Meets someone who says something on a line. */
  #hear(nick: string, line: number): void {
    this.#meet(nick);
    const person = this.of(nick);
    if (person !== undefined && !this.#first.has(person)) this.#first.set(person, line);
  }

  /** Meets someone in a list of a scribe's meeting, who need not have said anything. */
  #list(name: string): void {
    this.#meet(name);
    const person = this.of(name) ?? name.toLowerCase();
    // Lists of minutes are read without what looks like markup.
    for (const one of [name, trimmedBy(name, /\W/, /\W/)]) this.#name(one, person);
  }

  #name(name: string, person: string): void {
    const folded = name.toLowerCase();
    if (folded !== '' && !this.#names.has(folded)) this.#names.set(folded, person);
  }
}

function namesIn({ present, chairs, scribes }: MinutesScribe): readonly string[] {
  return [...present, ...chairs, ...scribes];
}

/** How long the parts of names are by which they are like nicks. */
const shortest = 3;
const longest = 6;

/** Every part of a nick by which words may be like it. */
function partsOf(bare: string): Iterable<string> {
  const parts = new Set<string>();
  for (let length = shortest; length <= longest; length++)
    for (let at = 0; at + length <= bare.length; at++) parts.add(bare.slice(at, at + length));
  return parts;
}

/** A name, and how many were met before it. */
interface Like {
  readonly name: string;
  readonly rank: number;
}

/** Names by their parts, and by all of their letters; the first counts. */
interface Likes {
  readonly byPart: ReadonlyMap<string, Like>;
  readonly whole: ReadonlyMap<string, Like>;
}

/** Longer nicks are no words. */
const mostLetters = 40;

function likesOf(names: Iterable<string>): Likes {
  const byPart = new Map<string, Like>();
  const whole = new Map<string, Like>();
  let rank = 0;
  for (const name of names) {
    const like = { name, rank: rank++ };
    const bare = name.replace(/[^\p{L}]/gu, '');
    for (const part of partsOf(bare)) if (!byPart.has(part)) byPart.set(part, like);
    if (bare.length > shortest && !whole.has(bare)) whole.set(bare, like);
  }
  return { byPart, whole };
}

/** The letters of a nick, with those that signs stand for. */
function lookOf(nick: string): string {
  return nick
    .toLowerCase()
    .replace(/(?<=\p{L})\|(?=\p{L})/gu, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
