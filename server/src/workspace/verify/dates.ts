import { Spans } from './spans.js';

/** A date as minutes and chats write it, and what it may mean: `YYYY-MM-DD`, or `MM-DD` without a year. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly meant: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = String.raw`(?<M>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const year = String.raw`(?<Y>(?:19|20)\d\d)`;
const day = String.raw`(?<D>\d{1,2})(?:st|nd|rd|th)?`;

/** The other day of a span: `12-13 October`, `October 14 and 15`. */
const between = '(?:st|nd|rd|th)?(?: ?[-–] ?| to | and )';
const span = String.raw`(?:(?<F>\d{1,2})${between})?`;
const spanEnd = String.raw`(?:${between}(?:the )?(?<L>\d{1,2})(?:st|nd|rd|th)?(?=[,.;)]|$| (?:in|at|${year.replace('?<Y>', '')})\b))?`;

/** The notations of dates. */
export const datePatterns: readonly RegExp[] = [
  String.raw`(?<![\p{L}\d][-/_.]?)(?<!\d)(?<Y>\d{4})([-/.])(?<m>\d{1,2})\2(?<D>\d{1,2})(?!\d|[-/][\p{L}\d])`,
  String.raw`(?<!\d)${year}(?<m>0[1-9]|1[0-2])(?<D>0[1-9]|[12]\d|3[01])(?!\d)`,
  String.raw`(?<![\d./\-])(?<a>\d{1,2})([-/.])(?<b>\d{1,2})\2${year}(?!\d)`,
  String.raw`(?<![\d.:])${span}${day}(?: of)?[ -]${month}(?:,?[ -]${year})?(?![\w:])`,
  String.raw`\b${month}(?:,? (?:the )?|-)${day}${spanEnd}(?:,? ${year})?(?![\w:])`,
].map((source) => new RegExp(source, 'giu'));

const isDateForm = /^\d{4}-\d\d-\d\d$/;

/** The dates in a text, in order of their notations. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const found: WrittenDate[] = [];
  for (const pattern of datePatterns) {
    // Dates of one notation do not overlap.
    const taken = new Spans(found);
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.overlap({ start, end })) continue;
      const meant = meaningsOf(match.groups ?? {});
      // What looks like a date and is none cannot be right.
      if (meant.length > 0 || isDateForm.test(match[0])) found.push({ start, end, meant });
    }
  }
  return found;
}

function meaningsOf({ Y, M, m, D, F, L, a, b }: Readonly<Record<string, string | undefined>>): string[] {
  if (a !== undefined && b !== undefined) return [...dateOf(Y, b, a), ...dateOf(Y, a, b)];
  const number = M === undefined ? m : String(months.indexOf(M.slice(0, 3).toLowerCase()) + 1);
  return [F, D, L].flatMap((one) => (one === undefined ? [] : dateOf(Y, number, one)));
}

function dateOf(y: string | undefined, m = '', d = ''): string[] {
  const [month, day] = [Number(m), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const short = `${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return [y === undefined ? short : `${y}-${short}`];
}

/** Whether a date may mean another, which has a year. */
export function mayMean({ meant }: WrittenDate, date: string): boolean {
  return meant.some((one) => (one.length === 5 ? date.endsWith(`-${one}`) : one === date));
}

/** A time of day in a text, in seconds; without seconds, it means the whole minute. */
export interface WrittenTime {
  readonly start: number;
  readonly end: number;
  readonly time: number;
  readonly hasSeconds: boolean;
}

const timePattern = /(?<![\d:.])(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap])\.?m\b\.?)?(?![\d:]\d)/gi;

/** The times of day in a text. */
export function timesIn(text: string): WrittenTime[] {
  return Array.from(text.matchAll(timePattern), (match) => {
    const [whole, h = '', m = '', s, half] = match;
    const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return {
      start: match.index,
      end: match.index + whole.length,
      time: hour * 3600 + Number(m) * 60 + Number(s ?? 0),
      hasSeconds: s !== undefined,
    };
  });
}

/** Seconds since midnight of `HH:MM` or `HH:MM:SS`. */
export function secondsOfTime(time: string): number {
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  return h * 3600 + m * 60 + s;
}

const dayLength = 86_400;

/** The difference of two times of day, 0 to a day. */
export function shiftBetween(to: number, from: number): number {
  return (((to - from) % dayLength) + dayLength) % dayLength;
}
