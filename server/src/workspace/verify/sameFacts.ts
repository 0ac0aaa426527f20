import type { ItemType } from '../../meeting/itemTypes.js';
import type { Held } from './held.js';
import type { Fact } from './meetingFacts.js';
import type { Claim } from './statementClaims.js';

/** What is known of facts with the same text together. */
export interface Together {
  readonly types: ReadonlySet<ItemType>;
  /** The nicks of those who have to do it, and the people that these are. */
  readonly assignees: ReadonlySet<string>;
  readonly people: ReadonlySet<string | undefined>;
}

const known = new WeakMap<readonly Fact[], Together>();

/** The facts with the text of a statement. Very many are neither copied nor searched for each statement. */
export function sameFacts({ facts }: Held, { keys }: Claim): readonly Fact[] {
  const [first = [], ...others] = keys.map((key) => facts.factsLike(key)).filter((all) => all.length > 0);
  return others.length === 0 ? first : [...first, ...others.flat()];
}

/** What is known of facts together. */
export function togetherOf({ facts }: Held, same: readonly Fact[]): Together {
  const before = known.get(same);
  if (before) return before;
  const assignees = new Set<string>();
  for (const { line } of same)
    for (const one of facts.factsOn(line)) for (const nick of one.assignees) assignees.add(nick);
  const people = new Set(Array.from(assignees, (nick) => facts.people.of(nick)));
  const made = { types: new Set(same.map(({ type }) => type)), assignees, people };
  known.set(same, made);
  return made;
}
