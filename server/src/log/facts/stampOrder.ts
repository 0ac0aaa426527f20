import type { Stamp } from './stamps.js';

const halfDay = 12 * 3600;
const day = 24 * 3600;

/**
 * The seconds from one stamp to the next below it: negative if the clock goes back, NaN if a date without a year leaves it open.
 * Without dates, a clock that goes back by half a day or more has passed midnight. Zones count if both have one.
 */
export function secondsFrom(above: Stamp, below: Stamp): number {
  return daysFrom(above, below) * day + secondsOfDayFrom(above, below);
}

/** The same for a stamp far below: without dates, it is less than a day later. */
export function secondsUntil(above: Stamp, below: Stamp): number {
  const seconds = secondsFrom(above, below);
  return seconds < 0 && !(isDated(above) && isDated(below)) ? seconds + day : seconds;
}

function isDated({ day: days, monthDay, weekday }: Stamp): boolean {
  return (days ?? monthDay ?? weekday) !== undefined;
}

/** A stamp with the date that follows from the one above it. */
export function following(above: Stamp, below: Stamp): Stamp {
  if (below.day !== undefined) return below;
  const days = daysFrom(above, below);
  if (Number.isNaN(days)) return below;
  if (above.day !== undefined) return { ...below, day: above.day + days };
  if (below.monthDay || below.weekday !== undefined) return below;
  if (above.weekday !== undefined) return { ...below, weekday: (((above.weekday + days) % 7) + 7) % 7 };
  return days === 0 && above.monthDay ? { ...below, monthDay: above.monthDay } : below;
}

/** The difference of the times of day. */
function secondsOfDayFrom(above: Stamp, below: Stamp): number {
  const shift = above.zone === undefined || below.zone === undefined ? 0 : below.zone - above.zone;
  return below.time - above.time + shift;
}

/** How many days later the date of a stamp is than that of the one above it; NaN if a date without a year leaves it open. */
export function daysFrom(above: Stamp, below: Stamp): number {
  const [from, to] = [above.day, below.day];
  if (from !== undefined && to !== undefined) return to - from;
  if (from !== undefined && below.monthDay) return nearestDay(below.monthDay, from) - from;
  if (to !== undefined && above.monthDay) return to - nearestDay(above.monthDay, to);
  if (above.monthDay && below.monthDay) return daysBetween(above.monthDay, below.monthDay);
  const seconds = secondsOfDayFrom(above, below);
  const [first, last] = [weekdayOf(above), weekdayOf(below)];
  if (first !== undefined && last !== undefined) return weekdaysFrom((last - first + 7) % 7, seconds);
  if (seconds <= -halfDay || (below.opensDay && seconds < 0)) return 1;
  return seconds >= day ? -1 : 0;
}

/** Days from one day of the week to the next; the clock may also go back a little just after midnight. */
function weekdaysFrom(days: number, seconds: number): number {
  return days === 6 && seconds - day > -halfDay ? -1 : days;
}

/** 1 January 1970 was a Thursday. */
function weekdayOf({ day: days, weekday }: Stamp): number | undefined {
  return days === undefined ? weekday : (((days + 4) % 7) + 7) % 7;
}

type MonthDay = readonly [month: number, day: number];

/** The day with this date that is nearest to another. */
function nearestDay(date: MonthDay, to: number): number {
  const year = new Date(to * day * 1000).getUTCFullYear();
  const days = [year - 1, year, year + 1].map((one) => dayOf(one, date));
  return days.reduce((best, one) => (Math.abs(one - to) < Math.abs(best - to) ? one : best));
}

/** The days between dates without a year, at most half a year either way; NaN if it depends on 29 February. */
function daysBetween(from: MonthDay, to: MonthDay): number {
  const isLeapYear = [from, to].some(([month, ofMonth]) => month === 2 && ofMonth === 29);
  const possible = (isLeapYear ? [2028] : [2027, 2028, 2029]).map((year) => {
    const start = dayOf(year, from);
    return nearestDay(to, start) - start;
  });
  return new Set(possible).size === 1 ? (possible[0] ?? Number.NaN) : Number.NaN;
}

function dayOf(year: number, [month, ofMonth]: MonthDay): number {
  return Date.UTC(year, month - 1, ofMonth) / (day * 1000);
}
