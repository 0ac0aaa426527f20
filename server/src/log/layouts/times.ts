/** Small readings that layouts share. */

// Some copies double a colon.
const clock = /(\d{1,2}):{1,2}(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?: ?([ap])\.?m)?/i;

/**
 * Seconds since midnight of the first `H:MM` or `H:MM:SS` in a stamp, with `am` or `pm` where it bears them; undefined
 * where it has none, or none that is a time of day. Seconds up to 61 are taken, as C's clock allows leap seconds.
 */
export function secondsOfDay(stamp: string): number | undefined {
  return secondsAt(stamp, 0, stamp.length);
}

/** The same of the stamp that stands in a text from `from` to `to`. */
export function secondsAt(text: string, from: number, to: number): number | undefined {
  // Most stamps are `HH:MM:SS` or `HH:MM` and nothing else.
  const isPlain = (to - from === 8 && isColon(text, from + 5)) || to - from === 5;
  const plain = isPlain && isColon(text, from + 2) ? timeOfDigits(text, from, to) : undefined;
  if (plain !== undefined) return plain;
  const match = clock.exec(text.slice(from, to));
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  const half = match[4]?.toLowerCase();
  if (!(hours < (half ? 13 : 24) && minutes < 60 && seconds < 62)) return undefined;
  const hour = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  return hour * 3600 + minutes * 60 + seconds;
}

/** The seconds of `HH:MM:SS` or `HH:MM`. */
function timeOfDigits(text: string, from: number, to: number): number | undefined {
  const hours = two(text, from);
  const minutes = two(text, from + 3);
  const seconds = to - from === 8 ? two(text, from + 6) : 0;
  return hours < 24 && minutes < 60 && seconds < 62 ? hours * 3600 + minutes * 60 + seconds : undefined;
}

/** The number of two digits; NaN where they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isColon(text: string, at: number): boolean {
  return text.charCodeAt(at) === 58;
}

/**
 * The offset where the text of a line ends, whose text begins at `from` and which ends at `to`: behind its last
 * character that is no ASCII white space.
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
