import type { Dice } from './dice.js';

/* How programs write when something was said: dates and times in all orders, separators, languages and precisions. */

export interface Stamp {
  /** What it is, for tables of failures: its date, its time, what is around them. */
  readonly kinds: readonly [date: string, time: string, around: string];
  /** How it writes a time, given in seconds since 1970 by the log's own clock. */
  readonly write: (at: number) => string;
  /** To how many seconds its times are exact; undefined if it has none. */
  readonly exact?: 1 | 60;
  /** Whether it has a whole date: with numbers only, the order of day and month is open up to the 12th. */
  readonly date?: 'clear' | 'numeric';
}

const two = (value: number) => String(value).padStart(2, '0');
const english = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  return (at: Date) => format.format(at);
};

/** What stands for what in the patterns of dates and times. */
const parts: Readonly<Record<string, (at: Date) => string>> = {
  YYYY: (at) => `${at.getUTCFullYear()}`,
  YY: (at) => two(at.getUTCFullYear() % 100),
  MMMM: english({ month: 'long' }),
  MMM: english({ month: 'short' }),
  MM: (at) => two(at.getUTCMonth() + 1),
  M: (at) => `${at.getUTCMonth() + 1}`,
  DD: (at) => two(at.getUTCDate()),
  D: (at) => `${at.getUTCDate()}`,
  WWWW: english({ weekday: 'long' }),
  WWW: english({ weekday: 'short' }),
  HH: (at) => two(at.getUTCHours()),
  H: (at) => `${at.getUTCHours()}`,
  KK: (at) => two(at.getUTCHours() % 12 || 12),
  K: (at) => `${at.getUTCHours() % 12 || 12}`,
  mm: (at) => two(at.getUTCMinutes()),
  ss: (at) => two(at.getUTCSeconds()),
  A: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (at) => (at.getUTCHours() < 12 ? 'am' : 'pm'),
  'a.': (at) => (at.getUTCHours() < 12 ? 'a.m.' : 'p.m.'),
};
const part = new RegExp(
  `'([^']*)'|${Object.keys(parts)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace('a.', 'a\\.')}`,
  'g',
);

/** Writes a pattern; what is quoted in it is written as it is. */
function filled(pattern: string): (at: number) => string {
  return (at) => {
    const date = new Date(at * 1000);
    return pattern.replace(part, (name, quoted) => quoted ?? parts[name]?.(date) ?? name);
  };
}

const numericDates = [
  ...['DD/MM/YYYY', 'D/M/YYYY', 'DD.MM.YYYY', 'DD.MM.YY', 'D.M.YYYY', 'DD-MM-YYYY'],
  ...['M/D/YYYY', 'M/D/YY', 'MM/DD/YYYY', 'MM-DD-YYYY'],
];
const clearDates = [
  ...[
    'YYYY-MM-DD',
    'YYYY/MM/DD',
    'YYYY.MM.DD',
    'YYYY. M. D.',
    'D MMM YYYY',
    'DD-MMM-YYYY',
    'DD/MMM/YYYY',
    'D MMMM YYYY',
  ],
  ...['MMM D, YYYY', 'MMMM D, YYYY', 'WWW, MMM D, YYYY', 'WWWW, MMMM D, YYYY', 'WWW, D MMM YYYY', 'WWW MMM D YYYY'],
  ...['WWW, DD MMM YYYY', "YYYY'年'M'月'D'日'"],
];
/** Dates without a year. */
const partialDates = ['MMM DD', 'D MMM', 'M/D', 'DD.MM.', 'WWW', 'WWWW'];

/** Times, and whether they are exact to a second. */
const exactTimes = [
  'HH:mm:ss',
  "HH:mm:ss'.482'",
  "HH:mm:ss'.482913'",
  "HH:mm:ss',482'",
  'K:mm:ss A',
  'KK:mm:ss a',
  'HH.mm.ss',
];
const minuteTimes = ['HH:mm', 'H:mm', 'K:mm A', 'KK:mm A', 'K:mm\u202fA', 'K:mm a', 'K:mma', 'K:mm a.', 'HH.mm'];
const words = ["'klo 'H.mm", "'kl. 'HH.mm", "'at 'K:mm A", "'um 'HH:mm", "HH:mm' Uhr'", "HH'h'mm"];
const zones = ["'Z'", "'+0100'", "'+01:00'", "' UTC'", "' CET'", "' +0000'"];

/** What is between a date and a time, and around both. */
const joints = [' ', ' ', ' ', ', '];
const frames = ['', '', '[]', '[]', '()'];

