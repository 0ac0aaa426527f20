import { assert } from 'chai';
import { dateIn, monthDayIn } from '../../../server/src/log/facts/dateNotation.js';
import { clockIn } from '../../../server/src/log/layouts/clockNotation.js';
import { secondsOfDay } from '../../../server/src/log/layouts/times.js';

/* What `Intl` writes in a language is read back. */

const locales =
  'en en-GB en-AU en-IN en-CA es es-MX es-US fr fr-CA fr-CH de de-AT it pt pt-PT nl sv da nb fi is pl cs sk sl hr sr sr-Latn ' +
  'bs bg mk ro hu el tr ru uk be kk ky uz az hy ka he ar ar-MA fa ur ps hi mr ne bn pa gu ta te kn ml si th lo km my vi id ms ' +
  'jv fil zh zh-TW zh-HK ja ko sw am ig ha zu af et lv lt eu ca gl cy ga sq so';
const monthFirst = new Set(['en', 'fil', 'zu']);

const dateStyles = ['full', 'long', 'medium', 'short'] as const;
const timeStyles = ['full', 'long', 'medium', 'short'] as const;
const instants = [
  '2031-03-14T20:58:10Z',
  '2031-03-14T08:58:10Z',
  '2031-05-25T12:07:10Z',
  '2031-11-05T00:07:10Z',
  '2031-08-31T23:30:10Z',
];

/** Notations that are not read as the date, and why. */
const unreadDates: Readonly<Record<string, string>> = {
  'pl long': 'the genitive of November is also that of October in Croatian, and no day of the week decides',
  'pl medium': 'the same, shortened',
  'ne short': 'a year of two digits at the start looks like a day',
  'eu short': 'a year of two digits at the start looks like a day',
  'ko short': 'a year of two digits at the start',
  'te short': 'a year of two digits behind hyphens may be at either end',
};
/** Notations whose time is not read, and why. */
const unreadTimes: Readonly<Record<string, string>> = {
  'th full': 'words between the numbers',
  'th long': 'words between the numbers',
  'lo full': 'words between the numbers',
  'lo long': 'words between the numbers',
  'ga full': 'the word for a time in the name of UTC is `Am`',
};

describe('stamps in the languages of Intl', () => {
  for (const locale of locales.split(' ')) {
    it(`are read back: ${locale}`, () => {
      for (const written of writtenIn(locale)) {
        if (!(timeName(written) in unreadTimes))
          assert.equal(secondsOfDay(written.text), secondsIn(written), written.text);
        if (!(dateName(written) in unreadDates)) assert.equal(dateOf(written), dayIn(written), written.text);
      }
    });
  }

  it('are not read only if there is a reason', () => {
    const all = locales.split(' ').flatMap((locale) => Array.from(writtenIn(locale)));
    const times = all.filter((written) => secondsOfDay(written.text) !== secondsIn(written)).map(timeName);
    assert.sameMembers(Array.from(new Set(times)), Object.keys(unreadTimes));
    const dates = all.filter((written) => dateOf(written) !== dayIn(written)).map(dateName);
    assert.sameMembers(Array.from(new Set(dates)), Object.keys(unreadDates));
  });

  it('are read in capitals, decomposed and composed', () => {
    for (const locale of ['de', 'fr', 'es', 'pt', 'pl', 'ru', 'uk', 'el', 'cs', 'tr', 'vi', 'hu']) {
      const text = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2031, 7, 14),
      );
      for (const form of [
        text.toUpperCase(),
        text.toLowerCase(),
        text.normalize('NFD'),
        text.toLocaleUpperCase(locale),
      ]) {
        assert.equal(dateIn(form), '2031-08-14', form);
      }
    }
  });

  it('are read without a year', () => {
    for (const locale of locales.split(' ').filter((one) => !['ne', 'te'].includes(one))) {
      for (const month of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC', calendar: 'gregory' });
        const text = format.format(Date.UTC(2031, 7, 14));
        assert.deepEqual(monthDayIn(text), [8, 14], `${locale}: ${text}`);
      }
    }
  });
});

interface Written {
  readonly locale: string;
  readonly dateStyle: (typeof dateStyles)[number];
  readonly timeStyle: (typeof timeStyles)[number];
  readonly instant: string;
  readonly text: string;
}

function* writtenIn(locale: string): Generator<Written> {
  for (const dateStyle of dateStyles) {
    for (const timeStyle of timeStyles) {
      for (const hour12 of [undefined, true]) {
        const format = new Intl.DateTimeFormat(locale, {
          dateStyle,
          timeStyle,
          timeZone: 'UTC',
          calendar: 'gregory',
          ...(hour12 && { hour12 }),
        });
        for (const instant of instants) {
          yield { locale, dateStyle, timeStyle, instant, text: format.format(new Date(instant)) };
        }
      }
    }
  }
}

function timeName({ locale, timeStyle }: Written): string {
  return `${locale} ${timeStyle}`;
}

function dateName({ locale, dateStyle }: Written): string {
  return `${locale} ${dateStyle}`;
}

function secondsIn({ instant, timeStyle }: Written): number {
  return ((Date.parse(instant) / 1000) % 86_400) - (timeStyle === 'short' ? 10 : 0);
}

function dayIn({ instant }: Written): string {
  return instant.slice(0, 10);
}

function dateOf({ locale, text }: Written): string | undefined {
  const clock = clockIn(text);
  const date = clock ? `${text.slice(0, clock.start)} ${text.slice(clock.end)}` : text;
  return dateIn(date, monthFirst.has(locale) ? 'month first' : 'day first');
}
