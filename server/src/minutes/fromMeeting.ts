import { clockTime } from '../log/facts/clock.js';
import { dateAt, zoneAt } from '../log/facts/dates.js';
import { isSpokenKind } from '../log/logLine.js';
import { finish, mapped, type Steps } from '../log/steps.js';
import { agenda } from '../meeting/agenda.js';
import { assigneesIn } from '../meeting/assignees.js';
import { chairsAt } from '../meeting/chairs.js';
import { firstWordAsLink, splitLink } from '../meeting/links.js';
import { channelOf, dateInName, durationOf, type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting, Vote } from '../meeting/model.js';
import { peopleOf } from '../meeting/people.js';
import { votersFor } from '../meeting/replay/votes.js';
import { replayAsMeetBot } from './bugCompatible/bugCompatible.js';
import { cleanNick, cleanText } from './escape/clean.js';
import { logFile } from './logFile.js';
import type { LogEntry, Minutes, MinutesItem, MinutesTopic, MinutesVote, Moment } from './minutes.js';

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
  if (bugCompatible) return replayAsMeetBot(log, meeting, channel);
  const offset = asLogged ? 0 : utcOffset(log, meeting);
  const minutes = yield* withoutLog(log, meeting, cleanText(channel), offset);
  return withoutEntries ? minutes : { ...minutes, entries: yield* entriesOf(log, meeting, offset ?? 0) };
}

/**
 * What must be added to the log's times for UTC: by the bot's greeting, by the zone that stamps bear, or by the layout; undefined
 * where nothing tells.
 */
function utcOffset({ text }: MeetingLog, { startLine, utcOffset: byBot }: Meeting): number | undefined {
  return byBot ?? zoneAt(text, startLine) ?? (text.layout.utc ? 0 : undefined);
}

/** The date by the bot's greeting, which is that of UTC, else by the log, else by the log's name. */
function dateOf(log: MeetingLog, { date, startLine }: Meeting, offset: number): string | null {
  const own = date === undefined ? dateAt(log.text, startLine) : undefined;
  const { time } = log.text.read(startLine);
  if (own === undefined || time === undefined) return date ?? own ?? dateInName(log.fileName) ?? null;
  return new Date(Date.parse(own) + (time + offset) * 1000).toISOString().slice(0, 10);
}

/** The minutes without what was said. */
function* withoutLog(log: MeetingLog, meeting: Meeting, channel: string, known: number | undefined): Steps<Minutes> {
  const offset = known ?? 0;
  const { items, topics } = agenda(meeting);
  const chairs = new Set(chairsAt(meeting));
  const moment = (line: number) => momentOf(log, line, offset);
  const anchors = anchorsOf(log, meeting);
  const itemOf = (item: Item) => ({ ...moment(item.line), ...minutesItem(log, meeting, item, anchors) });
  const listed: MinutesTopic[] = [];
  for (const topic of topics) {
    listed.push({ ...itemOf(topic.item), items: yield* mapped(topic.items, itemOf) });
    yield;
  }
  return {
    channel,
    title: meeting.title ? `${channel}: ${cleanText(textAt(log, meeting.title))}` : `${channel} Meeting`,
    name: meeting.name === undefined ? null : cleanText(meeting.name),
    date: dateOf(log, meeting, offset),
    zone: known === undefined ? '' : 'UTC',
    owner: cleanNick(meeting.owner),
    chairs: Array.from(chairs, cleanNick),
    bot: meeting.bot === undefined ? null : cleanNick(meeting.bot),
    start: moment(meeting.startLine),
    end: meeting.endLine === undefined ? null : moment(meeting.endLine),
    duration: durationOf(log, meeting) ?? null,
    items: yield* mapped(items, itemOf),
    topics: listed,
    votes: yield* mapped(meeting.votes, (vote) => minutesVote(log, vote, moment)),
    people: peopleOf(log, meeting).map(({ nick, lines }) => ({
      nick: cleanNick(nick),
      lines,
      chair: chairs.has(nick),
    })),
    log: logFile(log.fileName),
    entries: [],
  };
}

const day = 86_400;

function momentOf(log: MeetingLog, line: number, offset: number): Moment {
  return momentAt(line, log.text.read(line).time, offset);
}

function momentAt(line: number, time: number | undefined, offset: number): Moment {
  return { line: line + 1, time: time === undefined ? null : clockTime((time + offset + day) % day) };
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

/**
 * The anchors of the lines that items stand on: how many lines are said in the meeting up to them. A line that nobody said has 0.
 */
function anchorsOf({ text }: MeetingLog, { startLine, items }: Meeting): ReadonlyMap<number, number> {
  const anchors = new Map(items.map(({ line }) => [line, 0]));
  const last = items.reduce((most, { line }) => Math.max(most, line), startLine - 1);
  let said = 0;
  for (const { block, start, from, to } of text.parts(startLine, last)) {
    for (let row = from; row <= to; row++) {
      if (!isSpokenKind(block.kind(row))) continue;
      said++;
      if (anchors.has(start + row)) anchors.set(start + row, said);
    }
  }
  return anchors;
}

function minutesItem(
  log: MeetingLog,
  meeting: Meeting,
  item: Item,
  anchors: ReadonlyMap<number, number>,
): Omit<MinutesItem, keyof Moment> {
  const { type, nick, line } = item;
  const text = cleanText(textAt(log, item) + (item.words === undefined ? continuation(log, line) : ''));
  return {
    nick: cleanNick(nick),
    type,
    text,
    anchor: anchors.get(line) ?? 0,
    ...(type === 'LINK' && { link: splitLink(text) ?? firstWordAsLink(text) }),
    ...(type === 'ACTION' && { assignees: assigneesIn(log, meeting, text).map(cleanNick) }),
  };
}

/** What a wrapped message goes on with below its line. */
function continuation({ text }: MeetingLog, line: number): string {
  let more = '';
  for (let below = line + 1; below < text.lineCount; below++) {
    const { kind, textStart, textEnd } = text.read(below);
    if (kind !== 'continuation') break;
    more += ` ${text.text(below).slice(textStart, textEnd)}`;
  }
  return more;
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
  const text = log.text.text(line).slice(textStart, textEnd);
  return {
    ...momentAt(line, time, offset),
    nick: cleanNick(nick),
    isAction: kind === 'action',
    text: cleanText(text + continuation(log, line)),
  };
}
