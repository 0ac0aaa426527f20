import { secondsOf, timeOfDay } from './dayTime.js';
import { logBaseFault } from './logBase.js';
import {
  isAction,
  isDecision,
  type Minutes,
  type MinutesItem,
  type MinutesParagraph,
  type MinutesScribe,
  type MinutesSubtopic,
  type MinutesTopic,
  type Moment,
  noTopic,
} from './minutes.js';

/** A kind of items that minutes can be limited to. */
export type ItemKind = 'decisions' | 'actions';

/** Which parts of the minutes to write, and how to show them, in any format. */
export interface Selection {
  /** Only items of these kinds; all if undefined. */
  readonly only?: ItemKind | readonly ItemKind[] | undefined;
  /** The 1-based number of the only topic. */
  readonly topic?: number;
  /** Leaves the bot out of the people. */
  readonly withoutBot?: boolean;
  /**
   * Where readers find the log: the part before its name in links, such as `https://example.org/logs/`. Ignored if `logBaseFault`
   * rejects it.
   */
  readonly logUrl?: string;
  /**
   * Without `logUrl`: the folder of the log in links from the minutes, null if there can be no links. By default, the minutes are
   * beside the log.
   */
  readonly logFolder?: string | null | undefined;
  /** The file name of the bot's page of the log if it is written beside the minutes; by default, it is beside the log. */
  readonly pageBeside?: string | undefined;
  /** The time zone of all times, such as `Europe/Berlin`. Ignored if the times cannot be converted: see `timeZoneFault`. */
  readonly timeZone?: string;
}

/** The selected minutes. Throws a RangeError if the topic or the time zone does not exist. */
export function select(minutes: Minutes, selection: Selection): Minutes {
  const steps = [oneTopic, someKinds, withoutBot, withLinks, inTimeZone];
  return steps.reduce((left, step) => step(left, selection), minutes);
}

function oneTopic(minutes: Minutes, { topic }: Selection): Minutes {
  if (topic === undefined) return minutes;
  const only = minutes.topics[topic - 1];
  if (!only) throw noTopic(topic, minutes);
  const next = minutes.topics[topic];
  const votes = minutes.votes.filter(({ line }) => line > only.line && (!next || line < next.line));
  return {
    ...minutes,
    items: [],
    topics: [only],
    votes,
    scribe: withDiscussion(minutes, discussionOf(minutes, topic)),
  };
}

/** A scribe's record with a part of its discussion. */
function withDiscussion({ scribe }: Minutes, discussion: readonly MinutesParagraph[]): MinutesScribe | null {
  return scribe && { ...scribe, discussion };
}

/** The discussion of a topic, by its 1-based number. */
function discussionOf({ scribe }: Minutes, number: number): readonly MinutesParagraph[] {
  const discussion = scribe?.discussion ?? [];
  const starts = discussion.flatMap(({ kind }, index) => (kind === 'topic' ? index : []));
  const start = starts[number - 1];
  return start === undefined ? [] : discussion.slice(start, starts[number]);
}

const kinds: Readonly<Record<ItemKind, (item: MinutesItem) => boolean>> = {
  decisions: isDecision,
  actions: isAction,
};

/** The names of the kinds that minutes can be limited to. */
export const itemKinds = Object.keys(kinds) as readonly ItemKind[];

function someKinds(minutes: Minutes, { only }: Selection): Minutes {
  if (only === undefined) return minutes;
  const wanted = [only].flat();
  const kept = (items: readonly MinutesItem[]) => items.filter((item) => wanted.some((kind) => kinds[kind](item)));
  const withKept = <T extends MinutesSubtopic>(topic: T) => ({ ...topic, items: kept(topic.items) });
  const topics = minutes.topics.map((topic) => ({
    ...withKept(topic),
    subtopics: topic.subtopics.map(withKept).filter(({ items }) => items.length > 0),
  }));
  const votes = wanted.includes('decisions') ? minutes.votes : [];
  const isLeft = ({ items, subtopics }: MinutesTopic) => items.length + subtopics.length > 0;
  return {
    ...minutes,
    items: kept(minutes.items),
    topics: topics.filter(isLeft),
    votes,
    // What was said is of no kind.
    scribe: withDiscussion(minutes, []),
  };
}

function withoutBot(minutes: Minutes, selection: Selection): Minutes {
  if (!selection.withoutBot) return minutes;
  return { ...minutes, people: minutes.people.filter(({ nick }) => nick !== minutes.bot) };
}

function withLinks(minutes: Minutes, { logUrl, logFolder, pageBeside }: Selection): Minutes {
  const url = logUrl && logBaseFault(logUrl) === undefined ? logUrl : undefined;
  const base = url ?? logFolder;
  const log = base === undefined ? minutes.log : { ...minutes.log, base, pageBase: base };
  if (pageBeside === undefined) return log === minutes.log ? minutes : { ...minutes, log };
  return { ...minutes, log: { ...log, pageBase: url ?? '', page: pageBeside } };
}

/** Why the times of minutes, before any selection, cannot be converted to the wanted time zone, as a sentence; or undefined. */
export function timeZoneFault(
  { zone, date, start }: Pick<Minutes, 'zone' | 'date' | 'start'>,
  { timeZone }: Selection,
): string | undefined {
  if (!timeZone || start.time === null || (zone === 'UTC' && (date !== null || timeZone === 'UTC'))) return undefined;
  const why = zone === 'UTC' ? 'the date of the meeting' : 'the time zone of the log';
  return `The times cannot be converted to ${timeZone}, as ${why} is not known.`;
}

/** Uses the zone's difference from UTC at the meeting's start. */
function inTimeZone(minutes: Minutes, selection: Selection): Minutes {
  const { timeZone } = selection;
  const { date, start, end, items, topics, votes, scribe, entries } = minutes;
  if (!timeZone || timeZoneFault(minutes, selection) || date === null || start.time === null) return minutes;
  const instant = new Date(`${date}T${start.time.replace(/60$|61$/, '59')}Z`);
  const offset = secondsEast(instant, timeZone);
  const moved = <M extends Moment>(moment: M): M => ({ ...moment, time: shifted(moment.time, offset) });
  const movedTopic = <T extends MinutesSubtopic>(topic: T) => ({ ...moved(topic), items: topic.items.map(moved) });
  return {
    ...minutes,
    date: new Date(instant.getTime() + offset * 1000).toISOString().slice(0, 10),
    zone: zoneName(instant, timeZone),
    start: moved(start),
    end: end && moved(end),
    items: items.map(moved),
    topics: topics.map((topic) => ({ ...movedTopic(topic), subtopics: topic.subtopics.map(movedTopic) })),
    votes: votes.map((vote) => ({ ...moved(vote), end: vote.end && moved(vote.end) })),
    scribe: withDiscussion(minutes, (scribe?.discussion ?? []).map(moved)),
    entries: entries.map(moved),
  };
}

function secondsEast(instant: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const local = Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
  return Math.round((local - instant.getTime()) / 1000);
}

/** What people call the zone at that time: `CEST`, or `GMT+5:30`. */
function zoneName(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function shifted(time: string | null, offset: number): string | null {
  return time === null ? null : timeOfDay(secondsOf(time) + offset);
}

/** Whether a time zone exists. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
