import { colon, isAt, twoDigits } from './characters.js';

/* Helpers shared by layouts: times in stamps, and ends of texts. */

// Some copies double a colon.
const clock = /(\d{1,2}):{1,2}(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:[ \u00a0\u202f]?([ap])\.?m)?/i;

/**
 * Seconds since midnight of the first `H:MM` or `H:MM:SS` in a stamp, with `am` or `pm` if it has them; undefined
 * if it has none, or none that is a time of day.
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
  const match = clock.exec(stamp);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  const half = match[4]?.toLowerCase();
  if (half && hours > 12) return undefined;
  const time = sinceMidnight(half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours, minutes, seconds);
  return time < 0 ? undefined : time;
}

/** Seconds since midnight; -1 if it is not a time of day. Seconds up to 61 are allowed, as in C, for leap seconds. */
export function sinceMidnight(hours: number, minutes: number, seconds: number): number {
  if (hours < 0 || minutes < 0 || seconds < 0) return -1;
  return hours < 24 && minutes < 60 && seconds < 62 ? hours * 3600 + minutes * 60 + seconds : -1;
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
