import { secondsSince } from '../log/facts/timeline.js';
import { isSpokenKind } from '../log/logLine.js';
import { finish, mapped, type Steps } from '../log/steps.js';
import { agenda, withSubtopics } from '../meeting/agenda.js';
import { chairsAt } from '../meeting/chairs.js';
import { channelOf, originalChannel } from '../meeting/channel.js';
import { itemTypes } from '../meeting/itemTypes.js';
import { durationOf, type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting, Vote } from '../meeting/model.js';
import { peopleOf } from '../meeting/people.js';
import { votersFor } from '../meeting/replay/votes.js';
import { bugCompatibleMinutes } from './bugCompatible/bugCompatible.js';
import { originalMoments } from './bugCompatible/originalStamps.js';
import { cleanNick, cleanText, isBlank } from './escape/clean.js';
import { logFile } from './logFile.js';
import {
  dateOf,
  loggedDateOf,
  momentAt,
  momentOf,
  type Shift,
  shiftFrom,
  unshifted,
  utcOffset,
} from './meetingTime.js';
import type { LogEntry, Minutes, MinutesPerson, MinutesTopic, MinutesVote, Moment } from './minutes.js';
import { continuation, itemMaker } from './minutesItems.js';
import { scribeMinutes } from './scribeMinutes.js';

/** Options that influence the minutes of a meeting. */
export interface MinutesOptions {
  /** Used instead of the channel that the log or its path shows. */
  readonly channel?: string | undefined;
  /** What MeetBot 0.1.4 makes of the log when it replays it, with all of its bugs. */
  readonly bugCompatible?: boolean | undefined;
  /** Times as in the log, even if the difference to UTC is known. */
  readonly asLogged?: boolean | undefined;
  /** Leaves out the full log, which most formats do not write: see `Writer.writesLog`. */
  readonly withoutEntries?: boolean;
}

/** Makes the minutes of a meeting. */
export function minutesOf(log: MeetingLog, meeting: Meeting, options?: MinutesOptions): Minutes {
  return finish(drawingUp(log, meeting, options));
}

/** The same, in small steps; bug-compatible minutes are made in one step. */
export function* drawingUp(log: MeetingLog, meeting: Meeting, options: MinutesOptions = {}): Steps<Minutes> {
  const { bugCompatible, asLogged, withoutEntries } = options;
  const channel = cleanText(options.channel ?? channelOf(log, meeting) ?? '');
  if (bugCompatible && meeting.scribed) {
    const minutes = yield* withoutLog(log, meeting, channel, { shift: unshifted, asLogged: true });
    const moment = originalMoments(log);
    return {
      ...minutes,
      scribe: scribeMinutes(meeting.scribed, (line) => moment(line + meeting.startLine), { exact: true }),
      entries: yield* entriesOf(log, meeting, unshifted),
    };
  }
  if (bugCompatible)
    return bugCompatibleMinutes(log, meeting, options.channel ?? log.channel ?? originalChannel(log.fileName));
  const offset = asLogged ? undefined : utcOffset(log, meeting);
  const shift = offset === undefined ? unshifted : shiftFrom(log, meeting, offset);
  const minutes = yield* withoutLog(log, meeting, channel, { shift, asLogged });
  return withoutEntries ? minutes : { ...minutes, entries: yield* entriesOf(log, meeting, shift) };
}

/** When a meeting began according to its minutes, without making them. */
export function timesOf(
  log: MeetingLog,
  meeting: Meeting,
  { asLogged, bugCompatible }: Pick<MinutesOptions, 'asLogged' | 'bugCompatible'>,
): Pick<Minutes, 'date' | 'zone' | 'start'> {
  const known = asLogged ? undefined : utcOffset(log, meeting);
  const start = momentOf(log, meeting.startLine, () => known ?? 0);
  if (bugCompatible) return { date: null, zone: 'UTC', start };
  const date = asLogged ? loggedDateOf(log, meeting) : dateOf(log, meeting, known ?? 0);
  return { date, zone: known === undefined ? '' : 'UTC', start };
}

