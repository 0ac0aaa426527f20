import { dateAt, zoneAt } from '../log/facts/dates.js';
import { dateInName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { timeOfDay } from './dayTime.js';
import type { Moment } from './minutes.js';

/**
 * What must be added to the log's times for UTC, in seconds: by the bot's greeting, or by the zone of its timestamps. Undefined if
 * neither says it: bots and clients write the same layouts, these in the time of whoever logs.
 */
export function utcOffset({ text }: MeetingLog, { startLine, utcOffset: byBot }: Meeting): number | undefined {
  return byBot ?? zoneAt(text, startLine);
}

/** The date by the bot's greeting, which is that of UTC, else by the log, else by the log's name. */
export function dateOf(log: MeetingLog, { date, startLine }: Meeting, offset: number): string | null {
  const own = date === undefined ? dateAt(log.text, startLine) : undefined;
  const { time } = log.text.read(startLine);
  if (own === undefined || time === undefined) return date ?? own ?? dateInName(log.fileName) ?? null;
  return new Date(Date.parse(own) + (time + offset) * 1000).toISOString().slice(0, 10);
}

/** A line of the log, 0-based, with its time, moved by some seconds. */
export function momentOf({ text }: MeetingLog, line: number, offset: number): Moment {
  return momentAt(line, text.read(line).time, offset);
}

/** The same, if the line's time is known: in seconds, undefined if it has none. */
export function momentAt(line: number, time: number | undefined, offset: number): Moment {
  return { line: line + 1, time: time === undefined ? null : timeOfDay(time + offset) };
}
