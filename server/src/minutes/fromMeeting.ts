import { clockTime } from '../log/clock.js';
import { isSpoken } from '../log/logLine.js';
import { assignees } from '../meeting/assignees.js';
import { firstWordAsLink, splitLink } from '../meeting/links.js';
import { channelOf, dateInName, durationOf, type MeetingLog, nicks, textAt } from '../meeting/meetingLog.js';
import { agenda, chairsAt, type Item, type Meeting } from '../meeting/model.js';
import { cleanNick, cleanText } from './cleanText.js';
import { logFile } from './logFile.js';
import { replayAsMeetBot } from './meetbot.js';
import type { LogEntry, Minutes, MinutesItem, Moment } from './minutes.js';

/** What decides of the minutes of a meeting beside its log. */
export interface Circumstances {
  /** Instead of the channel in the name of the log's file. */
  readonly channel?: string | undefined;
  /** What MeetBot 0.1.4 makes of the log when it replays it, with all that it does wrong. */
  readonly bugCompatible?: boolean;
}

/** Draws up the minutes of a meeting. */
export function minutesOf(log: MeetingLog, meeting: Meeting, circumstances: Circumstances = {}): Minutes {
  const { channel = channelOf(log.fileName), bugCompatible } = circumstances;
  return bugCompatible ? replayAsMeetBot(log, meeting, channel) : drawUp(log, meeting, channel);
}

function drawUp(log: MeetingLog, meeting: Meeting, channel: string): Minutes {
  const { items, topics } = agenda(meeting);
  const chairs = chairsAt(meeting);
  const entries = entriesOf(log, meeting);
  const anchors = new Map(entries.map(({ line }, index) => [line, index + 1]));
  const itemOf = (item: Item) => minutesItem(log, meeting, item, anchors);
  return {
    channel,
    title: meeting.title ? `${channel}: ${cleanText(textAt(log, meeting.title))}` : `${channel} Meeting`,
    name: meeting.name ?? null,
    date: meeting.date ?? dateInName(log.fileName) ?? null,
    zone: 'UTC',
    owner: cleanNick(meeting.owner),
    chairs: chairs.map(cleanNick),
    bot: meeting.bot === undefined ? null : cleanNick(meeting.bot),
    start: moment(log, meeting.startLine),
    end: meeting.endLine === undefined ? null : moment(log, meeting.endLine),
    duration: durationOf(log, meeting) ?? null,
    items: items.map(itemOf),
    topics: topics.map((topic) => ({ ...itemOf(topic.item), items: topic.items.map(itemOf) })),
    people: meeting.people.map(({ nick, lines }) => ({ nick: cleanNick(nick), lines, chair: chairs.includes(nick) })),
    log: logFile(log.fileName),
    entries,
  };
}

function moment(log: MeetingLog, line: number): Moment {
  const { time } = log.text.read(line);
  return { line: line + 1, time: time === undefined ? null : clockTime(time) };
}

/** `anchors` has the anchor of each line that somebody said, by its number from 1. */
function minutesItem(log: MeetingLog, meeting: Meeting, item: Item, anchors: ReadonlyMap<number, number>): MinutesItem {
  const { type, nick, line } = item;
  const text = cleanText(textAt(log, item));
  return {
    ...moment(log, line),
    nick: cleanNick(nick),
    type,
    text,
    anchor: anchors.get(line + 1) ?? 0,
    ...(type === 'LINK' && { link: splitLink(text) ?? firstWordAsLink(text) }),
    ...(type === 'ACTION' && { assignees: assignees(text, nicks(meeting)).map(cleanNick) }),
  };
}

/** Everything that was said in the meeting. */
function entriesOf(log: MeetingLog, { startLine, lastLine }: Meeting): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let line = startLine; line <= lastLine; line++) {
    const read = log.text.read(line);
    if (!isSpoken(read)) continue;
    const text = log.text.text(line).slice(read.textStart, read.textEnd);
    entries.push({
      ...moment(log, line),
      nick: cleanNick(read.nick),
      isAction: read.kind === 'action',
      text: cleanText(text),
    });
  }
  return entries;
}
