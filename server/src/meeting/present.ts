import { stemOf } from './identity.js';
import { KnownNames } from './knownNames.js';
import { type MeetingLog, perMeeting } from './meetingLog.js';
import type { Meeting, Person } from './model.js';
import { peopleOf } from './people.js';
import { toldNames } from './toldNames.js';

/** Who was present at a meeting, by name: what actions and mistyped nicks are compared with. */
export class Present {
  /** Everyone's position in `peopleOf`. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Those who said something, in the same order. */
  readonly speakers: ReadonlySet<string>;
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #named: ReadonlyMap<string, string>;
  readonly #compared = new WeakMap<Present, boolean>();
  #names: KnownNames | undefined;
  #speakerNames: KnownNames | undefined;

  /** `aliases` are other names of those present, and their nicks; by `calls` they are met, too, although nobody told them. */
  constructor(
    people: readonly Person[],
    aliases: ReadonlyMap<string, string>,
    calls: Iterable<readonly [string, string]> = [],
  ) {
    this.ranks = new Map(people.map(({ nick }, rank) => [nick, rank]));
    this.speakers = new Set(people.filter(({ lines }) => lines > 0).map(({ nick }) => nick));
    this.#aliases = aliases;
    this.#named = new Map([...calls, ...aliases]);
  }

  /** Finds those present by their nicks and other names. */
  get names(): KnownNames {
    this.#names ??= new KnownNames(this.ranks.keys(), this.#named);
    return this.#names;
  }

  /** Finds those who said something; others, who were only named, may be the same people by another name. */
  get speakerNames(): KnownNames {
    this.#speakerNames ??= new KnownNames(this.speakers, this.#named);
    return this.#speakerNames;
  }

  /** The names that someone gave or a bot told, apart from the nick. */
  aliasesOf(nick: string): string[] {
    return [...this.#aliases.keys()].filter((name) => this.names.meant(name) === nick && name !== nick);
  }

  /** Whether the same people are present, and the same ones spoke, in any order. The result of a comparison is cached. */
  isLike(other: Present): boolean {
    if (other === this) return true;
    let isLike = this.#compared.get(other);
    if (isLike === undefined) {
      isLike =
        areSame(this.ranks, other.ranks, () => true) &&
        areSame(this.speakers, other.speakers, () => true) &&
        areSame(this.#aliases, other.#aliases, (name) => this.#aliases.get(name) === other.#aliases.get(name));
      this.#compared.set(other, isLike);
      if (isLike) this.#names ??= other.#names;
    }
    return isLike;
  }
}

type Keyed = ReadonlyMap<string, unknown> | ReadonlySet<string>;

function areSame(a: Keyed, b: Keyed, isSame: (key: string) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key) || !isSame(key)) return false;
  return true;
}

/** Who was present at a meeting. */
export const presentAt: (log: MeetingLog, meeting: Meeting) => Present = perMeeting(
  (log, meeting) => {
    const people = peopleOf(log, meeting);
    const aliases = new Map([...toldNames(log, meeting), ...meeting.aliases]);
    return new Present(people, aliases, meeting.scribed ? calls(people) : []);
  },
  (present) => present,
);

/** Scribes call people by their nicks without what a client adds to one that is taken: `Ann` for `Ann_`, unless someone has that nick. */
function calls(people: readonly Person[]): (readonly [string, string])[] {
  const nicks = new Set(people.map(({ nick }) => nick.toLowerCase()));
  return people.flatMap(({ nick }) => {
    const call = stemOf(nick);
    return nicks.has(call) ? [] : [[call, nick] as const];
  });
}
