import { elapsed } from '../log/clock.js';
import type { LogText } from '../log/logText.js';
import type { Bot } from './bots.js';
import type { Item, Meeting, Place, Step } from './model.js';
import { replay, replayWhole } from './replay.js';
import { firstStep } from './resume.js';

/** A log and the meetings in it: what features and writers work on. */
export interface MeetingLog {
  readonly text: LogText;
  /** The log's file name without folders; it gives the channel and the date where nothing better does. */
  readonly fileName: string;
  /** The bot by whose rules the log was replayed. */
  readonly bot: Bot;
  readonly meetings: readonly Meeting[];
  /** What came of each event of the log, in order. */
  readonly steps: readonly Step[];
}

/** How a log is replayed. */
export interface Replaying {
  /** Instead of the bot that was there. */
  readonly bot?: Bot | undefined;
  /** Takes a log without a meeting for one, in which everybody has all rights. */
  readonly wholeLog?: boolean | undefined;
  /** An earlier state of the same log: what an edit did not touch is taken from it. */
  readonly earlier?: MeetingLog | undefined;
}

/** Finds the meetings of a log. Any text will do; without a `#startmeeting` it has none. */
export function meetingLog(text: LogText, fileName: string, { bot, wholeLog, earlier }: Replaying = {}): MeetingLog {
  const found = replay(text, bot, earlier);
  const isWhole = wholeLog && found.meetings.length === 0;
  return { text, fileName, ...(isWhole ? replayWhole(text, found.bot) : found) };
}

/** A view of a meeting that is computed once, as long as no edit touches the meeting. It may depend on the meeting's lines alone. */
export function perMeeting<T>(
  compute: (log: MeetingLog, meeting: Meeting) => T,
): (log: MeetingLog, meeting: Meeting) => T {
  const known = new WeakMap<Meeting, { readonly value: T }>();
  return (log, meeting) => {
    let entry = known.get(meeting);
    if (!entry) {
      entry = { value: compute(log, meeting) };
      known.set(meeting, entry);
    }
    return entry.value;
  };
}

/** The text of a place, or of an item whose text is not in the log. */
export function textAt(log: MeetingLog, { line, start, end, words }: Place & { readonly words?: string }): string {
  return words ?? log.text.text(line).slice(start, end);
}

/** The meeting that a line belongs to, or undefined. */
export function meetingAt(log: MeetingLog, line: number): Meeting | undefined {
  return log.meetings.find(({ startLine, lastLine }) => startLine <= line && line <= lastLine);
}

/** What came of a line that is an event, or undefined. */
export function stepAt({ steps }: MeetingLog, line: number): Step | undefined {
  const step = steps[firstStep(steps, line)];
  return step?.event.line === line ? step : undefined;
}

/** What came of the events of a meeting. */
export function stepsOf({ steps }: MeetingLog, { startLine, endLine }: Meeting): readonly Step[] {
  return steps.slice(firstStep(steps, startLine), endLine === undefined ? undefined : firstStep(steps, endLine + 1));
}

/** The actions of a meeting. */
export function actions(meeting: Meeting): Item[] {
  return meeting.items.filter(({ type }) => type === 'ACTION');
}

/** The nicks of those present, in their order. */
export function nicks(meeting: Meeting): string[] {
  return meeting.people.map(({ nick }) => nick);
}

/** How long a meeting took, in seconds; undefined where it did not end or the log has no times. Midnight may lie in it. */
export function durationOf({ text }: MeetingLog, { startLine, endLine }: Meeting): number | undefined {
  if (endLine === undefined) return undefined;
  const start = text.read(startLine).time;
  const end = text.read(endLine).time;
  return start === undefined || end === undefined ? undefined : elapsed(start, end);
}

/** The channel of a log by MeetBot's rule: `#` and the file's name up to its first dot. */
export function channelOf(fileName: string): string {
  return `#${fileName.split('.')[0]}`;
}

/** The name under which minutes are filed: the log's without `.log.txt` or its last ending. */
export function baseName(fileName: string): string {
  return fileName.replace(/(?:\.log\.txt|(?<=.)\.[^.]*)$/, '');
}

/** `YYYY-MM-DD` in a log's file name, or undefined. */
export function dateInName(fileName: string): string | undefined {
  return /(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/.exec(fileName)?.[0];
}
