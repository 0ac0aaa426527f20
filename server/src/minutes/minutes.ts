import { type ItemType, itemTypes } from '../meeting/itemTypes.js';
import type { Link } from '../meeting/links.js';
import type { Moment } from './minutesMoment.js';
import type { MinutesScribe } from './minutesScribe.js';

export type { Moment } from './minutesMoment.js';
export type { MinutesLinks, MinutesParagraph, MinutesScribe } from './minutesScribe.js';

/** The contents of one meeting's minutes, as plain data that is independent of the log. It is the only input of writers. */
export interface Minutes {
  /** With its `#`; null if unknown. */
  readonly channel: string | null;
  /** The heading, as MeetBot writes it: `#channel: TITLE` or `#channel Meeting`. Without a channel, the title or the name. */
  readonly title: string;
  /** The name under which the bot files the minutes. */
  readonly name: string | null;
  /**
   * `YYYY-MM-DD`.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  readonly date: string | null;
  /** The name of the time zone of all times, empty if unknown. */
  readonly zone: string;
  /** The chair that the bot named at the start, or else who gave `#startmeeting`; null if the log does not show it. */
  readonly owner: string | null;
  /** Whether the command that started the meeting is not in the log, although a bot recorded the meeting. */
  readonly isStartMissing: boolean;
  /** When it was started anew, if it was joined from several meetings. */
  readonly restarts: readonly Moment[];
  /** Sorted by code point, including the owner. */
  readonly chairs: readonly string[];
  /** The bot's nick, null if none replied. */
  readonly bot: string | null;
  readonly start: Moment;
  /** Null if no one ended the meeting. */
  readonly end: Moment | null;
  /** Seconds from the start to the end; null if the meeting has no end or the log's times leave it open. */
  readonly duration: number | null;
  /** The items before the first topic. */
  readonly items: readonly MinutesItem[];
  readonly topics: readonly MinutesTopic[];
  readonly votes: readonly MinutesVote[];
  /**
   * Sorted by lines said, most first, and then by when they were first seen. Those only named by `#nick` or `#chair` have 0
   * lines.
   */
  readonly people: readonly MinutesPerson[];
  readonly log: LogFile;
  /** What a scribe's meeting has besides: who was present, and the discussion. Null for other bots' meetings. */
  readonly scribe: MinutesScribe | null;
  /** Everything that was said; the anchor of an entry is its 1-based position. Empty if no requested format writes it. */
  readonly entries: readonly LogEntry[];
}

export interface MinutesItem extends Moment {
  readonly nick: string;
  readonly type: ItemType;
  readonly text: string;
  /**
   * The number of the line in the bot's HTML log: its anchor is `l-N`.
   * @minimum 1
   */
  readonly anchor: number;
  /** For links only. */
  readonly link?: Link;
  /** For actions only: who of those present has to do it. */
  readonly assignees?: readonly string[];
  /** For items recorded by a vote: the motion, a single vote, or the result. */
  readonly ofVote?: 'motion' | 'ballot' | 'result';
}

/** A subtopic and its items. */
export interface MinutesSubtopic extends MinutesItem {
  readonly items: readonly MinutesItem[];
}

export interface MinutesTopic extends MinutesSubtopic {
  /** The items before the first subtopic. */
  readonly items: readonly MinutesItem[];
  readonly subtopics: readonly MinutesSubtopic[];
}

/** A vote, and when and by whom it was opened. */
export interface MinutesVote extends Moment {
  readonly nick: string;
  readonly question: string;
  readonly options: readonly {
    readonly option: string;
    /** Those whose votes count, in order. */
    readonly voters: readonly string[];
  }[];
  /** Null if no one closed it. */
  readonly end: Moment | null;
  /** The outcome by the bot's rules, such as `Carried`; null if the bot only counts, or no one closed it. */
  readonly outcome: string | null;
}

export interface MinutesPerson {
  readonly nick: string;
  readonly lines: number;
  readonly chair: boolean;
}

/** Where readers of the minutes find the log. */
export interface LogFile {
  /**
   * What precedes the name of the log in links: the address of its folder, empty if the minutes are beside it. Null if readers
   * cannot get to it: then the minutes have no links to the log.
   */
  readonly base: string | null;
  /** The file name of the log, empty if it has none. */
  readonly file: string;
  /** The same as `base` for the page, which is beside the log, or beside the minutes if it is written with them. */
  readonly pageBase: string | null;
  /** The file name of the bot's page of the log, empty if it has none. */
  readonly page: string;
}

