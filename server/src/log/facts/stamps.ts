import { colon } from '../layouts/characters.js';
import { type Clock, clockIn } from '../layouts/clockNotation.js';
import { secondsOfDay } from '../layouts/times.js';
import type { Block } from '../text/block.js';
import type { LogText } from '../text/logText.js';
import { type DateOrder, dateIn, monthDayIn } from './dateNotation.js';
import { weekdayIn } from './dateWords.js';

/** What a log's clock shows on a line: a time, and as much of its date and zone as is known. */
export interface Stamp extends DateHint {
  /** Seconds since midnight. */
  readonly time: number;
}

/** What is known of a date; `day` counts before `monthDay`, and that before `weekday`. */
export interface DateHint {
  /** Days since 1 January 1970. */
  readonly day?: number | undefined;
  /** A date without a year: months count from 1. */
  readonly monthDay?: readonly [month: number, day: number] | undefined;
  /** Sunday is 0. */
  readonly weekday?: number | undefined;
  /** The seconds to add to the time for UTC. */
  readonly zone?: number | undefined;
  /** A line that says that a new day begins. */
  readonly opensDay?: boolean;
}

/** The time stamp at the start of a line, as it is written. */
export function stampAt(text: LogText, line: number): string {
  const { timeStart, timeEnd } = text.read(line);
  return text.text(line).slice(timeStart, timeEnd);
}

/** What a line's own stamp shows; undefined if it has no time. */
export function stampOf(text: LogText, line: number): Stamp | undefined {
  const time = text.time(line);
  return time === undefined ? undefined : { ...hintIn(stampAt(text, line), text.layout.dateOrder), time };
}

/** The seconds to add to a line's time for UTC; undefined if its stamp has no zone. */
export function zoneAt(text: LogText, line: number): number | undefined {
  return zoneIn(stampAt(text, line));
}

/** Reads the dates and zones of a block's stamps. Of stamps that differ only in their times, it returns the same object. */
export function hintReader(block: Block): (row: number) => DateHint {
  const { text } = block;
  let known = '';
  let clockStart = 0;
  let clockEnd = 0;
  let hint = none;
  return (row) => {
    const [start, end] = [block.timeStart(row), block.timeEnd(row)];
    // Most stamps are `20:58:58` or `20:58`.
    if (end - start <= 8 && text.charCodeAt(start + 2) === colon) return none;
    if (end - start === known.length && isSameDate(known, clockStart, clockEnd, text, start)) return hint;
    const before = known;
    known = text.slice(start, end);
    const dateBefore = before.slice(0, clockStart) + before.slice(clockEnd);
    [clockStart, clockEnd] = undated(known);
    if (dateBefore !== known.slice(0, clockStart) + known.slice(clockEnd)) {
      const read = hintIn(known, block.dateOrder);
      if (!isSameHint(hint, read)) hint = read;
    }
    return hint;
  };
}

/** Where a stamp has its time of day, apart from its date: nowhere for seconds since 1970. */
function undated(stamp: string): readonly [start: number, end: number] {
  const clock = clockIn(stamp);
  return clock && clock.day === undefined ? [clock.start, clock.end] : [0, 0];
}

function isSameHint(one: DateHint, other: DateHint): boolean {
  return (
    one.day === other.day &&
    one.zone === other.zone &&
    one.weekday === other.weekday &&
    one.monthDay?.join() === other.monthDay?.join()
  );
}

/** Whether a stamp in a text differs from a known one of the same length only in its clock; compared without a copy of it. */
function isSameDate(known: string, clockStart: number, clockEnd: number, text: string, start: number): boolean {
  for (let at = 0; at < known.length; at++) {
    if (at === clockStart) at = clockEnd;
    if (known.charCodeAt(at) !== text.charCodeAt(start + at) && at < known.length) return false;
  }
  return true;
}

const none: DateHint = {};

/** What a line about the day or the log itself shows; undefined if it names no date. */
export function dayNamed(block: Block, row: number): Stamp | undefined {
  if (block.kind(row) !== 'day') return undefined;
  const text = block.bare(row);
  const clock = clockIn(text);
  // What looks like a time may be the date.
  const day = (clock && dayIn(withoutClock(text, clock), block.dateOrder)) ?? dayIn(text, block.dateOrder);
  const time = block.time(row) ?? secondsOfDay(text) ?? 0;
  return day === undefined ? undefined : { day, time, opensDay: time === 0 };
}

/** What a stamp shows apart from its time of day. Seconds since 1970 are in UTC. */
function hintIn(stamp: string, order: DateOrder | undefined): DateHint {
  const clock = clockIn(stamp);
  if (clock?.day !== undefined) return { day: clock.day, zone: 0 };
  const zone = zoneIn(stamp);
  const rest = clock ? withoutClock(stamp, clock) : stamp;
  const day = dayIn(rest, order);
  if (day !== undefined) return { day, zone };
  const monthDay = monthDayIn(rest, order);
  if (monthDay) return { monthDay, zone };
  const weekday = weekdayIn(rest);
  if (weekday !== undefined) return { weekday, zone };
  return zone === undefined ? none : { zone };
}

function withoutClock(text: string, { start, end }: Clock): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}

function dayIn(text: string, order: DateOrder | undefined): number | undefined {
  const date = dateIn(text, order);
  return date === undefined ? undefined : dayOfDate(date);
}

/** The days from 1 January 1970 to `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / 86_400_000;
}

const zone =
  /^(?: ?[ap]\.?m\.?)? ?\(?(?:(?:UTC|GMT)?([-+\u2212])(\d\d):?(\d\d)?|(?:UTC|GMT)([-+\u2212])(\d)(?::?(\d\d))?|Z|UTC|GMT)[\])]?$/i;

/** The seconds to add to the time of a stamp for UTC: `Z`, `+0100`, `+01:00`, `UTC+2`, `GMT+0100`. */
function zoneIn(stamp: string): number | undefined {
  const clock = clockIn(stamp);
  if (!clock) return undefined;
  if (clock.day !== undefined) return 0;
  const match = zone.exec(stamp.slice(clock.end));
  if (!match) return undefined;
  const [, sign = match[4], hours = match[5] ?? 0, minutes = match[6] ?? 0] = match;
  const east = Number(hours) * 3600 + Number(minutes) * 60;
  return sign === '+' ? -east || 0 : east;
}
