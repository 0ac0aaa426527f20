import { meaningsOf } from '../layouts/localeWords.js';
import { zoneNames } from '../layouts/stamp.js';
import { englishDays, englishMonths, nameIn } from './englishDates.js';

/* Dates with the name of a month, in any language: `Mar 14`, `14 de marzo de 2031`, `2031. márc. 14.`, `14 tháng 3, 2031`. */

/** A date as its numbers and words say. */
export interface WordDate {
  readonly year: string | undefined;
  /** Months from 1: more than one if languages differ. */
  readonly months: readonly number[];
  readonly day: string;
  /** The days of the week that words beside the date name in any language, from 0 for Sunday. */
  readonly weekdays: () => readonly number[];
}

const tokens = /\d{1,2}:{1,2}\d\d[\d:.,]*|\d+(?:(?:st|nd|rd|th)(?!\p{L}))?|[\p{L}\p{M}][\p{L}\p{M}.'’׳״॰]*/giu;
/** How many numbers and words a date has at most, before and behind the month. */
const reach = 4;

/** The first date with the name of a month in a text; one with the day before the month first. */
export function wordDateIn(text: string): WordDate | undefined {
  const parts = (text.match(tokens) ?? []).filter((part) => !part.includes(':'));
  return dateAmong(parts, dayBefore) ?? dateAmong(parts, dayBehind);
}

/** The place of the day's number for a month that is the words from `at` to `end`; -1 if it has none. */
type FindDay = (parts: readonly string[], at: number, end: number) => number;

/** `14 March`, `14 de marzo`. */
const dayBefore: FindDay = (parts, at) => {
  const by = isDay(parts[at - 1]) ? 1 : 2;
  return isDay(parts[at - by]) && (by === 1 || isParticle(parts[at - 1])) ? at - by : -1;
};

/** `March 14`, `2031. gada marts 14`. */
const dayBehind: FindDay = (parts, _, end) => (isDay(parts[end]) ? end : -1);

function isDay(part = ''): boolean {
  const days = Number.parseInt(part, 10);
  return /^\d{1,2}\D*$/.test(part) && days >= 1 && days <= 31;
}

function isParticle(part = ''): boolean {
  return /^\p{L}{1,4}\.?$/u.test(part);
}

function dateAmong(parts: readonly string[], findDay: FindDay): WordDate | undefined {
  for (let at = 0; at < parts.length; at++) {
    for (const length of [2, 1]) {
      const end = at + length;
      const day = isMonthLike(parts, at, end) ? findDay(parts, at, end) : -1;
      const months = day < 0 || (day >= at && day < end) ? [] : monthsNamed(parts.slice(at, end).join(' '));
      if (months.length > 0) return dateWith(parts, at, end, day, months);
    }
  }
  return undefined;
}

/** A word, or a word and a number as in Vietnamese. */
function isMonthLike(parts: readonly string[], at: number, end: number): boolean {
  if (end > parts.length || isNumber(parts[at])) return false;
  return end - at === 1 || /^(?:[1-9]|1[0-2])$/.test(parts[end - 1] ?? '');
}

function isNumber(part = ''): boolean {
  return /^\d/.test(part);
}

function dateWith(parts: readonly string[], at: number, end: number, day: number, months: readonly number[]): WordDate {
  const behind = parts.slice(end, end + reach).find(isYear);
  const before = parts.slice(Math.max(0, at - reach), at).findLast(isYear);
  // `14-Mar-31`
  const short = day < at && /^\d\d$/.test(parts[end] ?? '') ? `20${parts[end]}` : undefined;
  return {
    year: behind ?? before ?? short,
    months,
    day: String(Number.parseInt(parts[day] ?? '', 10)),
    weekdays: () => parts.flatMap(weekdaysNamed),
  };
}

function isYear(part: string): boolean {
  return /^\d{4}$/.test(part);
}

/** The months that a name means, from 1. Other languages count if it is not English. */
function monthsNamed(name: string): readonly number[] {
  const english = nameIn(englishMonths, name);
  if (english >= 0) return [english + 1];
  const isOther = isEnglish(name) || /^[a-z]{1,2}$/i.test(name);
  return isOther ? [] : valuesOf(meaningsOf('month', name)).map((month) => month + 1);
}

/** The days of the week that a word means in any language, from 0 for Sunday. */
function weekdaysNamed(word: string): readonly number[] {
  const english = nameIn(englishDays, word);
  if (english >= 0) return [english];
  return isNumber(word) || isEnglish(word) ? [] : valuesOf(meaningsOf('weekday', word));
}

/** Words beside dates of which no language has to be asked. */
export const englishWords = new RegExp(
  `^(?:[tz]|[ap]m|at|of|and|the|to|today|yesterday|day|changed|log|opened|closed|${zoneNames})$`,
  'i',
);

/** Whether a word beside dates is English, so that no language has to be asked. */
function isEnglish(word: string): boolean {
  return englishWords.test(word) || nameIn(englishDays, word) >= 0;
}

function valuesOf(bits: number): readonly number[] {
  const values = Array.from({ length: 24 }, (_, value) => value);
  return values.filter((value) => bits & (1 << value));
}

/** The day of the week that a text names, from 0 for Sunday; undefined if none or more than one. */
export function weekdayIn(text: string): number | undefined {
  const days = new Set((text.match(tokens) ?? []).flatMap(weekdaysNamed));
  return days.size === 1 ? days.values().next().value : undefined;
}
