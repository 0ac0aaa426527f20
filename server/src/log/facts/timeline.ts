import type { LogText } from '../text/logText.js';
import { type ClockRun, clockRuns, inaccuracy, lineNamingDay } from './clockRuns.js';
import { following, secondsFrom } from './stampOrder.js';
import { dayOfDate, type Stamp, stampOf } from './stamps.js';

/**
 * A clock that goes back by at least so many seconds was set, perhaps for the end of summer time. If dates show that it goes back
 * by more than the second number, lines are out of order instead.
 */
const clockChange = 1800;
const mostChange = 7200;

/**
 * The seconds from one line to the same or a later one. They follow from dates and zones as far as the log has them: those of
 * stamps, and of lines that name a day; otherwise, from the times of day and the midnights between. Undefined if one of the lines
 * has no time or the log leaves it open.
 */
export function secondsBetween(log: LogText, from: number, to: number): number | undefined {
  const [first, last] = [stampOf(log, from), from <= to ? stampOf(log, to) : undefined];
  if (!first || !last) return undefined;
  const seconds = isInstant(first) && isInstant(last) ? secondsFrom(first, last) : counted(log, from, to);
  return seconds !== undefined && seconds >= -inaccuracy ? Math.max(0, seconds) : undefined;
}

/** The same for many lines between two, fastest in their order. Lines below a place that the log leaves open have none. */
export function secondsSince(log: LogText, from: number, to: number): (line: number) => number | undefined {
  const runs = log.time(from) === undefined ? [] : runsSince(log, from, to);
  let at = 0;
  return (line) => {
    if (line < (runs[at]?.first ?? 0)) at = 0;
    while (line >= (runs[at + 1]?.first ?? Number.POSITIVE_INFINITY)) at++;
    const [run, time] = [runs[at], log.time(line)];
    const seconds = run && time !== undefined ? run.since + time - run.stamp.time : Number.NaN;
    return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
  };
}

/**
 * `YYYY-MM-DD` of a line: from its stamp, or from the last line above that names a day and the midnights since, or else from the
 * date of the log's first line, if that is known otherwise.
 */
export function dateAt(log: LogText, line: number, first?: string): string | undefined {
  const day = dayAt(log, line, first === undefined ? undefined : dayOfDate(first));
  return day === undefined ? undefined : dateText(day);
}

/** `YYYY-MM-DD` of a day, given in days since 1 January 1970. */
export function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A line at which the log's clock goes back by more than a minute; `above` is the last line with a time above it. */
export interface Backward {
  readonly line: number;
  readonly stamp: Stamp;
  readonly above: number;
  readonly stampAbove: Stamp;
}

/**
 * Lines from `from` to `to` (inclusive) at which the log's clock goes back by more than a minute. Only these lines count, so that
 * the result changes only with them.
 */
export function backwards(log: LogText, from: number, to: number): Backward[] {
  const found: Backward[] = [];
  let now: Stamp | undefined;
  let said: { readonly line: number; readonly stamp: Stamp } | undefined;
  for (const { first, last, stamp: own, lastTime, namesDay } of clockRuns(log, from, to)) {
    const stamp = now ? following(now, own) : own;
    now = { ...stamp, time: lastTime };
    if (namesDay) {
      // How much time has passed since a line without a date is not known.
      if (said?.stamp.day === undefined) said = undefined;
      continue;
    }
    if (said && secondsFrom(said.stamp, stamp) < -inaccuracy) {
      found.push({ line: first, stamp, above: said.line, stampAbove: said.stamp });
    }
    said = { line: last, stamp: now };
  }
  return found;
}

function isInstant({ day, zone }: Stamp): boolean {
  return day !== undefined && zone !== undefined;
}

/** The seconds between two lines by what is between them. */
function counted(log: LogText, from: number, to: number): number | undefined {
  const run = runsSince(log, from, to).at(-1);
  const seconds = run ? run.since + run.lastTime - run.stamp.time : Number.NaN;
  return Number.isNaN(seconds) ? undefined : seconds;
}

interface RunSince extends ClockRun {
  /** The seconds up to its first line; NaN if they are not known, or the clock was set. */
  readonly since: number;
}

/** The runs between two lines with the time since the first of them. */
function runsSince(log: LogText, from: number, to: number): RunSince[] {
  const runs = [...clockRuns(log, from, to)];
  const isDated = runs.some(({ stamp: { day, monthDay } }) => (day ?? monthDay) !== undefined);
  const day = isDated ? dayAt(log, from) : undefined;
  let now: Stamp | undefined;
  let since = 0;
  return runs.map((run) => {
    const stamp: Stamp = now ? following(now, run.stamp) : { ...run.stamp, day };
    // A log that was opened again has been closed for an unknown time.
    const isOpen = run.namesDay && !run.stamp.opensDay && now?.day === undefined;
    if (now) since += isOpen || isSetBack(now, stamp) ? Number.NaN : secondsFrom(now, stamp);
    const found = { ...run, since };
    since += run.lastTime - run.stamp.time;
    now = { ...stamp, time: run.lastTime };
    return found;
  });
}

function isSetBack(above: Stamp, below: Stamp): boolean {
  const back = -secondsFrom(above, below);
  const isDated = above.day !== undefined && below.day !== undefined;
  return back >= clockChange && !(isDated && back > mostChange) && !(isInstant(above) && isInstant(below));
}

/** The day of a line, in days since 1 January 1970, given that of the first line if it is known; undefined if it is not shown. */
function dayAt(log: LogText, line: number, first?: number): number | undefined {
  const own = stampOf(log, line)?.day;
  if (own !== undefined) return own;
  const above = lineNamingDay(log, line);
  let now: Stamp | undefined = above === undefined && first !== undefined ? { day: first, time: 0 } : undefined;
  if (above === undefined && !now) return undefined;
  for (const { stamp, lastTime, namesDay } of clockRuns(log, above ?? 0, line)) {
    // Some clients date only what was said long before.
    if (!namesDay && stamp.day !== undefined) continue;
    now = { ...(now ? following(now, stamp) : stamp), time: lastTime };
  }
  return now?.day;
}
