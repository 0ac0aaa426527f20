import { itemTypes } from '../../meeting/itemTypes.js';
import { fillMarked } from '../bugCompatible/originalWrap.js';
import { isBlank } from '../escape/clean.js';
import { pageAddress } from '../logFile.js';
import {
  actionsByPerson,
  atTime,
  type Minutes,
  type MinutesItem,
  type MinutesTopic,
  type PersonalActions,
  unassignedActions,
} from '../minutes.js';
import { type Discussed, discussed, goesOn, type Talk } from '../scribe/discussion.js';
import { type PeopleLists, peopleLists, type RecordFact, recordFacts } from '../scribe/namesPresent.js';
import { plainLine } from '../scribe/plainPieces.js';

/**
 * The differences between bug-compatible minutes and ours in every format that MeetBot has too. A writer chooses its style once,
 * at the start, and its own style extends one of these.
 */
export interface FormatStyle {
  /** Whether to print empty sections. */
  readonly emptySections: boolean;
  /** Whether items before the first topic have a heading. */
  readonly headsFirstItems: boolean;
  /** Who is listed as present, with line counts, and who is listed separately. */
  readonly people: (minutes: Minutes) => PeopleLists;
  /** What a scribe's meeting says about itself. */
  readonly facts: (minutes: Minutes) => readonly RecordFact[];
  /** The discussion that a scribe wrote down; without one, the summary has the items alone. */
  readonly discussion: (minutes: Minutes) => readonly Discussed[];
  /** The text of an item. */
  readonly textOf: (item: MinutesItem) => string;
  /** The actions by person. */
  readonly actionLists: (minutes: Minutes) => ActionLists;
  /** The last step: wraps marked paragraphs. */
  readonly filled: (document: string) => string;
}

/** Actions by person, and unassigned actions. */
export interface ActionLists {
  readonly assigned: readonly PersonalActions[];
  readonly unassigned: readonly MinutesItem[];
}

/** MeetBot lists an action for each of at most this many people, since more would take quadratic time. */
const mostOriginalAssignees = 50;

/** MeetBot 0.1.4's style. */
export const originalStyle: FormatStyle = {
  emptySections: true,
  headsFirstItems: false,
  people: ({ people }) => ({ present: people, others: [], othersTitle: '' }),
  facts: () => [],
  discussion: () => [],
  // MeetBot puts spaces around the words of a link without a URL.
  textOf: ({ text, link }) => (link ? link.prefix + link.url + link.suffix : text),
  actionLists: listsIfAssigned,
  filled: fillMarked,
};

