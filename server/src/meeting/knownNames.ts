import { NameFinder } from './nameFinder.js';
import { folded, type MeantWord, namedByWord, wordsOfName } from './nameWords.js';

/*
 * Who is meant by a name. Bots compare nicks; people are also met by the short form of a nick that has one, and by a word of a
 * name with spaces, if that is the name of only one of those present.
 */

/** The short form of a nick: of a Matrix ID or a bridged nick the local part; undefined if it has none. */
export function shortName(nick: string): string | undefined {
  // Most nicks have none.
  if (!/[:[]/.test(nick)) return undefined;
  if (nick.endsWith('[m]')) return nick.slice(0, -3).trim() || undefined;
  return /^@?([^\s:@]{1,255}):[^\s:.]{1,64}\.[^\s:]{1,255}$/.exec(nick)?.[1];
}

/** The names other than the nick by which chairs may mean someone, whoever else is present; none for most nicks. */
export function calledNames(nick: string): string[] {
  const names = [shortName(nick) ?? [], wordsOfName(nick)].flat();
  return names.flatMap((name) => [name, name.toLowerCase()]);
}

/** The names of some people. */
export class KnownNames {
  /** Whom each whole name means. */
  readonly #nicks: ReadonlyMap<string, string>;
  /** The same, folded; null if it is the name of several. */
  readonly #folded: ReadonlyMap<string, string | null>;
  /** Whom each folded word of their names with spaces means, and whether it is the given name of the only one it means. */
  readonly #words: ReadonlyMap<string, MeantWord | null>;
  #finder: NameFinder | undefined;

  /** `aliases` are other names of people, and their nicks or short forms. */
  constructor(nicks: Iterable<string>, aliases: ReadonlyMap<string, string> = new Map()) {
    const all = new Map<string, string>();
    for (const nick of nicks) all.set(nick, nick);
    addShortNames(all);
    const byNick = foldedNames(all);
    for (const [name, nick] of aliases) all.set(name, byNick.get(folded(nick)) ?? nick);
    this.#nicks = all;
    this.#folded = foldedNames(all);
    this.#words = wordsOf(all, this.#folded);
  }

  /**
   * The nick of whom a name means by itself; undefined if it means no one, or several. A nick in another case means no one: no
   * bot obeys that.
   */
  meant(name: string): string | undefined {
    const own = this.#nicks.get(name);
    if (own !== undefined) return own;
    const called = folded(name);
    const nick = this.#folded.get(called) ?? this.#words.get(called)?.nick;
    return nick === undefined || folded(nick) === called ? undefined : nick;
  }

  /** The nicks of those named in a text, each once, in no particular order. */
  find(text: string): ReadonlySet<string> {
    this.#finder ??= new NameFinder(this.#nicks.keys());
    const found = new Set(Array.from(this.#finder.find(text), (name) => this.#nicks.get(name) ?? name));
    if (this.#words.size > 0) for (const nick of namedByWord(text, this.#words)) found.add(nick);
    return found;
  }

  /** Every name that means only one person, and that person's nick. */
  *all(): Generator<readonly [name: string, nick: string]> {
    yield* this.#nicks;
    for (const meant of this.#words.values()) if (meant) yield [meant.word, meant.nick];
  }
}

/** Adds short forms that are no one's nick, and of only one nick. */
function addShortNames(all: Map<string, string>): void {
  const taken = foldedNames(all);
  const short = new Map<string, [name: string, nick: string] | null>();
  for (const nick of all.values()) {
    const name = shortName(nick);
    if (name === undefined || taken.has(folded(name))) continue;
    short.set(folded(name), short.has(folded(name)) ? null : [name, nick]);
  }
  for (const one of short.values()) if (one) all.set(...one);
}

function foldedNames(all: ReadonlyMap<string, string>): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const [name, nick] of all) {
    const known = names.get(folded(name));
    names.set(folded(name), known === undefined || known === nick ? nick : null);
  }
  return names;
}

/** Words that are also a whole name are not words. */
function wordsOf(
  all: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string | null>,
): Map<string, MeantWord | null> {
  const words = new Map<string, MeantWord | null>();
  for (const [name, nick] of all) {
    for (const [index, word] of wordsOfName(name).entries()) {
      const called = folded(word);
      if (names.has(called)) continue;
      const known = words.get(called);
      words.set(called, known === undefined || known?.nick === nick ? { nick, word, isGiven: index === 0 } : null);
    }
  }
  return words;
}
