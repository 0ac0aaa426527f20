import type { MeetingLog } from '../meeting/meetingLog.js';
import { problems } from '../meeting/problems/findProblems.js';
import { problemTable, type Severity } from '../meeting/problems/problemTable.js';
import { cleanText } from '../minutes/escape/clean.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import type { Minutes, MinutesItem, MinutesTopic, Moment } from '../minutes/minutes.js';

/**
 * What `meetlog outline --json` prints; `outline.schema.json` describes it. Lines and columns are 1-based, columns count UTF-16
 * units.
 */
export interface Outline {
  readonly file: string;
  readonly layout: string;
  /** The kind of bot that answered in the log, or null. */
  readonly bot: string | null;
  readonly meetings: readonly OutlineMeeting[];
  readonly problems: readonly OutlineProblem[];
}

export interface OutlineMeeting
  extends Pick<Minutes, 'title' | 'name' | 'channel' | 'date' | 'owner' | 'chairs' | 'start' | 'end' | 'people'> {
  readonly items: readonly OutlineItem[];
  readonly topics: readonly OutlineTopic[];
  readonly votes: Minutes['votes'];
}

interface OutlineItem extends Moment {
  readonly nick: string;
  readonly type: string;
  readonly text: string;
  readonly url?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

interface OutlineTopic extends Moment {
  readonly nick: string;
  readonly title: string;
  readonly items: readonly OutlineItem[];
  readonly subtopics: readonly OutlineTopic[];
}

interface OutlineProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  /** Exclusive. */
  readonly endColumn: number;
  readonly message: string;
}

/** The structure of a log and its problems. `file` is its path as the user gave it. */
export function outline(log: MeetingLog, file: string, channel?: string): Outline {
  return {
    file,
    layout: log.text.layout.name,
    bot: log.meetings.some(({ bot }) => bot !== undefined) ? log.dialect.name : null,
    meetings: log.meetings.map((meeting) =>
      outlineMeeting(minutesOf(log, meeting, { channel, asLogged: true, withoutEntries: true })),
    ),
    // Found when they are asked for: the tree for people shows none.
    get problems() {
      return problemList(log);
    },
  };
}

/** The problems of a log as reports show them. */
export function problemList(log: MeetingLog): OutlineProblem[] {
  return problems(log).map(({ code, line, start, end, message }) => ({
    code,
    severity: problemTable[code].severity,
    line: line + 1,
    column: start + 1,
    endColumn: end + 1,
    message: cleanText(message).replaceAll('\t', ' '),
  }));
}

function outlineMeeting(minutes: Minutes): OutlineMeeting {
  const { title, name, channel, date, owner, chairs, start, end, items, topics, people, votes } = minutes;
  return {
    title,
    name,
    channel,
    date,
    owner,
    chairs,
    start,
    end,
    items: items.map(outlineItem),
    topics: topics.map(outlineTopic),
    people,
    votes,
  };
}

function outlineTopic({ line, time, nick, text, items }: Omit<MinutesTopic, 'type' | 'anchor'>): OutlineTopic {
  const starts = [...items.keys()].filter((index) => items[index]?.type === 'SUBTOPIC');
  const subtopics = starts.flatMap((start, index) => {
    const item = items[start];
    return item ? [outlineTopic({ ...item, items: items.slice(start + 1, starts[index + 1]) })] : [];
  });
  return { line, time, nick, title: text, items: items.slice(0, starts[0]).map(outlineItem), subtopics };
}

function outlineItem({ line, time, nick, type, text, link }: MinutesItem): OutlineItem {
  return { line, time, nick, type, text, ...link };
}
