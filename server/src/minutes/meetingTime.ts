import { zoneAt } from '../log/facts/stamps.js';
import { dateAt } from '../log/facts/timeline.js';
import { dateInName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { timeOfDay } from './dayTime.js';
import type { Moment } from './minutes.js';

/**
 * The seconds to add to the log's times for UTC, from the bot's greeting or the zone of its time stamps. Undefined if neither
 * shows it: bots and clients use the same layouts, but clients write the logger's local time.
 */
export function utcOffset({ text }: MeetingLog, { startLine, utcOffset: byBot }: Meeting): number | undefined {
  return byBot ?? zoneAt(text, startLine);
}

/** The date from the bot's greeting, which is in UTC, or else from the log, or else from its name. */
export function dateOf(log: MeetingLog, { date, startLine }: Meeting, offset: number): string | null {
  const own = date === undefined ? dateAt(log.text, startLine) : undefined;
  const { time } = log.text.read(startLine);
  if (own === undefined || time === undefined) return date ?? own ?? dateInName(log.fileName) ?? null;
  return new Date(Date.parse(own) + (time + offset) * 1000).toISOString().slice(0, 10);
}

/** A 0-based line of the log with its time, shifted by some seconds. */
export function momentOf({ text }: MeetingLog, line: number, offset: number): Moment {
  return momentAt(line, text.read(line).time, offset);
}

/** The same, given the line's time in seconds, undefined if it has none. */
export function momentAt(line: number, time: number | undefined, offset: number): Moment {
  return { line: line + 1, time: time === undefined ? null : timeOfDay(time + offset) };
}
