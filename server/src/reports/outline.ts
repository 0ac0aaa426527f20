import type { ItemType } from '../meeting/itemTypes.js';
import type { Link } from '../meeting/links.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import type { Minutes, MinutesItem, MinutesScribe, MinutesSubtopic, MinutesTopic, Moment } from '../minutes/minutes.js';
import type { LogProject } from '../workspace/logProject.js';
import { type OutlineProblem, problemList } from './problemList.js';

/** The output of `meetlog outline --json`: the outline of the given log, or a list of outlines for several logs or a folder. */
export type PrintedOutline = Outline | readonly Outline[];

/** The meetings of a log and its problems. Lines and columns are 1-based; columns count UTF-16 units. */
export interface Outline {
  /** The log's path, as given. */
  readonly file: string;
  /** The name of the log's layout. */
  readonly layout: string;
  /** The kind of bot that replied in the log, or null. */
  readonly bot: string | null;
  readonly meetings: readonly OutlineMeeting[];
  readonly problems: readonly OutlineProblem[];
}

/** A meeting of the log, with times as in the log. */
export interface OutlineMeeting
  extends Pick<
    Minutes,
    'name' | 'channel' | 'date' | 'owner' | 'isStartMissing' | 'chairs' | 'start' | 'end' | 'people'
  > {
  /** The title of the minutes; null for a meeting with a scribe to which nobody gave one. */
  readonly title: string | null;
  /** Of a meeting with a scribe: who was present, sent regrets and scribed. */
  readonly attendance?: Pick<MinutesScribe, 'present' | 'regrets' | 'scribes'>;
  /** The duration; null if the meeting has no end or the log's times leave it open. */
  readonly seconds: number | null;
  /** The items before the first topic. */
  readonly items: readonly OutlineItem[];
  readonly topics: readonly OutlineTopic[];
  readonly votes: Minutes['votes'];
}

/** An item, whose `type` says what it is. */
export type OutlineItem = OutlineLink | OutlineText;

/** A link, with the text before and after its URL. */
interface OutlineLink extends Moment, Link {
  readonly nick: string;
  readonly type: 'LINK';
  readonly text: string;
}

/** Any other item. A subtopic is an item only before the first topic; later, it is below its topic. */
interface OutlineText extends Moment {
  readonly nick: string;
  readonly type: Exclude<ItemType, 'LINK' | 'TOPIC'>;
  readonly text: string;
}

/** A topic or a subtopic. */
export interface OutlineTopic extends Moment {
  readonly nick: string;
  readonly title: string;
  readonly items: readonly OutlineItem[];
  readonly subtopics: readonly OutlineTopic[];
}

/** The structure of a log and, optionally, its problems, except the ignored ones. `file` is the log's path, as it was given. */
export function outline(
  log: MeetingLog,
  file: string,
  channel?: string,
  withProblems = true,
  ignored?: LogProject['ignored'],
): Outline {
  return {
    file,
    layout: log.text.layout.name,
    bot: log.meetings.some(({ bot }) => bot !== undefined) ? log.dialect.name : null,
    meetings: log.meetings.map((meeting) =>
      outlineMeeting(minutesOf(log, meeting, { channel, asLogged: true, withoutEntries: true })),
    ),
    problems: withProblems ? problemList(log, ignored) : [],
  };
}

function outlineMeeting(minutes: Minutes): OutlineMeeting {
  const { title, name, channel, date, owner, isStartMissing, chairs, start, end, duration } = minutes;
  const { items, topics, people, votes, scribe } = minutes;
  return {
    title: scribe ? scribe.title : title,
    name,
    channel,
    date,
    owner,
    isStartMissing,
    chairs,
    start,
    end,
    seconds: duration,
    items: items.map(outlineItem),
    topics: topics.map(outlineTopic),
    people,
    ...(scribe && { attendance: attendanceOf(scribe) }),
    votes,
  };
}

function attendanceOf({
  present,
  regrets,
  scribes,
}: MinutesScribe): Pick<MinutesScribe, 'present' | 'regrets' | 'scribes'> {
  return { present, regrets, scribes };
}

function outlineTopic({ subtopics, ...topic }: MinutesTopic): OutlineTopic {
  return outlineSubtopic(topic, subtopics);
}

function outlineSubtopic(
  { line, time, nick, text, items }: MinutesSubtopic,
  below: readonly MinutesSubtopic[] = [],
): OutlineTopic {
  const subtopics = below.map((one) => outlineSubtopic(one));
  return { line, time, nick, title: text, items: items.map(outlineItem), subtopics };
}

function outlineItem({ line, time, nick, type, text, link }: MinutesItem): OutlineItem {
  // Links have parts, and a topic is never an item of another topic.
  return { line, time, nick, type, text, ...link } as OutlineItem;
}
