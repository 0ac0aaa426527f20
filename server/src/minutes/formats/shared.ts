import { itemTypes } from '../../meeting/itemTypes.js';
import { fillMarked } from '../bugCompatible/originalWrap.js';
import { isBlank } from '../escape/clean.js';
import { pageAddress } from '../logFile.js';
import {
  actionsByPerson,
  atTime,
  type Minutes,
  type MinutesItem,
  type MinutesPerson,
  type MinutesTopic,
  type PersonalActions,
  speakersAndNamed,
  unassignedActions,
} from '../minutes.js';

/**
 * What differs between bug-compatible minutes and ours in every format that MeetBot has too. A writer chooses its style once, at
 * its entry, and its own style extends one of these.
 */
export interface FormatStyle {
  /** Prints sections with nothing in them. */
  readonly emptySections: boolean;
  /** Has a heading above the items before the first topic. */
  readonly headsFirstItems: boolean;
  /** Who is listed as present, with their lines, and who apart from them. */
  readonly people: (minutes: Minutes) => {
    readonly speakers: readonly MinutesPerson[];
    readonly named: readonly MinutesPerson[];
  };
  /** What an item says. */
  readonly textOf: (item: MinutesItem) => string;
  /** The actions by person. */
  readonly actionLists: (minutes: Minutes) => ActionLists;
  /** The last step: fills paragraphs that are marked for it. */
  readonly filled: (document: string) => string;
}

/** Who has to do what, and what nobody is named in. */
export interface ActionLists {
  readonly assigned: readonly PersonalActions[];
  readonly unassigned: readonly MinutesItem[];
}

/** MeetBot lists an action for each of so many people: more would take a time of the product. */
const mostOriginalAssignees = 50;

/** As MeetBot 0.1.4 writes. */
export const originalStyle: FormatStyle = {
  emptySections: true,
  headsFirstItems: false,
  people: ({ people }) => ({ speakers: people, named: [] }),
  // MeetBot puts spaces around the words of a link that has no URL.
  textOf: ({ text, link }) => (link ? link.prefix + link.url + link.suffix : text),
  actionLists: listsIfAssigned,
  filled: fillMarked,
};

export const ourStyle: FormatStyle = {
  emptySections: false,
  headsFirstItems: true,
  people: speakersAndNamed,
  textOf: ({ text }) => text,
  actionLists: (minutes) => ({ assigned: actionsByPerson(minutes), unassigned: unassignedActions(minutes) }),
  filled: (document) => document,
};

/** MeetBot leaves out a single unassigned action. */
export function listsWithoutSingle(minutes: Minutes): ActionLists {
  const unassigned = unassignedActions(minutes);
  return {
    assigned: actionsByPerson(minutes, mostOriginalAssignees),
    unassigned: unassigned.length === 1 ? [] : unassigned,
  };
}

/** Except in reStructuredText, MeetBot leaves out all unassigned actions if none is assigned. */
function listsIfAssigned(minutes: Minutes): ActionLists {
  const { assigned, unassigned } = listsWithoutSingle(minutes);
  return { assigned, unassigned: assigned.length === 0 ? [] : unassigned };
}

/** Whether the formats that bots have too print an item's type before its text. */
export function isNamedByBots({ type }: MinutesItem): boolean {
  return itemTypes[type].named !== 'nowhere';
}

/** Whether the formats that no bot has print an item's type before its text. */
export function isNamedByUs({ type }: MinutesItem): boolean {
  return itemTypes[type].named === undefined;
}

/** The heading of items before the first topic. */
export const beforeTopics = 'Before the first topic';

/** The heading of people who were named by a command, but did not speak. */
export const namedOnly = 'Named, but said nothing';

/** An entry of a summary: an item, or the heading of those before the first topic; and how many entries it is below. */
export interface SummaryEntry {
  readonly shown: MinutesItem | typeof beforeTopics;
  readonly depth: number;
  /** Whether it is a topic or a subtopic, which others are below. */
  readonly isTopic?: true;
}

/** The entries of a summary that is one list, a block for each topic. */
export function summaryBlocks(
  { items, topics }: Minutes,
  { headsFirstItems }: Pick<FormatStyle, 'headsFirstItems'>,
): readonly (readonly SummaryEntry[])[] {
  const [first = [], ...others] = topics.map(topicEntries);
  const isHeaded = headsFirstItems && items.length > 0 && topics.length > 0;
  if (isHeaded) return [[{ shown: beforeTopics, depth: 0 }, ...entriesAt(1, items)], first, ...others];
  return [[...entriesAt(0, items), ...first], ...others];
}

function topicEntries(topic: MinutesTopic): readonly SummaryEntry[] {
  const isTopic = true;
  const below = topic.subtopics.flatMap((shown) => [
    { shown, depth: 1, isTopic } as const,
    ...entriesAt(2, shown.items),
  ]);
  return [{ shown: topic, depth: 0, isTopic }, ...entriesAt(1, topic.items), ...below];
}

function entriesAt(depth: number, items: readonly MinutesItem[]): SummaryEntry[] {
  return items.map((shown) => ({ shown, depth }));
}

/** How they say who started it, and when. It was said: formats escape it as a whole, unless they show the nick in their own way. */
export function started(minutes: Minutes): string {
  const { owner, start } = minutes;
  const at = atTime(start, minutes);
  return owner === null ? `The log begins${at}` : `Meeting started by ${owner}${at}`;
}

/** The paragraph above a summary without links: who started it and when, and where the log is. It was said, all of it. */
export function opening(minutes: Minutes): string {
  const address = pageAddress(minutes.log);
  const full = address === undefined ? '' : `  The full logs are available at ${address} .`;
  return `${started(minutes)}.${full}`;
}

/** How minutes in MeetBot's formats say when the meeting ended: a sentence, without its full stop. */
export function ended(minutes: Minutes): string {
  const { end, owner } = minutes;
  if (!end) return 'This meeting was not ended: its log has no #endmeeting';
  return `${owner === null ? 'The log ends' : 'Meeting ended'}${atTime(end, minutes)}`;
}

/** The whole sentence. */
export function ending(minutes: Minutes): string {
  return `${ended(minutes)}.`;
}

/** How much somebody said: `1 line`, `2 lines`. */
export function lineCount(lines: number): string {
  return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** A title for a heading: one that shows nothing is replaced. */
export function visibleTitle(title: string): string {
  return isBlank(title) ? '(no title)' : title;
}
