import { finish, type Steps } from '../log/steps.js';
import type { ItemType } from '../meeting/itemTypes.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { whyUnusable } from '../meeting/problems/unusable.js';
import { drawingUp } from '../minutes/fromMeeting.js';
import {
  isAction,
  isDecision,
  type Minutes,
  type MinutesItem,
  type MinutesPerson,
  type MinutesVote,
} from '../minutes/minutes.js';
import { type Closing, closingsOf } from './closings.js';

/*
 * What the ledger of many meetings needs of one log: plain data that owes nothing to the log, so that it can be kept, sent
 * between threads and made anew when the log changes. All lines are 1-based, as in minutes.
 */

/** The digest of one log. */
export interface LogDigest {
  /** The log: its path as it was given, or its URI. */
  readonly log: string;
  readonly meetings: readonly MeetingDigest[];
  /** Why its meetings cannot be right, as a sentence; null if they can. */
  readonly unusable: string | null;
}

/** One meeting of a log. Dates and times are those of its minutes. */
export interface MeetingDigest extends Pick<Minutes, 'title' | 'name' | 'channel' | 'date' | 'bot'> {
  /** Its first line, and when that was said, `HH:MM:SS`; null if the log has no times. */
  readonly line: number;
  readonly time: string | null;
  /** The line that ended it; null if it never ended. */
  readonly endLine: number | null;
  /** The name of the dialect by whose rules it was read. */
  readonly dialect: string;
  readonly people: readonly MinutesPerson[];
  readonly topics: readonly TopicDigest[];
  readonly actions: readonly ActionDigest[];
  readonly decisions: readonly DecisionDigest[];
  readonly closings: readonly Closing[];
}

export interface TopicDigest {
  readonly text: string;
  readonly line: number;
}

export interface ActionDigest {
  readonly text: string;
  readonly line: number;
  /** Who recorded it. */
  readonly nick: string;
  /** The nicks of those present who have to do it, in the order of the minutes. */
  readonly people: readonly string[];
}

export interface DecisionDigest {
  readonly text: string;
  readonly kind: ItemType;
  readonly line: number;
  readonly nick: string;
  /** The title of the topic that it is below; null if there is none. */
  readonly topic: string | null;
  /** The vote of which it is the result. */
  readonly vote: VoteDigest | null;
}

export interface VoteDigest extends Pick<MinutesVote, 'question' | 'options' | 'outcome'> {}

/** Makes the digest of a log, which is called `name` in it. */
export function digestOf(log: MeetingLog, name: string): LogDigest {
  return finish(digesting(log, name));
}

/** The same, in small steps. */
export function* digesting(log: MeetingLog, name: string): Steps<LogDigest> {
  const meetings: MeetingDigest[] = [];
  for (const meeting of log.meetings) meetings.push(yield* digestingMeeting(log, meeting));
  // Texts that are parts of the log's text would keep all of it in memory.
  return structuredClone({ log: name, meetings, unusable: whyUnusable(log) ?? null });
}

function* digestingMeeting(log: MeetingLog, meeting: Meeting): Steps<MeetingDigest> {
  const minutes = yield* drawingUp(log, meeting, { withoutEntries: true });
  const { title, name, channel, date, bot, start, end, people } = minutes;
  const items = withTopics(minutes);
  return {
    title,
    name,
    channel,
    date,
    bot,
    line: start.line,
    time: start.time,
    endLine: end?.line ?? null,
    dialect: log.dialect.name,
    people,
    topics: minutes.topics.map(({ text, line }) => ({ text, line })),
    actions: items
      .filter(([item]) => isAction(item))
      .map(([{ text, line, nick, assignees = [] }]) => ({ text, line, nick, people: assignees })),
    decisions: decisionsOf(minutes, items),
    closings: closingsOf(log, meeting),
  };
}

type WithTopic = readonly [item: MinutesItem, topic: string | null];

/** The items of a meeting other than its topics, in order, each with the title of its topic. */
function withTopics({ items, topics }: Minutes): WithTopic[] {
  return [
    ...items.map((item) => [item, null] as const),
    ...topics.flatMap((topic) =>
      [...topic.items, ...topic.subtopics.flatMap((one) => one.items)].map((item) => [item, topic.text] as const),
    ),
  ];
}

/** The decisions of a meeting in order. */
function decisionsOf({ votes }: Minutes, items: readonly WithTopic[]): DecisionDigest[] {
  const byEnd = new Map(votes.flatMap((vote) => (vote.end ? [[vote.end.line, vote] as const] : [])));
  return items
    .filter(([item]) => isDecision(item))
    .map(([{ text, type, line, nick }, topic]) => {
      const vote = byEnd.get(line);
      return { text, kind: type, line, nick, topic, vote: vote ? voteOf(vote) : null };
    });
}

function voteOf({ question, options, outcome }: MinutesVote): VoteDigest {
  return { question, options, outcome };
}
