/** Small readings that layouts share. */

// Some copies double a colon.
const clock = /(\d{1,2}):{1,2}(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?: ?([ap])\.?m)?/i;

/**
 * Seconds since midnight of the first `H:MM` or `H:MM:SS` in a stamp, with `am` or `pm` where it bears them; undefined where it has
 * none, or none that is a time of day. Seconds up to 61 are taken, as C's clock allows leap seconds.
 */
export function secondsOfDay(stamp: string): number | undefined {
  // Most stamps are `HH:MM:SS` and nothing else.
  if (stamp.length === 8 && stamp[2] === ':' && stamp[5] === ':') return timeOfDigits(stamp);
  const match = clock.exec(stamp);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  const half = match[4]?.toLowerCase();
  if (!(hours < (half ? 13 : 24) && minutes < 60 && seconds < 62)) return undefined;
  const hour = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours;
  return hour * 3600 + minutes * 60 + seconds;
}

/** The seconds of `HH:MM:SS`, as `secondsOfDay`. */
function timeOfDigits(stamp: string): number | undefined {
  const two = (at: number) => {
    const [tens, ones] = [stamp.charCodeAt(at) - 48, stamp.charCodeAt(at + 1) - 48];
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
  };
  const [hours, minutes, seconds] = [two(0), two(3), two(6)];
  return hours < 24 && minutes < 60 && seconds < 62 ? hours * 3600 + minutes * 60 + seconds : undefined;
}

/** The offset where the text of a line ends: behind its last character that is no ASCII white space. */
export function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Space, tab, line feed, vertical tab, form feed, carriage return: what MeetBot trims. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
