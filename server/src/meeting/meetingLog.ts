import { elapsed } from '../log/clock.js';
import type { LogText } from '../log/logText.js';
import type { Bot } from './bots.js';
import type { Item, Meeting, Place, Step } from './model.js';
import { replay, replayWhole } from './replay.js';

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

/**
 * Finds the meetings of a log, by the rules of a bot or of the one that was there. Any text will do; without a `#startmeeting` it has none, unless
 * the whole log is to be taken for one: then everybody in it has all rights.
 */
export function meetingLog(text: LogText, fileName: string, bot?: Bot, wholeLog = false): MeetingLog {
  const found = replay(text, bot);
  const isWhole = wholeLog && found.meetings.length === 0;
  return { text, fileName, ...(isWhole ? replayWhole(text, found.bot) : found) };
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
export function stepAt(log: MeetingLog, line: number): Step | undefined {
  let low = 0;
  let high = log.steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log.steps[middle] as Step).event.line < line) low = middle + 1;
    else high = middle;
  }
  const step = log.steps[low];
  return step?.event.line === line ? step : undefined;
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
