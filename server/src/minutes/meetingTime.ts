import { openDateAt } from '../log/facts/openDates.js';
import { zoneAt } from '../log/facts/stamps.js';
import { dateAt, secondsBetween } from '../log/facts/timeline.js';
import { dateInName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { timeOfDay } from './dayTime.js';
import type { Moment } from './minutes.js';

const day = 86_400;

/**
 * The seconds to add to the log's times for UTC, from the bot's greeting or the zone of its time stamps. Undefined if neither
 * shows it: bots and clients use the same layouts, but clients write the logger's local time.
 */
export function utcOffset({ text }: MeetingLog, { startLine, utcOffset: byBot }: Meeting): number | undefined {
  return byBot ?? zoneAt(text, startLine);
}

/** The seconds to add to the time of a line. */
export type Shift = (line: number) => number;

/** No shift: times as in the log. */
export const unshifted: Shift = () => 0;

/** The shift to UTC, given that of the meeting's start. It changes where the zone of the stamps does. */
export function shiftFrom({ text }: MeetingLog, { startLine }: Meeting, offset: number): Shift {
  const start = zoneAt(text, startLine);
  return start === undefined ? () => offset : (line) => offset + (zoneAt(text, line) ?? start) - start;
}

/** The date of a meeting in UTC, from the bot's greeting, or else from the log or its name; `offset` is the shift to UTC. */
export function dateOf(log: MeetingLog, { date, startLine }: Meeting, offset: number): string | null {
  if (date !== undefined) return date;
  const name = dateInName(log.fileName);
  // The name may show which of two days a date means.
  const isOther = name !== undefined && openDateAt(log.text, startLine)?.other === name;
  const own = isOther ? name : dateAt(log.text, startLine, name);
  return own === undefined ? null : later(own, (log.text.time(startLine) ?? 0) + offset);
}

/** The date of a meeting by the log's own clock. */
export function loggedDateOf(log: MeetingLog, meeting: Meeting): string | null {
  return dateByBot(log, meeting, meeting.startLine) ?? dateOf(log, { ...meeting, date: undefined }, 0);
}

/** `YYYY-MM-DD` of a line by the log's own clock, according to the date in the bot's greeting, which is in UTC. */
export function dateByBot(log: MeetingLog, meeting: Meeting, line: number): string | undefined {
  const { date, startLine } = meeting;
  const start = log.text.time(startLine);
  const seconds = secondsBetween(log.text, startLine, line);
  if (date === undefined || start === undefined || seconds === undefined) return date;
  const before = Math.floor((start + (utcOffset(log, meeting) ?? 0)) / day) * day;
  return later(date, start + seconds - before);
}

/** The date that is some seconds after the start of another. */
function later(date: string, seconds: number): string {
  return new Date(Date.parse(date) + seconds * 1000).toISOString().slice(0, 10);
}

/** A 0-based line of the log with its time, shifted. */
export function momentOf({ text }: MeetingLog, line: number, shift: Shift): Moment {
  return momentAt(line, text.time(line), shift);
}

/** The same, given the line's time in seconds, undefined if it has none. */
export function momentAt(line: number, time: number | undefined, shift: Shift): Moment {
  return { line: line + 1, time: time === undefined ? null : timeOfDay(time + shift(line)) };
}