export const ourStyle: FormatStyle = {
  emptySections: false,
  headsFirstItems: true,
  people: peopleLists,
  facts: (minutes) => recordFacts(minutes, ['Present']),
  discussion: discussed,
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

/** Except in reStructuredText, MeetBot leaves out all unassigned actions if no action is assigned. */
function listsIfAssigned(minutes: Minutes): ActionLists {
  const { assigned, unassigned } = listsWithoutSingle(minutes);
  return { assigned, unassigned: assigned.length === 0 ? [] : unassigned };
}

/** Whether formats that bots have too print an item's type before its text. */
export function isNamedByBots({ type }: MinutesItem): boolean {
  return itemTypes[type].named !== 'nowhere';
}

/** Whether our own formats print an item's type before its text. */
export function isNamedByUs({ type }: MinutesItem): boolean {
  return itemTypes[type].named === undefined;
}

/** The heading of items before the first topic. */
export const beforeTopics = 'Before the first topic';

/** An entry of a summary: an item, what was said, or the heading of what is before the first topic; with its depth. */
export interface SummaryEntry {
  readonly shown: MinutesItem | Talk | typeof beforeTopics;
  readonly depth: number;
  /** Whether it is a topic or a subtopic, with other entries below it. */
  readonly isTopic?: true;
}

/** The entries of a summary as one list, with a block for each topic. */
export function summaryBlocks(
  minutes: Minutes,
  { headsFirstItems, discussion }: Pick<FormatStyle, 'headsFirstItems' | 'discussion'>,
): readonly (readonly SummaryEntry[])[] {
  const all = discussion(minutes);
  if (all.length > 0) return discussionBlocks(all);
  const { items, topics } = minutes;
  const [first = [], ...others] = topics.map(topicEntries);
  const isHeaded = headsFirstItems && items.length > 0 && topics.length > 0;
  if (isHeaded) return [[{ shown: beforeTopics, depth: 0 }, ...entriesAt(1, items)], first, ...others];
  return [[...entriesAt(0, items), ...first], ...others];
}

/** The same of a discussion. */
function discussionBlocks(all: readonly Discussed[]): readonly (readonly SummaryEntry[])[] {
  const hasTopics = all.some(({ kind }) => kind === 'topic');
  const isHeaded = hasTopics && all[0]?.kind !== 'topic';
  const blocks: SummaryEntry[][] = [isHeaded ? [{ shown: beforeTopics, depth: 0 }] : []];
  let depth = hasTopics ? 1 : 0;
  for (const one of all) {
    if (one.kind === 'topic') blocks.push([]);
    const block = blocks.at(-1);
    const heading = headingDepths[one.kind];
    if (one.kind === 'talk') block?.push({ shown: one, depth });
    else if (heading === undefined) block?.push({ shown: one.item, depth });
    else block?.push({ shown: one.item, depth: heading, isTopic: true });
    if (heading !== undefined) depth = heading + 1;
  }
  return blocks.filter((block) => block.length > 0);
}

/** How deep the headings of a discussion are. */
const headingDepths: Readonly<Partial<Record<Discussed['kind'], number>>> = { topic: 0, subtopic: 1 };

/** Whether an entry is what was said, and no item. */
export function isTalk(shown: MinutesItem | Talk): shown is Talk {
  return 'tone' in shown;
}

/** What was said as lines of plain text, for formats without links that have a text. It contains chat text. */
export function plainTalk({ lead, lines, keepsLines, note }: Talk): readonly string[] {
  const said = lines.map(plainLine);
  const joined = keepsLines ? said.map((line, index) => (index > 0 ? goesOn + line : line)) : [said.join(' ')];
  const [first = '', ...more] = joined;
  const all = [[lead, first].filter(Boolean).join(' '), ...more];
  return note === undefined ? all : [...all.slice(0, -1), `${all.at(-1)} ${note}`];
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

/**
 * The sentence that says who started the meeting, and when. It contains chat text: formats escape it as a whole, unless they show
 * the nick in their own way.
 */
export function started(minutes: Minutes): string {
  const { owner, start } = minutes;
  const at = atTime(start, minutes);
  return owner === null ? `The log begins${at}` : `Meeting started by ${owner}${at}`;
}

/** A sentence, after a space, if the start of the meeting is not in the log or it was started anew; else empty. */
export function startNote(minutes: Minutes): string {
  const missing = minutes.isStartMissing ? ' Its start is not in the log.' : '';
  const restarts = restartTimes(minutes);
  return missing + (restarts === '' ? '' : ` It was started anew at ${restarts}.`);
}

/** The times at which a meeting was started anew, empty if it was not: `10:07:00, 10:31:00`. */
export function restartTimes({ restarts }: Minutes): string {
  return restarts.map(({ time, line }) => time ?? `line ${line}`).join(', ');
}

/**
 * The paragraph above a summary in formats without links: who started the meeting and when, and where the log is. It contains
 * what people said: each format escapes it as a whole.
 */
export function opening(minutes: Minutes): string {
  const address = pageAddress(minutes.log);
  const full = address === undefined ? '' : `  The full logs are available at ${address} .`;
  return `${started(minutes)}.${startNote(minutes)}${full}`;
}

/** The sentence that says when the meeting ended in MeetBot's formats, without its full stop. */
export function ended(minutes: Minutes): string {
  const { end, owner, isStartMissing, scribe } = minutes;
  if (!end && scribe) return 'The log does not say when the meeting ended';
  if (!end) return 'This meeting was not ended: its log has no #endmeeting';
  return `${owner === null && !isStartMissing ? 'The log ends' : 'Meeting ended'}${atTime(end, minutes)}`;
}

/** The whole sentence. */
export function ending(minutes: Minutes): string {
  return `${ended(minutes)}.`;
}

/** How much someone said: `1 line`, `2 lines`. */
export function lineCount(lines: number): string {
  return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** A title for a heading; replaced if it has nothing visible. */
export function visibleTitle(title: string): string {
  return isBlank(title) ? '(no title)' : title;
}
