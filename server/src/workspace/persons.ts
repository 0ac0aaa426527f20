import { stemOf } from '../meeting/identity.js';
import { KnownNames, shortName } from '../meeting/knownNames.js';
import { folded } from '../meeting/nameWords.js';
import type { Person } from './projectFile.js';
import { type LedgerLog, projectsOf } from './source.js';

/** Who is who according to the project files of logs. */
export function personsOf(logs: readonly LedgerLog[]): Persons {
  return new Persons(projectsOf(logs).flatMap(({ people }) => people));
}

/**
 * Who is who in many meetings: those whom project files list, under all their nicks, and everyone else by their nicks, where
 * `name`, `name_`, `name[m]` and `@name:host.org` are one. A key identifies a person.
 */
export class Persons {
  readonly #listed = new Map<string, Person>();
  readonly #names: KnownNames;

  /** If several people list one nick, it belongs to the first. */
  constructor(listed: Iterable<Person> = []) {
    for (const person of listed) {
      for (const nick of [...person.nicks, person.name]) {
        const name = folded(nick);
        if (!this.#listed.has(name)) this.#listed.set(name, person);
      }
    }
    this.#names = new KnownNames([...this.#listed.values()].flatMap(({ name, nicks }) => [name, ...nicks]));
  }

  /** The first nicks of those in project files whom a text names. */
  listedIn(text: string): string[] {
    const people = new Set([...this.#names.find(text)].map((name) => this.listed(name)));
    return [...people].flatMap((person) => (person ? (person.nicks[0] ?? person.name) : []));
  }

  /** The key of whoever has a nick. */
  keyOf(nick: string): string {
    const person = this.listed(nick);
    return person ? `=${person.name}` : stemOf(nick);
  }

  /** The person in a project file who has a nick or a name; undefined if none lists it. */
  listed(nick: string): Person | undefined {
    return this.#listed.get(folded(nick)) ?? this.#listed.get(stemOf(nick));
  }

  /** What a person is called: the full name if a project file has one, otherwise the nick. */
  nameOf(nick: string): string {
    return this.listed(nick)?.name ?? nick;
  }

  /** Every word by which someone with a nick may be met in a text, folded. */
  wordsFor(nick: string): string[] {
    const listed = this.listed(nick);
    const names = [nick, shortName(nick) ?? [], stemOf(nick)].flat();
    return [...names, ...(listed ? [...listed.nicks, ...listed.name.split(/\s+/)] : [])].map(folded);
  }
}
