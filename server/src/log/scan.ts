/** Small readings that layouts share. */

/**
 * Seconds since midnight of `H:MM` or `H:MM:SS`, undefined when there is no such time of day.
 * Seconds up to 61 are taken, as C's clock allows leap seconds.
 */
export function secondsOfDay(clock: string): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  if (!(hours < 24 && minutes < 60 && seconds < 62)) return undefined;
  return hours * 3600 + minutes * 60 + seconds;
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
