import { secondsOfDay } from '../layouts/times.js';
import type { Block } from '../text/block.js';
import type { LogText } from '../text/logText.js';
import { type DateOrder, dateIn } from './dateNotation.js';

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

const clock = /\d{1,2}:{1,2}\d\d(?::\d\d)?(?:[.,]\d+)?/;

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
    if (end - start <= 8) return none;
    if (end - start === known.length && isSameDate(known, clockStart, clockEnd, text, start)) return hint;
    const before = known;
    known = text.slice(start, end);
    const match = clock.exec(known);
    const dateBefore = before.slice(0, clockStart) + before.slice(clockEnd);
    clockStart = match?.index ?? 0;
    clockEnd = clockStart + (match?.[0].length ?? 0);
    if (dateBefore !== known.slice(0, clockStart) + known.slice(clockEnd)) hint = hintIn(known, block.dateOrder);
    return hint;
  };
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
  const day = dayIn(text, block.dateOrder);
  const time = block.time(row) ?? secondsOfDay(text) ?? 0;
  return day === undefined ? undefined : { day, time, opensDay: time === 0 };
}

function hintIn(stamp: string, order: DateOrder | undefined): DateHint {
  const zone = zoneIn(stamp);
  const day = dayIn(stamp, order);
  if (day !== undefined) return { day, zone };
  const monthDay = monthDayIn(stamp);
  if (monthDay) return { monthDay, zone };
  const weekday = weekdays.indexOf(/\b(?:sun|mon|tue|wed|thu|fri|sat)/i.exec(stamp)?.[0].toLowerCase() ?? '');
  if (weekday >= 0) return { weekday, zone };
  return zone === undefined ? none : { zone };
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function dayIn(text: string, order: DateOrder | undefined): number | undefined {
  const date = dateIn(text, order);
  return date === undefined ? undefined : dayOfDate(date);
}

/** The days from 1 January 1970 to `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return Date.parse(date) / 86_400_000;
}

/** `Mar 14` or `14 Mar`; a year would have been read as a date. */
function monthDayIn(stamp: string): readonly [number, number] | undefined {
  const match = /\b(?:(\d{1,2}) )?([A-Z][a-z]{2})(?: +(\d{1,2})(?!\d|:))?/.exec(stamp);
  const date = match && dateIn(`${match[2]} ${match[1] ?? match[3]} 2000`);
  return date ? [Number(date.slice(5, 7)), Number(date.slice(8))] : undefined;
}

function zoneIn(stamp: string): number | undefined {
  const match = /:\d\d(?:[.,]\d+)?(?: ?[ap]\.?m)? ?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d))$/i.exec(stamp);
  if (!match) return undefined;
  const east = match[1] ? 0 : Number(match[3]) * 3600 + Number(match[4]) * 60;
  return match[2] === '-' || east === 0 ? east : -east;
}
