import { type Clock, clockIn } from '../layouts/clockNotation.js';
import { inAsciiDigits } from '../layouts/digits.js';
import { dayPeriods } from '../layouts/localeWords.js';
import { secondsOfDay } from '../layouts/times.js';

/* Writes times as a log writes them: a stamp is a model, and all that is not the time of day stays as it is. */

/**
 * A stamp with another time of day, in the same notation. `time` is in seconds since midnight by the log's own clock; a stamp
 * without seconds leaves them out. Undefined if it cannot be written so that `secondsOfDay` gives it back.
 */
export function stampAt(stamp: string, time: number): string | undefined {
  const clock = clockIn(stamp);
  if (!clock || clock.time < 0) return undefined;
  const { hasSeconds, write } = writerOf(stamp, clock);
  const shown = hasSeconds ? time : time - (time % 60);
  if (clock.time === shown) return stamp;
  for (const written of write(shown)) if (secondsOfDay(written) === shown) return written;
  return undefined;
}

/** How a stamp writes a time: several ways, of which one reads back. */
interface Writer {
  readonly hasSeconds: boolean;
  readonly write: (time: number) => Iterable<string>;
}

function writerOf(stamp: string, clock: Clock): Writer {
  const { day } = clock;
  if (day !== undefined) return { hasSeconds: true, write: (time) => [instant(stamp, day * 86_400 + time)] };
  const numbers = [...inAsciiDigits(stamp).slice(clock.start, clock.end).matchAll(/\d+/g)].map(
    ({ 0: digits, index }) => ({
      start: clock.start + index,
      digits,
    }),
  );
  const [hours, minutes, third] = numbers;
  const sign = (left: Numeral | undefined, right: Numeral | undefined) =>
    left && right ? stamp.slice(left.start + left.digits.length, right.start) : '';
  const isFraction = /^[.,]$/.test(sign(minutes, third)) && sign(hours, minutes) !== sign(minutes, third);
  const hasSeconds = third !== undefined && !isFraction;
  return {
    hasSeconds,
    *write(time) {
      const hour = Math.floor(time / 3600);
      const values = [
        hourIn(hours?.digits ?? '', hour, clock.isHalved === true, hasSeconds),
        ...[Math.floor(time / 60) % 60, ...(hasSeconds ? [time % 60] : [])].map((value) =>
          String(value).padStart(2, '0'),
        ),
      ];
      const written = withNumbers(stamp, numbers, values);
      if (clock.isHalved) yield* inHalfOf(written, Math.floor(clock.time / 3600), hour);
      else yield written;
    },
  };
}

/** A number in a stamp, with digits of ASCII. */
interface Numeral {
  readonly start: number;
  readonly digits: string;
}

/** An hour, with as many digits as another one. */
function hourIn(model: string, hour: number, isHalved: boolean, hasSeconds: boolean): string {
  const shown = String(isHalved ? hour % 12 || 12 : hour);
  // Two digits do not show whether others have a zero before them: most programs with 12 hours write none.
  const isPadded = model.startsWith('0') || (model.length === 2 && (!isHalved || hasSeconds));
  return isPadded ? shown.padStart(2, '0') : shown;
}

/** A stamp with other numbers, in the digits of its script; those that no value is given for are fractions and become zero. */
function withNumbers(stamp: string, numbers: readonly Numeral[], values: readonly string[]): string {
  let written = '';
  let done = 0;
  numbers.forEach(({ start, digits }, index) => {
    const value = values[index] ?? '0'.repeat(digits.length);
    const script = stamp.charCodeAt(start) - digits.charCodeAt(0);
    written += stamp.slice(done, start);
    for (const digit of value) written += String.fromCharCode(digit.charCodeAt(0) + script);
    done = start + digits.length;
  });
  return written + stamp.slice(done);
}

/** Stamps in which the word for the half of the day fits an hour instead of another. */
function* inHalfOf(stamp: string, from: number, to: number): Generator<string> {
  if (from < 12 === to < 12) yield stamp;
  yield stamp.replace(/(?<=\d[ \u00a0\u202f]?)[ap](?=\.?m(?![a-z]))/i, (letter) => swapped[letter] ?? letter);
  const letter = /\p{L}/u.exec(stamp)?.[0];
  const plain = stamp.replace(blanks, ' ');
  for (const words of letter === undefined ? [] : dayPeriods(letter)) {
    const old = words.find((word) => word !== '' && plain.includes(word.replace(blanks, ' ')));
    if (old === undefined) continue;
    const at = plain.indexOf(old.replace(blanks, ' '));
    // Programs may have only two words where a language has more.
    for (const word of [words[to] ?? old, ...(to < 12 ? words.slice(6, 12) : words.slice(12))]) {
      yield stamp.slice(0, at) + word.replace(blanks, blankOf(stamp)) + stamp.slice(at + old.length);
    }
  }
}

const swapped: Readonly<Record<string, string>> = { a: 'p', p: 'a', A: 'P', P: 'A' };
const blanks = /[\s\u00a0\u202f]/g;

/** The kind of blank that a stamp has in its words. */
function blankOf(stamp: string): string {
  return /[\u00a0\u202f]/.exec(stamp)?.[0] ?? ' ';
}

/** Seconds since 1970, with as many digits. */
function instant(stamp: string, seconds: number): string {
  const written = String(seconds);
  return stamp.replace(
    /(\d{9,10})((?:[.,]\d+)?|\d{3})(?=\D*$)/,
    (_, whole: string, rest: string) => written.padStart(whole.length, '0') + rest.replace(/\d/g, '0'),
  );
}
