import { isSpokenKind } from '../log/logLine.js';
import { finish, mapped, type Steps } from '../log/steps.js';
import { agenda } from '../meeting/agenda.js';
import { chairsAt } from '../meeting/chairs.js';
import { channelOf, durationOf, type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Meeting, Vote } from '../meeting/model.js';
import { peopleOf } from '../meeting/people.js';
import { votersFor } from '../meeting/replay/votes.js';
import { bugCompatibleMinutes } from './bugCompatible/bugCompatible.js';
import { cleanNick, cleanText } from './escape/clean.js';
import { logFile } from './logFile.js';
import { dateOf, momentAt, momentOf, utcOffset } from './meetingTime.js';
import type { LogEntry, Minutes, MinutesPerson, MinutesTopic, MinutesVote, Moment } from './minutes.js';
import { continuation, itemMaker } from './minutesItems.js';

/** What decides of the minutes of a meeting beside its log. */
export interface MinutesOptions {
  /** Instead of the channel in the name of the log's file. */
  readonly channel?: string | undefined;
  /** What MeetBot 0.1.4 makes of the log when it replays it, with all that it does wrong. */
  readonly bugCompatible?: boolean;
  /** Times as they stand in the log, and not in UTC where it is known how they differ. */
  readonly asLogged?: boolean;
  /** Leaves out everything that was said, which most formats do not write: see `Writer.writesLog`. */
  readonly withoutEntries?: boolean;
}

/** Draws up the minutes of a meeting. */
export function minutesOf(log: MeetingLog, meeting: Meeting, options?: MinutesOptions): Minutes {
  return finish(drawingUp(log, meeting, options));
}

/** The same work in small steps; bug-compatible minutes are drawn up in one. */
export function* drawingUp(log: MeetingLog, meeting: Meeting, options: MinutesOptions = {}): Steps<Minutes> {
  const { channel = channelOf(log.fileName), bugCompatible, asLogged, withoutEntries } = options;
  if (bugCompatible) return bugCompatibleMinutes(log, meeting, channel);
  const offset = asLogged ? 0 : utcOffset(log, meeting);
  const minutes = yield* withoutLog(log, meeting, cleanText(channel), offset);
  return withoutEntries ? minutes : { ...minutes, entries: yield* entriesOf(log, meeting, offset ?? 0) };
}

/** The minutes without what was said. */
function* withoutLog(log: MeetingLog, meeting: Meeting, channel: string, known: number | undefined): Steps<Minutes> {
  const offset = known ?? 0;
  const moment = (line: number) => momentOf(log, line, offset);
  const { items, topics } = yield* itemsOf(log, meeting, offset);
  return {
    channel,
    title: titleOf(channel, meeting.title && cleanText(textAt(log, meeting.title))),
    name: meeting.name === undefined ? null : cleanText(meeting.name),
    date: dateOf(log, meeting, offset),
    zone: known === undefined ? '' : 'UTC',
    owner: cleanNick(meeting.owner),
    chairs: chairsAt(meeting).map(cleanNick),
    bot: meeting.bot === undefined ? null : cleanNick(meeting.bot),
    start: moment(meeting.startLine),
    end: meeting.endLine === undefined ? null : moment(meeting.endLine),
    duration: durationOf(log, meeting) ?? null,
    items,
    topics,
    votes: yield* mapped(meeting.votes, (vote) => minutesVote(log, vote, moment)),
    people: minutesPeople(log, meeting),
    log: logFile(log.fileName),
    entries: [],
  };
}

/** The heading of minutes. The channel is not known of a log that is in no file. */
function titleOf(channel: string, title: string | undefined): string {
  return title ? [channel, title].filter(Boolean).join(': ') : `${channel} Meeting`.trimStart();
}

function* itemsOf(log: MeetingLog, meeting: Meeting, offset: number): Steps<Pick<Minutes, 'items' | 'topics'>> {
  const { items, topics } = agenda(meeting);
  const itemOf = itemMaker(log, meeting, offset);
  const listed: MinutesTopic[] = [];
  for (const topic of topics) {
    listed.push({ ...itemOf(topic.item), items: yield* mapped(topic.items, itemOf) });
    yield;
  }
  return { items: yield* mapped(items, itemOf), topics: listed };
}

function minutesPeople(log: MeetingLog, meeting: Meeting): MinutesPerson[] {
  const chairs = new Set(chairsAt(meeting));
  return peopleOf(log, meeting).map(({ nick, lines }) => ({ nick: cleanNick(nick), lines, chair: chairs.has(nick) }));
}

function minutesVote(log: MeetingLog, vote: Vote, moment: (line: number) => Moment): MinutesVote {
  return {
    ...moment(vote.line),
    nick: cleanNick(vote.nick),
    question: cleanText(textAt(log, vote.question)).trim(),
    options: vote.options.map((option) => ({
      option: cleanText(option),
      voters: votersFor(vote, option).map(cleanNick),
    })),
    end: vote.endLine === undefined ? null : moment(vote.endLine),
  };
}

/** Everything that was said in the meeting. */
function* entriesOf(log: MeetingLog, { startLine, lastLine }: Meeting, offset: number): Steps<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (const { block, start, from, to } of log.text.parts(startLine, lastLine)) {
    for (let row = from; row <= to; row++) {
      if (isSpokenKind(block.kind(row))) entries.push(entryOf(log, start + row, offset));
    }
    yield;
  }
  return entries;
}

function entryOf(log: MeetingLog, line: number, offset: number): LogEntry {
  const { kind, time, nick, textStart, textEnd } = log.text.read(line);
  const text = textAt(log, { line, start: textStart, end: textEnd });
  return {
    ...momentAt(line, time, offset),
    nick: cleanNick(nick),
    isAction: kind === 'action',
    text: cleanText(text + continuation(log, line)),
  };
}
