import { clockTime } from '../log/clock.js';
import { spokenLines } from '../log/tally.js';
import { assignees } from '../meeting/assignees.js';
import type { ItemType } from '../meeting/commands.js';
import { firstWordAsLink, type Link, splitLink } from '../meeting/links.js';
import { baseName, channelOf, dateInName, durationOf, type MeetingLog, nicks, textAt } from '../meeting/meetingLog.js';
import { agenda, chairsAt, type Item, type Meeting, type Topic } from '../meeting/model.js';

/** What the minutes of one meeting say, in plain data that owes nothing to the log any more. All writers read this alone. */
export interface Minutes {
  /** With its `#`. */
  readonly channel: string;
  /** The heading, as MeetBot writes it: `#channel: TITLE` or `#channel Meeting`. */
  readonly title: string;
  readonly name: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly owner: string;
  /** Sorted by code point, the owner among them. */
  readonly chairs: readonly string[];
  readonly start: Moment;
  /** Null where nobody ended the meeting. */
  readonly end: Moment | null;
  /** From the start to the end in seconds; null where either has no time. */
  readonly duration: number | null;
  /** The items before the first topic. */
  readonly items: readonly MinutesItem[];
  readonly topics: readonly MinutesTopic[];
  readonly people: readonly MinutesPerson[];
  readonly log: LogFile;
}

/** A line of the log, counted from 1, and its time `HH:MM:SS`, null where the log has none. */
export interface Moment {
  readonly line: number;
  readonly time: string | null;
}

export interface MinutesItem extends Moment {
  readonly nick: string;
  readonly type: ItemType;
  readonly text: string;
  /** The number of the line in the bot's HTML log: its anchor is `l-N`. */
  readonly anchor: number;
  /** For links only. */
  readonly link?: Link;
  /** For actions only: who is to do it, of those present. */
  readonly assignees?: readonly string[];
}

export interface MinutesTopic extends MinutesItem {
  readonly items: readonly MinutesItem[];
}

export interface MinutesPerson {
  readonly nick: string;
  readonly lines: number;
  readonly chair: boolean;
}

/** Where readers of the minutes find the log. */
export interface LogFile {
  /** The log's own file name. */
  readonly file: string;
  /** The page that the bot makes of the log. */
  readonly page: string;
}

/** Draws up the minutes of a meeting. The channel is that of the file's name unless it is given. */
export function minutesOf(log: MeetingLog, meeting: Meeting, channel = channelOf(log.fileName)): Minutes {
  const { items, topics } = agenda(meeting);
  const chairs = chairsAt(meeting);
  const view = new ItemView(log, meeting);
  return {
    channel,
    title: meeting.title ? `${channel}: ${textAt(log, meeting.title)}` : `${channel} Meeting`,
    name: meeting.name ?? null,
    date: meeting.date ?? dateInName(log.fileName) ?? null,
    owner: meeting.owner,
    chairs,
    start: moment(log, meeting.startLine),
    end: meeting.endLine === undefined ? null : moment(log, meeting.endLine),
    duration: durationOf(log, meeting) ?? null,
    items: items.map((item) => view.item(item)),
    topics: topics.map((topic) => view.topic(topic)),
    people: meeting.people.map(({ nick, lines }) => ({ nick, lines, chair: chairs.includes(nick) })),
    log: { file: log.fileName, page: `${baseName(log.fileName)}.log.html` },
  };
}

/** Every item of the minutes in order, topics among them. */
export function allItems(minutes: Minutes): MinutesItem[] {
  return [...minutes.items, ...minutes.topics.flatMap((topic) => [topic, ...topic.items])];
}

/** Every action of the minutes in order. */
export function allActions(minutes: Minutes): MinutesItem[] {
  return allItems(minutes).filter(({ type }) => type === 'ACTION');
}

/** Who has something to do and what, by lower-cased nick as MeetBot sorts them. */
export function actionsByPerson(
  minutes: Minutes,
): { readonly nick: string; readonly actions: readonly MinutesItem[] }[] {
  const actions = allActions(minutes);
  return minutes.people
    .map(({ nick }) => ({ nick, actions: actions.filter((action) => action.assignees?.includes(nick)) }))
    .filter((person) => person.actions.length > 0)
    .sort((a, b) => compare(a.nick.toLowerCase(), b.nick.toLowerCase()));
}

/** The actions that nobody present is named in. */
export function unassignedActions(minutes: Minutes): MinutesItem[] {
  return allActions(minutes).filter(({ assignees }) => assignees?.length === 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function moment(log: MeetingLog, line: number): Moment {
  const { time } = log.text.read(line);
  return { line: line + 1, time: time === undefined ? null : clockTime(time) };
}

/** Turns the places of a meeting into the texts of its minutes. */
class ItemView {
  readonly #log: MeetingLog;
  readonly #nicks: readonly string[];
  /** Counts the anchors line by line as the items come, so that no part of the log is counted twice. */
  #counted: Counter;

  constructor(log: MeetingLog, meeting: Meeting) {
    this.#log = log;
    this.#nicks = nicks(meeting);
    this.#counted = { next: meeting.startLine, spoken: 0 };
  }

  topic({ item, items }: Topic): MinutesTopic {
    return { ...this.item(item), items: items.map((below) => this.item(below)) };
  }

  item(item: Item): MinutesItem {
    const { type, nick, line } = item;
    const text = textAt(this.#log, item);
    return {
      ...moment(this.#log, line),
      nick,
      type,
      text,
      anchor: this.#anchor(line),
      ...(type === 'LINK' && { link: splitLink(text) ?? firstWordAsLink(text) }),
      ...(type === 'ACTION' && { assignees: assignees(text, this.#nicks) }),
    };
  }

  #anchor(line: number): number {
    this.#counted.spoken += spokenLines(this.#log.text, this.#counted.next, line);
    this.#counted.next = line + 1;
    return this.#counted.spoken;
  }
}

interface Counter {
  next: number;
  spoken: number;
}