/** A random stamp. */
export function randomStamp(dice: Dice): Stamp {
  const share = dice.whole(1, 100);
  if (share <= 8) return unstamped;
  if (share <= 12) return epoch(dice);
  return share <= 37 ? local(dice) : composed(dice);
}

export const unstamped: Stamp = { kinds: ['no date', 'no time', 'nothing'], write: () => '' };

function epoch(dice: Dice): Stamp {
  const [before = '', after = ''] = dice.pick(frames);
  const kinds = ['epoch', 'epoch', `${before}${after}`] as const;
  return { kinds, write: (at) => `${before}${at}${after}`, exact: 1, date: 'clear' };
}

/** The larger languages of CLDR. */
const locales = [
  ...[
    'en-US',
    'en-GB',
    'en-CA',
    'de',
    'fr',
    'es',
    'it',
    'pt-BR',
    'nl',
    'sv',
    'da',
    'nb',
    'fi',
    'pl',
    'cs',
    'hu',
    'ro',
    'bg',
  ],
  ...['ru', 'uk', 'el', 'tr', 'he', 'ar', 'fa', 'hi', 'bn', 'ja', 'zh-CN', 'zh-TW', 'ko', 'vi', 'th', 'id'],
];
const styles = [
  ['short', 'short'],
  ['short', 'medium'],
  ['medium', 'short'],
  ['medium', 'medium'],
  ['long', 'short'],
  ['full', 'medium'],
] as const;

/** As programs write dates in a language that they leave to the system. */
function local(dice: Dice): Stamp {
  const [locale, [dateStyle, timeStyle]] = [dice.pick(locales), dice.pick(styles)];
  const [before = '', after = ''] = dice.pick(frames);
  const options = { numberingSystem: 'latn', calendar: 'gregory', timeZone: 'UTC', dateStyle, timeStyle } as const;
  const format = new Intl.DateTimeFormat(locale, options);
  // Korean begins with a year of two digits.
  const date =
    locale === 'ko' && dateStyle === 'short' ? {} : ({ date: dateStyle === 'long' ? 'clear' : 'numeric' } as const);
  return {
    kinds: [`${locale} ${dateStyle}`, `of the language, ${timeStyle}`, before + after],
    write: (at) => before + format.format(at * 1000) + after,
    exact: timeStyle === 'short' ? 60 : 1,
    ...date,
  };
}

/** A date, a time or both, from the tables. */
function composed(dice: Dice): Stamp {
  const date = randomDate(dice);
  const isWhole = date !== undefined && !partialDates.includes(date);
  const time = isWhole && dice.percent(6) ? undefined : randomTime(dice);
  const { text, around } = arranged(dice, date, time, dice.pick(frames));
  return {
    kinds: [date ?? 'no date', time ?? 'no time', around],
    write: filled(text),
    ...(time !== undefined && { exact: /ss/.test(time) ? 1 : 60 }),
    ...(isWhole && { date: numericDates.includes(date) ? 'numeric' : 'clear' }),
  };
}

function randomDate(dice: Dice): string | undefined {
  const share = dice.whole(1, 100);
  if (share <= 35) return undefined;
  return dice.pick(share <= 60 ? numericDates : share <= 90 ? clearDates : partialDates);
}

function randomTime(dice: Dice): string {
  const share = dice.whole(1, 100);
  const time = dice.pick(share <= 45 ? exactTimes : share <= 90 ? minuteTimes : words);
  return /ss|HH:mm$/.test(time) && dice.percent(25) ? time + dice.pick(zones) : time;
}

/** A pattern for both, and a name for how they are arranged. */
function arranged(
  dice: Dice,
  date: string | undefined,
  time: string | undefined,
  [before = '', after = '']: string,
): { readonly text: string; readonly around: string } {
  if (date === undefined || time === undefined)
    return { text: before + (date ?? time ?? '') + after, around: before + after };
  if (date === 'YYYY-MM-DD' && /^HH:mm/.test(time) && dice.percent(40))
    return { text: `${before}${date}'T'${time}${after}`, around: `${before}T${after}` };
  const share = dice.whole(1, 100);
  if (share <= 10 && before)
    return { text: `${before}${date}${after} ${before}${time}${after}`, around: `${before}${after} twice` };
  if (share <= 22) return { text: `${before}${time} ${date}${after}`, around: `${before}${after} time first` };
  const joint = dice.pick(joints);
  return { text: before + date + joint + time + after, around: `${before}${joint}${after}` };
}
