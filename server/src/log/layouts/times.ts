import { colon, isAt, twoDigits } from './characters.js';
import { clockIn, sinceMidnight } from './clockNotation.js';

/* Helpers shared by layouts: times in stamps, and ends of texts. */

/**
 * Seconds since midnight of the time in a stamp, in any notation of `clockIn`; undefined if it has none, or none that is a time
 * of day. Seconds since 1970 give the time of day in UTC.
 */
export function secondsOfDay(stamp: string): number | undefined {
  return secondsAt(stamp, 0, stamp.length);
}

/** The same for the stamp in a text from `from` to `to`. */
export function secondsAt(text: string, from: number, to: number): number | undefined {
  // Most stamps are exactly `HH:MM:SS` or `HH:MM`.
  const isLong = to - from === 8 && isAt(text, from + 5, to, colon);
  const isPlain = (isLong || to - from === 5) && isAt(text, from + 2, to, colon);
  const plain = isPlain
    ? sinceMidnight(
        twoDigits(text, from, to),
        twoDigits(text, from + 3, to),
        isLong ? twoDigits(text, from + 6, to) : 0,
      )
    : -1;
  return plain < 0 ? secondsOf(text.slice(from, to)) : plain;
}

function secondsOf(stamp: string): number | undefined {
  const time = clockIn(stamp)?.time ?? -1;
  return time < 0 ? undefined : time;
}

/**
 * The end of the text of a line, for a text that begins at `from` and a line that ends at `to`: after the last character that is
 * not ASCII whitespace.
 */
export function endOfText(text: string, from = 0, to = text.length): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Space, tab, line feed, vertical tab, form feed, carriage return: what MeetBot trims. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