/** The minutes without the full log. */
function* withoutLog(
  log: MeetingLog,
  meeting: Meeting,
  channel: string,
  { shift, asLogged }: { readonly shift: Shift; readonly asLogged: boolean | undefined },
): Steps<Minutes> {
  const moment = (line: number) => momentOf(log, line, shift);
  const { date, zone, start } = timesOf(log, meeting, { asLogged });
  const { items, topics } = yield* itemsOf(log, meeting, shift);
  return {
    channel: channel || null,
    title: titleOf(log, meeting, channel),
    name: nameOf(meeting),
    date,
    zone,
    owner: meeting.owner === '' ? null : cleanNick(meeting.owner),
    isStartMissing: meeting.isStartMissing,
    restarts: meeting.restarts.map(moment),
    chairs: (meeting.scribed?.state.roster.names('chair') ?? chairsAt(meeting)).map(cleanNick),
    bot: meeting.bot === undefined ? null : cleanNick(meeting.bot),
    start,
    end: meeting.endLine === undefined ? null : moment(meeting.endLine),
    duration: durationOf(log, meeting) ?? null,
    items,
    topics,
    votes: yield* mapped(meeting.votes, votesMaker(log, meeting, moment)),
    people: minutesPeople(log, meeting),
    log: logFile(log, meeting),
    scribe: meeting.scribed ? scribeMinutes(meeting.scribed, (line) => moment(line + meeting.startLine)) : null,
    entries: [],
  };
}

function titleOf(log: MeetingLog, meeting: Meeting, channel: string): string {
  const title = meeting.title && cleanText(textAt(log, meeting.title));
  if (meeting.scribed && title !== undefined && !isBlank(title)) return title;
  if (channel === '') return [title, nameOf(meeting)].find((text) => text && !isBlank(text)) ?? 'Meeting';
  return title === undefined ? `${channel} Meeting` : `${channel}: ${title}`;
}

function nameOf({ name }: Meeting): string | null {
  return name === undefined ? null : cleanText(name);
}

function* itemsOf(log: MeetingLog, meeting: Meeting, shift: Shift): Steps<Pick<Minutes, 'items' | 'topics'>> {
  const { items, topics } = agenda(meeting);
  const itemOf = itemMaker(log, meeting, shift);
  const listed: MinutesTopic[] = [];
  for (const topic of topics) {
    const { items: own, subtopics } = withSubtopics(topic);
    listed.push({
      ...itemOf(topic.item),
      items: yield* mapped(own, itemOf),
      subtopics: yield* mapped(subtopics, (subtopic) => ({
        ...itemOf(subtopic.item),
        items: subtopic.items.map(itemOf),
      })),
    });
    yield;
  }
  return { items: yield* mapped(items, itemOf), topics: listed };
}

function minutesPeople(log: MeetingLog, meeting: Meeting): MinutesPerson[] {
  const chairs = new Set(chairsAt(meeting));
  return peopleOf(log, meeting).map(({ nick, lines }) => ({ nick: cleanNick(nick), lines, chair: chairs.has(nick) }));
}

function votesMaker(log: MeetingLog, { items }: Meeting, moment: (line: number) => Moment) {
  const results = new Map(items.flatMap((item) => (item.words === undefined ? [] : [[item.line, item] as const])));
  return (vote: Vote): MinutesVote => {
    const question = cleanText(textAt(log, vote.question)).trim();
    return {
      ...moment(vote.line),
      nick: cleanNick(vote.nick),
      question,
      options: vote.options.map((option) => ({
        option: cleanText(option),
        voters: votersFor(vote, option).map(cleanNick),
      })),
      end: vote.endLine === undefined ? null : moment(vote.endLine),
      outcome: outcomeIn(vote.endLine === undefined ? undefined : results.get(vote.endLine), question),
    };
  };
}

/** A bot's verdict on a vote, apart from its counts: from the type of the item, or after the question. */
function outcomeIn(result: Item | undefined, question: string): string | null {
  if (!result) return null;
  if (!itemTypes[result.type].ofVote) return result.type.toLowerCase();
  const words = cleanText(result.words ?? '');
  return (words.startsWith(question) && /^ \((\w+)\)$/.exec(words.slice(question.length))?.[1]) || null;
}

/** Everything that was said in the meeting. */
function* entriesOf(log: MeetingLog, { startLine, lastLine }: Meeting, shift: Shift): Steps<LogEntry[]> {
  const entries: LogEntry[] = [];
  const since = secondsSince(log.text, startLine, lastLine);
  for (const { block, start, from, to } of log.text.parts(startLine, lastLine)) {
    for (let row = from; row <= to; row++) {
      if (isSpokenKind(block.kind(row))) entries.push(entryOf(log, start + row, shift, since(start + row)));
    }
    yield;
  }
  return entries;
}

function entryOf(log: MeetingLog, line: number, shift: Shift, seconds: number | undefined): LogEntry {
  const { kind, time, nick, textStart, textEnd } = log.text.read(line);
  const text = textAt(log, { line, start: textStart, end: textEnd });
  return {
    ...momentAt(line, time, shift),
    ...(seconds !== undefined && { seconds }),
    nick: cleanNick(nick),
    isAction: kind === 'action',
    text: cleanText(text + continuation(log, line)),
  };
}
