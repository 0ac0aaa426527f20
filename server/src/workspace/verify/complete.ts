import type { ItemType } from '../../meeting/itemTypes.js';
import { isDecision, type Minutes, mostAssignees } from '../../minutes/minutes.js';
import { peopleLists } from '../../minutes/scribe/namesPresent.js';
import { isCarried } from '../../minutes/scribe/scribeRecord.js';
import { keyOf } from './comparedWords.js';
import { type Held, type ListName, listOfRole } from './held.js';
import type { Fact, Variant } from './meetingFacts.js';
import { roleOf } from './sectionRoles.js';

/** Something of the log that the minutes do not have. */
export interface Missing {
  readonly fact: Fact;
  /** The list of the minutes that does not have it; undefined if none does. */
  readonly list: ListName | undefined;
}

/** What minutes lack, and what they leave out as a whole, as sentences. */
export interface Lack {
  readonly missing: readonly Missing[];
  readonly notes: readonly string[];
}

/** What the minutes lack, by the way to make minutes that fits them best. */
export function lackOf(held: Held): Lack {
  const all = held.facts.variants.map((variant) => missingOf(held, variant));
  const missing = all.reduce((least, one) => (one.length < least.length ? one : least));
  const leftOut = leftOutKinds(held, missing);
  return {
    missing: missing.filter(({ fact }) => !leftOut.has(fact.type)),
    notes: Array.from(leftOut, ([type, count]) => `The minutes leave out all ${count} items of the type ${type}.`),
  };
}

/**
 * The types of items of which minutes have none, and how many the log has: if these are several, that is meant. What was decided
 * or has to be done is always missing, except that people often write down only what was agreed.
 */
function leftOutKinds(held: Held, missing: readonly Missing[]): ReadonlyMap<ItemType, number> {
  const counts = new Map<ItemType, number>();
  for (const { fact, list } of missing) if (list === undefined) counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1);
  const found = new Set([...held.listed.values()].flatMap((facts) => Array.from(facts, ({ type }) => type)));
  const kinds = [...counts].filter(([type]) => !found.has(type));
  const isPart = held.isOfBot && kinds.length > 1;
  return new Map(kinds.filter(([type, count]) => (held.isOfBot ? isPart : count > 1 && isNegative(type))));
}

function isNegative(type: ItemType): boolean {
  return type === 'REJECTED' || type === 'FAILED' || type === 'INCONCLUSIVE';
}

function missingOf(held: Held, { facts }: Variant): Missing[] {
  const byLine = new Map<ListName, Set<number>>();
  for (const [list, listed] of held.listed) byLine.set(list, new Set([...listed].map(({ line }) => line)));
  const lists = [...byLine.keys()];
  const own = ownLists(held);
  const isOfNoOne = [...held.groups.values()].some(({ person }) => person === undefined);
  return facts.flatMap((fact): Missing[] => {
    if (fact.text.trim() === '' || fact.ofVote) return [];
    const isListed = (list: ListName) => byLine.get(list)?.has(fact.line) ?? false;
    if (!lists.some(isListed)) return held.isOfBot || isImportant(fact) ? [{ fact, list: undefined }] : [];
    const list = held.isOfBot ? lackingList(held, fact, listsFor(held, own, fact, isOfNoOne), isListed) : undefined;
    return list === undefined ? [] : [{ fact, list }];
  });
}

/** The list of a bot's minutes that has not got an item that others have. */
function lackingList(
  held: Held,
  fact: Fact,
  lists: readonly ListName[],
  isListed: (list: ListName) => boolean,
): ListName | undefined {
  const list = lists.find((one) => !isListed(one));
  return list ?? (held.groups.size > 0 && !isAssigned(held, fact) ? 'byPerson' : undefined);
}

/** Whether an action is below the names of all whom it is for. */
function isAssigned({ assigned, facts }: Held, { assignees, line }: Fact): boolean {
  if (assignees.length > mostAssignees) return true;
  return assignees.every((nick) => assigned.has(`${facts.people.of(nick)} ${line}`));
}

/** What minutes must have, even if people write them. */
function isImportant({ type }: Fact): boolean {
  return type === 'ACTION' || isDecision({ type });
}

/** The lists of a bot's minutes in which an item is. `isOfNoOne` is whether they have a group of actions that are for no one. */
function listsFor(
  { isOfScribe }: Held,
  own: ReadonlySet<ListName>,
  { type, assignees }: Fact,
  isOfNoOne: boolean,
): ListName[] {
  const isAction = type === 'ACTION';
  const isGrouped = assignees.length > 0 || isOfNoOne;
  const lists: readonly (readonly [ListName, boolean])[] = [
    ['summary', true],
    ['actions', isAction],
    ['byPerson', isAction && isGrouped],
    ['decisions', isDecision({ type }) && !(isOfScribe && !isCarried({ type }))],
    ['issues', type === 'ISSUE'],
    ['discussion', scribedTypes.has(type)],
    ['contents', type === 'TOPIC' || type === 'SUBTOPIC'],
  ];
  const found = lists.filter(([list, isIn]) => isIn && own.has(list)).map(([list]) => list);
  return own.has('log') && found.length === 0 ? ['log'] : found;
}

/** The items that are parts of a scribe's discussion. */
const scribedTypes: ReadonlySet<ItemType> = new Set(['TOPIC', 'SUBTOPIC', 'ACTION', 'RESOLVED', 'ISSUE']);

/** The lists that minutes have; on a scribe's page, also those without entries. */
function ownLists({ listed, claims, isOfScribe, facts }: Held): ReadonlySet<ListName> {
  const isWhole = isOfScribe && facts.minutes.scribe !== null;
  const headings = isWhole ? claims.filter(({ statement }) => statement.kind === 'heading') : [];
  return new Set([...listed.keys(), ...headings.map(({ statement }) => listOfRole(roleOf(keyOf(statement.text))))]);
}

/** Who spoke and is not in a list of those present. */
export function missingPeople(held: Held): readonly string[] {
  // A scribe's page has nothing but that list, which is checked as such.
  if (!held.isOfBot || held.isOfScribe || held.present.size === 0) return [];
  const all = held.facts.variants.map(({ minutes }) => missingOfPeople(held, minutes));
  return all.reduce((least, one) => (one.length < least.length ? one : least));
}

function missingOfPeople(held: Held, minutes: Minutes): string[] {
  // Meetlog leaves out the bot on request, and bots do not.
  const mayOmitBot = held.isOfMeetlog;
  return mustBeListed(minutes).filter((nick) => {
    const person = held.facts.people.of(nick);
    return !(nick === minutes.bot && mayOmitBot) && !(person !== undefined && held.present.has(person));
  });
}

/** Who spoke, or in a scribe's meeting is in the list of those present. */
function mustBeListed(minutes: Minutes): readonly string[] {
  const { present, others } = peopleLists(minutes);
  return (minutes.scribe ? [...present, ...others] : present).map(({ nick }) => nick);
}