/** Something that someone said or did (`/me`). */
export interface LogEntry extends Moment {
  /** Seconds since the start of the meeting, left out where the log's times leave it open. */
  readonly seconds?: number;
  readonly nick: string;
  readonly isAction: boolean;
  readonly text: string;
}

/** ` at HH:MM:SS ZONE`, or empty if the log has no times. */
export function atTime({ time }: Moment, { zone }: Minutes): string {
  return time === null ? '' : ` at ${time} ${zone}`.trimEnd();
}

/** A nick with a time, if the log has times. It contains chat text: each format escapes it as a whole. */
export function nickAndTime(nick: string, { time }: Moment): string {
  return time === null ? nick : `${nick}, ${time}`;
}

/**
 * The question of a vote with its outcome, or a note that it was not closed. It contains chat text: each format escapes it as a
 * whole.
 */
export function questionText({ question, outcome, end }: MinutesVote): string {
  const about = end ? outcome : 'not closed';
  return about === null ? question : `${question} (${about})`;
}

/**
 * An option of a vote with its count and voters, `Yes: 2 (ann, bob)`. It contains chat text: each format escapes it as a whole.
 */
export function optionText(option: string, voters: readonly string[]): string {
  const who = voters.length === 0 ? '' : ` (${voters.join(', ')})`;
  return `${option}: ${voters.length}${who}`;
}

/** Every item of the minutes in order, including topics and subtopics. */
export function allItems(minutes: Minutes): MinutesItem[] {
  return [...minutes.items, ...minutes.topics.flatMap((topic) => [topic, ...itemsBelow(topic)])];
}

/** The error for a topic number that does not exist. */
export function noTopic(number: number, { topics }: Minutes): RangeError {
  return new RangeError(`there is no topic ${number}, the meeting has ${topics.length || 'none'}`);
}

/** Every item below a topic in order, including subtopics. */
export function itemsBelow({ items, subtopics }: MinutesTopic): MinutesItem[] {
  return [...items, ...subtopics.flatMap((subtopic) => [subtopic, ...subtopic.items])];
}

/** Those who said something, and those who were only named. */
export function speakersAndNamed({ people }: Pick<Minutes, 'people'>): {
  readonly speakers: readonly MinutesPerson[];
  readonly named: readonly MinutesPerson[];
} {
  return { speakers: people.filter(({ lines }) => lines > 0), named: people.filter(({ lines }) => lines === 0) };
}

/** Every action of the minutes in order. */
export function allActions(minutes: Minutes): MinutesItem[] {
  return allItems(minutes).filter(isAction);
}

/** Whether an item is a decision; for a vote, only its result is. */
export function isDecision({ type, ofVote }: Pick<MinutesItem, 'type' | 'ofVote'>): boolean {
  return (itemTypes[type].decides ?? false) && (ofVote ?? 'result') === 'result';
}

/** Whether an item is something to do. */
export function isAction({ type }: Pick<MinutesItem, 'type'>): boolean {
  return type === 'ACTION';
}

/** Every decision of the minutes in order. */
export function allDecisions(minutes: Minutes): MinutesItem[] {
  return allItems(minutes).filter(isDecision);
}

/** What someone has to do. */
export interface PersonalActions {
  readonly nick: string;
  readonly actions: readonly MinutesItem[];
}

/** An action for more people than this is listed only once, for all of them. */
export const mostAssignees = 10;

/**
 * The actions of each person, sorted by lower-cased nick like MeetBot; at the end, actions for more than `most` people. Takes
 * time proportional to the number of actions and people, and lists no action more often than `most`.
 */
export function actionsByPerson(minutes: Minutes, most = mostAssignees): readonly PersonalActions[] {
  const byNick = new Map<string, MinutesItem[]>(minutes.people.map(({ nick }) => [nick, []]));
  const many: MinutesItem[] = [];
  for (const action of allActions(minutes)) {
    const assignees = new Set(action.assignees);
    if (assignees.size > most) many.push(action);
    else for (const nick of assignees) byNick.get(nick)?.push(action);
  }
  const people = Array.from(byNick, ([nick, actions]) => ({ nick, actions, folded: nick.toLowerCase() }))
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => compare(a.folded, b.folded))
    .map(({ nick, actions }) => ({ nick, actions }));
  return many.length > 0 ? [...people, { nick: `More than ${most} people`, actions: many }] : people;
}

/** The actions that name no one present. */
export function unassignedActions(minutes: Minutes): MinutesItem[] {
  return allActions(minutes).filter(({ assignees }) => assignees?.length === 0);
}

/** Compares strings by UTF-16 units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
