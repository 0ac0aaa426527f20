import { inAsciiDigits, withoutDirections } from '../layouts/digits.js';
import { type WordDate, wordDateIn } from './dateWords.js';

/*
 * Dates as logs write them, in any language: `2031-03-14`, `14.03.2031`, `3/14/31`, `2031年3月14日`, `2031. 3. 14.`,
 * `Fri Mar 14 20:58:58 CET 2031`, `14. März 2031`.
 */

/** Which number of `02/09/2031` is the day: programs write both. */
export type KnownOrder = 'day first' | 'month first';

/** The same, and whether it is only a guess. */
export type DateOrder = KnownOrder | 'perhaps day first';

const yearFirst =
  /(?<!\d)(\d{4})(?:([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일])/;
const inNumbers =
  /(?<!\d)(\d{1,2})(?:([-/.]) ?(\d{1,2})\2 ?(\d{4})|([/.])(\d{1,2})\5(\d{2})|(\.) (\d{1,2})\. (\d{2})(?!\.))(?!\d)/;
const eastAsian = /(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const withoutYear = /(?<![-\d/.])(\d{1,2})([-/.]) ?(\d{1,2})(?![-\d/]|\.\d)/;

/**
 * `YYYY-MM-DD` of the first date in a text, in any usual notation; undefined if there is none. The order matters only for a date
 * that can be read in both.
 */
export function dateIn(text: string, order: DateOrder = 'day first'): string | undefined {
  const plain = plainText(text);
  const whole = yearFirst.exec(plain);
  if (whole) return dateOf(whole[1], whole[3] ?? whole[5], whole[4] ?? whole[6]);
  const numbers = numbersIn(plain);
  if (numbers) return inEither(numbers, knownOrder(order));
  const named = wordDateIn(plain);
  return named?.year === undefined ? undefined : dateInWords(named, named.year);
}

/** The month, from 1, and the day of the first date without a year in a text, such as `Mar 14`, `3/14` and `14.03.`. */
export function monthDayIn(text: string, order: DateOrder = 'day first'): readonly [number, number] | undefined {
  const plain = plainText(text);
  const named = wordDateIn(plain);
  const numbers = named ? undefined : yearlessIn(plain);
  const date = named ? dateInWords(named, leapYear) : numbers && yearlessDate(numbers, knownOrder(order));
  return date === undefined ? undefined : [Number(date.slice(5, 7)), Number(date.slice(8))];
}

function plainText(text: string): string {
  return inAsciiDigits(withoutDirections(text));
}

/** An order, whether it is known or a guess. */
export function knownOrder(order: DateOrder): KnownOrder {
  return order === 'month first' ? order : 'day first';
}

/** A year in which any date is right that is in some year. */
const leapYear = '2028';

/** The name of a month may mean different ones in different languages: then the day of the week decides, or nothing. */
function dateInWords({ months, day, weekdays }: WordDate, year: string): string | undefined {
  const dates = months.flatMap((month) => dateOf(year, String(month), day) ?? []);
  if (dates.length < 2) return dates[0];
  const fitting = dates.filter((date) => weekdays().includes(new Date(date).getUTCDay()));
  return fitting.length === 1 && year !== leapYear ? fitting[0] : undefined;
}

/** A date of three numbers with the year at the end. */
export interface NumberDate {
  readonly numbers: readonly [string, string];
  readonly year: string;
  readonly separator: string;
}

/** The first such date in a text, if it has none that begins with its year. */
export function numbersIn(text: string): NumberDate | undefined {
  const plain = plainText(text);
  const match = yearFirst.test(plain) ? null : inNumbers.exec(plain);
  if (!match) return undefined;
  const [first = '', ...rest] = match.slice(1);
  const [separator = '', second = '', year = ''] = rest.filter((part) => part !== undefined);
  return { numbers: [first, second], year: year.padStart(4, '20'), separator };
}

function yearlessIn(plain: string): NumberDate | undefined {
  const [, month = '', day = ''] = eastAsian.exec(plain) ?? [];
  if (month !== '') return { numbers: [day, month], year: leapYear, separator: '.' };
  const [, first = '', separator = '', second = ''] = withoutYear.exec(plain) ?? [];
  return first === '' ? undefined : { numbers: [first, second], year: leapYear, separator };
}

/** Hyphens without a year are written in both orders in the same countries. */
function yearlessDate(date: NumberDate, order: KnownOrder): string | undefined {
  const [day, month] = [inOrder(date, 'day first'), inOrder(date, 'month first')];
  return date.separator === '-' && day && month && day !== month ? undefined : inEither(date, order);
}

const other = { 'day first': 'month first', 'month first': 'day first' } as const;

function inEither(date: NumberDate, order: KnownOrder): string | undefined {
  return inOrder(date, order) ?? inOrder(date, other[order]);
}

/** Such a date as `YYYY-MM-DD` in one order; undefined if it cannot be read so. Dots are written only behind the day. */
export function inOrder({ numbers, year, separator }: NumberDate, order: KnownOrder): string | undefined {
  const [first, second] = numbers;
  if (order === 'day first') return dateOf(year, second, first);
  return separator === '.' ? undefined : dateOf(year, first, second);
}

/** The first date in a text as `YYYY-MM-DD` in both orders, day first; undefined if it has only one meaning. */
export function readings(text: string): readonly [string, string] | undefined {
  const numbers = numbersIn(text);
  const day = numbers && inOrder(numbers, 'day first');
  const month = numbers && inOrder(numbers, 'month first');
  return day !== undefined && month !== undefined && day !== month ? [day, month] : undefined;
}

function dateOf(year = '', monthOfYear = '', day = ''): string | undefined {
  const date = `${year}-${monthOfYear.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // JavaScript treats 31 February as a day in March.
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
