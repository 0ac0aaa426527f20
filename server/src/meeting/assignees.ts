import { groupBy } from '../log/groups.js';
import { KnownNames } from './knownNames.js';
import { type MeetingLog, partsOf, textAt } from './meetingLog.js';
import type { Item, Meeting, Part, Stretch } from './model.js';
import { type Present, presentAt } from './present.js';
import { itemsOf, keptItems } from './sections.js';

/** Which of some nicks an action is for, in their order. */
export function assignees(text: string, nicks: readonly string[]): string[] {
  const found = new KnownNames(nicks).find(text);
  return nicks.filter((nick) => found.has(nick));
}

/** Whom an action of a meeting is for: those whose nick or other name is in its text, in the order of `peopleOf`. */
export function assigneesIn(log: MeetingLog, meeting: Meeting, text: string): string[] {
  const { names, ranks } = presentAt(log, meeting);
  const found = [...names.find(text)].filter((nick) => ranks.has(nick));
  return found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** The assigned actions of a meeting, in order. */
export function actionsFor(log: MeetingLog, meeting: Meeting, nick: string): Item[] {
  const present = presentAt(log, meeting);
  if (!present.ranks.has(nick)) return [];
  return partsOf(log, meeting).flatMap((part) => {
    const indices = actionsByNick(log, part, present).get(nick) ?? [];
    const kept = indices.length === 0 ? [] : keptItems(part);
    return indices.flatMap((index) => kept[index] ?? []);
  });
}

interface Named {
  readonly present: Present;
  readonly byNick: ReadonlyMap<string, readonly number[]>;
}

const named = new WeakMap<Stretch, Named>();

/** For those present, the indices of the actions in a part that name them. Cached as long as the same people are present. */
function actionsByNick(log: MeetingLog, part: Part, present: Present): Named['byNick'] {
  const known = named.get(part.stretch);
  if (known?.present.isLike(present)) return known.byNick;
  const pairs = itemsOf(part).flatMap((item, index) => {
    const nicks = item.type === 'ACTION' ? present.names.find(textAt(log, item)) : [];
    return Array.from(nicks, (nick) => ({ nick, index }));
  });
  const grouped = groupBy(pairs, ({ nick }) => nick);
  const byNick = new Map(Array.from(grouped, ([nick, all]) => [nick, all.map(({ index }) => index)]));
  named.set(part.stretch, { present, byNick });
  return byNick;
}
