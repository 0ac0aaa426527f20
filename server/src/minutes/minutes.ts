import { type ItemType, itemTypes } from '../meeting/itemTypes.js';
import type { Link } from '../meeting/links.js';

/** What the minutes of one meeting say, in plain data that owes nothing to the log any more. All writers read this alone. */
export interface Minutes {
  /** With its `#`; null if nothing shows it. */
  readonly channel: string | null;
  /** The heading, as MeetBot writes it: `#channel: TITLE` or `#channel Meeting`. Without a channel, it is the title or the name. */
  readonly title: string;
  /** The name under which the bot files the minutes. */
  readonly name: string | null;
  /**
   * `YYYY-MM-DD`.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  readonly date: string | null;
  /** The name of the time zone of all times, empty where it is not known. */
  readonly zone: string;
  /** Who gave `#startmeeting`; null if nobody did, as the meeting is a whole log. */
  readonly owner: string | null;
  /** Sorted by code point, the owner among them. */
  readonly chairs: readonly string[];
  /** The bot's nick, null where none answered. */
  readonly bot: string | null;
  readonly start: Moment;
  /** Null where nobody ended the meeting. */
  readonly end: Moment | null;
  /** From the start to the end in seconds; null where either has no time. */
  readonly duration: number | null;
  /** The items before the first topic. */
  readonly items: readonly MinutesItem[];
  readonly topics: readonly MinutesTopic[];
  readonly votes: readonly MinutesVote[];
  /** By lines said, falling; of equals, who was seen first comes first. Who was only named, by `#nick` or `#chair`, said none. */
  readonly people: readonly MinutesPerson[];
  readonly log: LogFile;
  /**
   * Everything that was said; the anchor of an entry is its place here, counted from 1. Empty where no format at hand writes it.
   */
  readonly entries: readonly LogEntry[];
}

/** A line of the log, counted from 1, and its time `HH:MM:SS`, null where the log has none. */
export interface Moment {
  /** @minimum 1 */
  readonly line: number;
  /**
   * `HH:MM:SS`, null where the log has none.
   * @pattern ^\d{2}:\d{2}:\d{2}$
   */
  readonly time: string | null;
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
  /** For actions only: who is to do it, of those present. */
  readonly assignees?: readonly string[];
  /** For what a vote recorded: what it was moved, a single vote, or what came of it. */
  readonly ofVote?: 'motion' | 'ballot' | 'result';
}

/** A subtopic with its items. */
export interface MinutesSubtopic extends MinutesItem {
  readonly items: readonly MinutesItem[];
}

export interface MinutesTopic extends MinutesSubtopic {
  /** Before the first subtopic. */
  readonly items: readonly MinutesItem[];
  readonly subtopics: readonly MinutesSubtopic[];
}

/** A vote: when it was opened, and by whom. */
export interface MinutesVote extends Moment {
  readonly nick: string;
  readonly question: string;
  readonly options: readonly {
    readonly option: string;
    /** Those whose vote counts, in their order. */
    readonly voters: readonly string[];
  }[];
  /** Null where nobody closed it. */
  readonly end: Moment | null;
  /** What came of it by the bot's rules, such as `Carried`; null if the bot only counts, or nobody closed it. */
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
   * What is before the name of the log in links: the address of its folder, empty if the minutes are beside it. Null if readers
   * have no way to it: minutes then have no links to the log.
   */
  readonly base: string | null;
  /** The name of the log's own file, empty if it has none. */
  readonly file: string;
  /** The same as `base` for the page: it is beside the log, or beside the minutes if it is written with them. */
  readonly pageBase: string | null;
  /** The name of the page that the bot makes of the log, empty if it has none. */
  readonly page: string;
}

/** Something that somebody said, or did (`/me`). */
export interface LogEntry extends Moment {
  readonly nick: string;
  readonly isAction: boolean;
  readonly text: string;
}

/** ` at HH:MM:SS ZONE`, or nothing where the log has no times. */
export function atTime({ time }: Moment, { zone }: Minutes): string {
  return time === null ? '' : ` at ${time} ${zone}`.trimEnd();
}

/** A nick with the time of what it did, where the log has times. It was said: each format escapes it as a whole. */
export function nickAndTime(nick: string, { time }: Moment): string {
  return time === null ? nick : `${nick}, ${time}`;
}

/** The question of a vote, with its outcome or that nobody closed it. It was said: each format escapes it as a whole. */
export function questionText({ question, outcome, end }: MinutesVote): string {
  const about = end ? outcome : 'not closed';
  return about === null ? question : `${question} (${about})`;
}

/** An option of a vote with its count and its voters, `Yes: 2 (ann, bob)`. It was said: each format escapes it as a whole. */
export function optionText(option: string, voters: readonly string[]): string {
  const who = voters.length === 0 ? '' : ` (${voters.join(', ')})`;
  return `${option}: ${voters.length}${who}`;
}

/** Every item of the minutes in order, topics and subtopics among them. */
export function allItems(minutes: Minutes): MinutesItem[] {
  return [...minutes.items, ...minutes.topics.flatMap((topic) => [topic, ...itemsBelow(topic)])];
}

/** The error that there is no topic of that number. */
export function noTopic(number: number, { topics }: Minutes): RangeError {
  return new RangeError(`there is no topic ${number}, the meeting has ${topics.length || 'none'}`);
}

/** Every item below a topic in order, subtopics among them. */
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

/** Whether an item is a decision: of a vote, only its result is one. */
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

/** What somebody has to do. */
export interface PersonalActions {
  readonly nick: string;
  readonly actions: readonly MinutesItem[];
}

/** An action for more people than so many is nobody's own: it is listed once, for all of them. */
export const mostAssignees = 10;

/**
 * Who has something to do and what, by lower-cased nick as MeetBot sorts them; last, what more than `most` people have to do.
 * Takes time of the number of actions and people, and writes no action more often than `most`.
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

/** The actions that nobody present is named in. */
export function unassignedActions(minutes: Minutes): MinutesItem[] {
  return allActions(minutes).filter(({ assignees }) => assignees?.length === 0);
}

/** Orders strings by their UTF-16 units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
