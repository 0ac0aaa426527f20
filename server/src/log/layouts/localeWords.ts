import { inAsciiDigits } from './digits.js';

/*
 * The words in dates and times in CLDR's larger languages, from `Intl`. The first word that is not English costs some ten
 * milliseconds, for the languages in its script; nothing is computed before that.
 */

/** Languages by their number of speakers; those that a program does not know are left out. */
const locales =
  'en zh zh-Hant es hi ar bn pt ru ja pa mr te tr ko fr de vi ta ur jv it fa gu pl uk ml kn or my th nl az ms id uz am ne si ro ' +
  'km sw ig ha zu cs el hu sv sr sr-Latn bg da fi sk no hr bs he lt sl lv et ca gl eu sq mk is ka hy kk ky be af cy ga lo ' +
  'ps sd so fil es-MX pt-PT fr-CA de-AT ar-DZ ar-MA ar-SY';

type Options = Intl.DateTimeFormatOptions;

/** One kind of words: how `Intl` is asked for them, and a time for each value, in milliseconds since 1970. */
interface WordKind {
  readonly part: Intl.DateTimeFormatPartTypes;
  readonly forms: readonly Options[];
  readonly count: number;
  readonly time: (value: number) => number;
}

const kinds = {
  month: {
    part: 'month',
    forms: [{ month: 'long' }, { month: 'short' }, { dateStyle: 'long' }, { dateStyle: 'medium' }],
    count: 12,
    time: (month) => Date.UTC(2031, month, 14),
  },
  weekday: {
    part: 'weekday',
    forms: [{ weekday: 'long' }, { weekday: 'short' }],
    count: 7,
    // The fourth of January 1970 was a Sunday.
    time: (weekday) => Date.UTC(1970, 0, 4 + weekday),
  },
  dayPeriod: {
    part: 'dayPeriod',
    forms: [
      { hour: 'numeric', hour12: true },
      { hour: 'numeric', hour12: true, dayPeriod: 'short' },
      { hour: 'numeric', hour12: true, dayPeriod: 'long' },
    ],
    count: 24,
    time: (hour) => Date.UTC(2031, 2, 14, hour, 30),
  },
} satisfies Record<string, WordKind>;

/** Months from 0 for January, weekdays from 0 for Sunday, and day periods by the hours in which they are used. */
export type WordMeaning = keyof typeof kinds;

/**
 * The values that a word has in some language, as bits: 1 for the value 0, 2 for 1, and so on; 0 for no such word. Case, dots,
 * spaces and combining marks do not matter. A month may include its number, as in Vietnamese.
 */
export function meaningsOf(kind: WordMeaning, word: string): number {
  const key = folded(word);
  const letter = /\p{L}/u.exec(key)?.[0];
  if (letter === undefined || key.length > longest) return 0;
  return tableOf(kind, scriptOf(letter)).get(key) ?? 0;
}

/** The most letters of a word, with the parts into which they are decomposed. */
const longest = 48;

/** A word in the form in which words are compared. */
export function folded(word: string): string {
  const plain = word.normalize('NFKD').replace(/[\u0300-\u036f\p{Cf}\s.'’׳״॰]/gu, '');
  return plain
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ı', 'i');
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function tableOf(kind: WordMeaning, script: string): ReadonlyMap<string, number> {
  const name = `${kind} ${script}`;
  const table = tables.get(name) ?? wordsOf(kinds[kind], script);
  tables.set(name, table);
  return table;
}

/** The words for today and yesterday in all languages of a word's script. */
export function relativeDays(word: string): ReadonlySet<string> {
  const script = scriptOf(word);
  const days = relative.get(script) ?? new Set(localesOf(script).flatMap(relativeDaysIn));
  relative.set(script, days);
  return days;
}

const relative = new Map<string, ReadonlySet<string>>();

function relativeDaysIn(locale: string): readonly string[] {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return [0, -1].map((days) => folded(format.format(days, 'day')));
}

function localesOf(script: string): readonly string[] {
  return locales.split(' ').filter((one) => scriptOfLocale(one) === script);
}

/** All words of a kind in the languages of a script, with their values. */
function wordsOf({ part, forms, count, time }: WordKind, script: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const locale of Intl.DateTimeFormat.supportedLocalesOf(localesOf(script))) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' });
      for (let value = 0; value < count; value++) {
        for (const word of partOf(format.formatToParts(time(value)), part)) {
          words.set(word, (words.get(word) ?? 0) | (1 << value));
        }
      }
    }
  }
  return words;
}

/**
 * The words for the time of day in each language of the script of a letter: the word of each hour, in several styles. Costs some
 * ten milliseconds the first time.
 */
export function dayPeriods(letter: string): readonly (readonly string[])[] {
  const script = scriptOf(letter);
  const known = periods.get(script) ?? periodsIn(script);
  periods.set(script, known);
  return known;
}

const periods = new Map<string, readonly (readonly string[])[]>();

function periodsIn(script: string): readonly (readonly string[])[] {
  const { part, forms, count, time } = kinds.dayPeriod;
  return Intl.DateTimeFormat.supportedLocalesOf(localesOf(script)).flatMap((locale) =>
    forms.map((form) => {
      const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' });
      const wordAt = (hour: number) => format.formatToParts(time(hour)).find(({ type }) => type === part)?.value ?? '';
      return Array.from({ length: count }, (_, hour) => wordAt(hour));
    }),
  );
}

/** A part of a date, alone and with letters around it, which some languages write without a space. */
function partOf(parts: readonly Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): readonly string[] {
  const index = parts.findIndex((one) => one.type === type);
  const word = inAsciiDigits(parts[index]?.value ?? '');
  if (!/\p{L}/u.test(word)) return [];
  const before = (parts[index - 1]?.value ?? '').split(/[^\p{L}\p{M}'’]/u).at(-1) ?? '';
  const after = (parts[index + 1]?.value ?? '').split(/[^\p{L}\p{M}]/u)[0] ?? '';
  return [folded(word), folded(before + word + after)];
}

/** Scripts whose languages are looked up by themselves; all others are one group. */
const scripts = ['Latn', 'Cyrl', 'Arab', 'Deva', 'Grek', 'Hebr', 'Thai', 'Beng'].map((name) => ({
  name,
  pattern: new RegExp(String.raw`\p{Script=${name}}`, 'u'),
}));

function scriptOf(letter: string): string {
  return scripts.find(({ pattern }) => pattern.test(letter))?.name ?? '';
}

function scriptOfLocale(locale: string): string {
  const script = new Intl.Locale(locale).maximize().script;
  return scripts.find(({ name }) => name === script)?.name ?? '';
}
