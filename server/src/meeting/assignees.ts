import { groupBy } from '../log/groups.js';
import { type MeetingLog, partsOf, textAt } from './meetingLog.js';
import type { Item, Meeting, Part, Stretch } from './model.js';
import { NameFinder } from './nameFinder.js';
import { type Present, presentAt } from './present.js';
import { itemsOf, keptItems } from './sections.js';

/** Which of some nicks an action is for, in their order. */
export function assignees(text: string, nicks: readonly string[]): string[] {
  const found = new NameFinder(nicks).find(text);
  return nicks.filter((nick) => found.has(nick));
}

/**
 * Whom an action of a meeting is for: those whose nick, or name given with `#here`, is in its text, in the order of `peopleOf`.
 */
export function assigneesIn(log: MeetingLog, meeting: Meeting, text: string): string[] {
  const { finder, ranks } = presentAt(log, meeting);
  const named = new Set(Array.from(finder.find(text), (name) => meeting.aliases.get(name) ?? name));
  return [...named].filter((nick) => ranks.has(nick)).sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** The assigned actions of a meeting, in order. */
export function actionsFor(log: MeetingLog, meeting: Meeting, nick: string): Item[] {
  const present = presentAt(log, meeting);
  if (!present.ranks.has(nick)) return [];
  const aliases = [...meeting.aliases].filter(([, own]) => own === nick).map(([alias]) => alias);
  const names = [nick, ...aliases];
  return partsOf(log, meeting).flatMap((part) => {
    const byName = actionsByName(log, part, present);
    const indices = new Set(names.flatMap((name) => byName.get(name) ?? []));
    if (indices.size === 0) return [];
    return keptItems(part).filter((_, index) => indices.has(index));
  });
}

interface Named {
  readonly present: Present;
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

const named = new WeakMap<Stretch, Named>();

/**
 * For the names of those present, the indices of the actions in a part that contain the name. Cached as long as the same people
 * are present.
 */
function actionsByName(log: MeetingLog, part: Part, present: Present): Named['byName'] {
  const known = named.get(part.stretch);
  if (known?.present.isLike(present)) return known.byName;
  const pairs = itemsOf(part).flatMap((item, index) => {
    const names = item.type === 'ACTION' ? present.finder.find(textAt(log, item)) : [];
    return Array.from(names, (name) => ({ name, index }));
  });
  const grouped = groupBy(pairs, ({ name }) => name);
  const byName = new Map(Array.from(grouped, ([name, all]) => [name, all.map(({ index }) => index)]));
  named.set(part.stretch, { present, byName });
  return byName;
}
