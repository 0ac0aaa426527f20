import { trimmedBy } from '../trimmedBy.js';
import { keyOf } from './comparedWords.js';
import type { Held } from './held.js';
import type { Claim } from './statementClaims.js';

/** Whether a statement is a name above someone's actions; if so, it is held against the log. */
export function isGroupHead(held: Held, claim: Claim): boolean {
  const { role, statement, index, core } = claim;
  if (role !== 'actions' && role !== 'byPerson') return false;
  const next = held.claims[index + 1]?.statement;
  const isAbove = next && (next.parent === index || next.heading === index);
  if (!isAbove || statement.parent >= 0) return false;
  const name = trimmedBy(core, /[\s*_'"`]/, /[\s*_'"`:]/);
  const person = held.facts.people.of(name);
  if (person !== undefined) held.groups.set(index, { person });
  else if (/^(?:unassigned|more than \d+ people|no one|nobody|others?|all|everyone)$/i.test(name))
    held.groups.set(index, { person: undefined });
  else if (!held.isVerbatim || name.split(' ').length > 3 || held.facts.factsLike(keyOf(name)).length > 0) return false;
  else {
    held.groups.set(index, { person: undefined });
    held.result.find('not-present', claim, [claim.start, claim.end], `“${name}” is not in the log.`);
    return true;
  }
  held.result.accept(claim);
  return true;
}
