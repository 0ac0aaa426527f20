/* Dates as logs write them: `2031-03-14`, `14.03.2031`, `3/14/31`, `Fri Mar 14 20:58:58 CET 2031`, `14. März 2031`. */

/** Which number of `02/09/2031` is the day: programs write both. */
export type DateOrder = 'day first' | 'month first';

/** How the months' names begin, in the languages that chat programs are most used in. */
const months = [
  'jan gen ene',
  'feb fév',
  'mar mär maa mrt',
  'apr avr abr',
  'may mai mei maj mag',
  'jun juin giu',
  'jul juil lug',
  'aug aoû ago',
  'sep set',
  'oct okt ott out',
  'nov',
  'dec dez déc dic des',
].map((names) => names.split(' '));

const month = String.raw`(?<!\p{L})(${months.flat().join('|')})\p{L}{0,9}\.?`;
const clock = String.raw`\d\d:\d\d(?::\d\d)?(?: [AP]M)?(?: [A-Z]{2,5})?`;
const yearFirst = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const inNumbers = /(?<!\d)(\d{1,2})(?:([-/.])(\d{1,2})\2(\d{4})|([/.])(\d{1,2})\5(\d{2}))(?!\d)/;
const monthFirst = new RegExp(
  String.raw`${month} +(\d{1,2})(?:st|nd|rd|th)?(?:,? +| +${clock} +|[^\d]{1,40})(\d{4})(?!\d)`,
  'iu',
);
const dayThenMonth = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?[ /-](?:de )?${month},?(?:[ /-]| de )(\d{4})(?!\d)`,
  'iu',
);

/**
 * `YYYY-MM-DD` of the first date in a text, in any usual notation; undefined if there is none. The order matters only for a date
 * that can be read in both.
 */
export function dateIn(text: string, order: DateOrder = 'day first'): string | undefined {
  const whole = yearFirst.exec(text);
  if (whole) return dateOf(whole[1], whole[3], whole[4]);
  const numbers = numbersIn(text);
  if (numbers) return inOrder(numbers, order) ?? inOrder(numbers, other[order]);
  const named = monthFirst.exec(text);
  if (named) return dateOf(named[3], monthNumber(named[1]), named[2]);
  const day = dayThenMonth.exec(text);
  return day ? dateOf(day[3], monthNumber(day[2]), day[1]) : undefined;
}

const other = { 'day first': 'month first', 'month first': 'day first' } as const;

/** A date of three numbers with the year at the end. */
export interface NumberDate {
  readonly numbers: readonly [string, string];
  readonly year: string;
  readonly separator: string;
}

/** The first such date in a text, if it has none that begins with its year. */
export function numbersIn(text: string): NumberDate | undefined {
  const match = yearFirst.test(text) ? null : inNumbers.exec(text);
  if (!match) return undefined;
  const [, first = '', long = '', second = '', year, short = '', last = '', ofCentury = ''] = match;
  return { numbers: [first, second || last], year: year ?? `20${ofCentury}`, separator: long || short };
}

/** Such a date as `YYYY-MM-DD` in one order; undefined if it cannot be read so. Dots are written only behind the day. */
export function inOrder({ numbers, year, separator }: NumberDate, order: DateOrder): string | undefined {
  const [first, second] = numbers;
  if (order === 'day first') return dateOf(year, second, first);
  return separator === '.' ? undefined : dateOf(year, first, second);
}

/** Whether the first date in a text has a different meaning in each order. */
export function isOpen(text: string): boolean {
  const numbers = numbersIn(text);
  return numbers !== undefined && inOrder(numbers, 'day first') !== inOrder(numbers, 'month first');
}

function monthNumber(name = ''): string {
  const lower = name.toLowerCase();
  return String(months.findIndex((names) => names.includes(lower)) + 1);
}

function dateOf(year = '', monthOfYear = '', day = ''): string | undefined {
  const date = `${year}-${monthOfYear.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // JavaScript treats 31 February as a day in March.
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
