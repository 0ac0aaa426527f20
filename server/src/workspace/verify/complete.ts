import { isDecision, type MinutesPerson } from '../../minutes/minutes.js';
import type { Held, ListName } from './held.js';
import type { Fact, Variant } from './meetingFacts.js';

/** Something of the log that the minutes do not have. */
export interface Missing {
  readonly fact: Fact;
  /** The list of the minutes that does not have it; undefined if none does. */
  readonly list: ListName | undefined;
}

/** What the minutes lack, by the way to make minutes that fits them best. */
export function missingFrom(held: Held): Missing[] {
  const all = held.facts.variants.map((variant) => missingOf(held, variant));
  return all.reduce((least, one) => (one.length < least.length ? one : least));
}

function missingOf(held: Held, { facts }: Variant): Missing[] {
  const byLine = new Map<ListName, Set<number>>();
  for (const [list, listed] of held.listed) byLine.set(list, new Set([...listed].map(({ line }) => line)));
  return facts.flatMap((fact): Missing[] => {
    if (fact.text.trim() === '' || fact.ofVote) return [];
    const isListed = (list: ListName) => byLine.get(list)?.has(fact.line) ?? false;
    if (![...byLine.keys()].some(isListed)) return held.isOfBot || isImportant(fact) ? [{ fact, list: undefined }] : [];
    const list = held.isOfBot ? listsFor(held, fact).find((one) => !isListed(one)) : undefined;
    return list === undefined ? [] : [{ fact, list }];
  });
}

/** What minutes must have, even if people write them. */
function isImportant({ type }: Fact): boolean {
  return type === 'ACTION' || isDecision({ type });
}

/** The lists of a bot's minutes in which an item is. */
function listsFor({ listed, groups }: Held, { type, assignees }: Fact): ListName[] {
  const lists: ListName[] = [];
  if (listed.has('summary')) lists.push('summary');
  if (type === 'ACTION' && listed.has('actions')) lists.push('actions');
  const isGrouped = assignees.length > 0 || [...groups.values()].some(({ person }) => person === undefined);
  if (type === 'ACTION' && listed.has('byPerson') && isGrouped) lists.push('byPerson');
  if (isDecision({ type }) && listed.has('decisions')) lists.push('decisions');
  if (listed.has('log') && lists.length === 0) lists.push('log');
  return lists;
}

/** Who spoke and is not in a list of those present. */
export function missingPeople(held: Held): MinutesPerson[] {
  if (!held.isOfBot || held.present.size === 0) return [];
  const { people, bot } = held.facts.minutes;
  return people.filter(({ nick, lines }) => {
    const person = held.facts.people.of(nick);
    return lines > 0 && nick !== bot && !(person !== undefined && held.present.has(person));
  });
}
