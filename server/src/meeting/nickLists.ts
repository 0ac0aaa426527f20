/**
 * How many nicks of one command are read: several times as many as fit on a line of IRC or Matrix. Problems report commands with
 * more.
 */
export const mostNicks = 2_000;

/** The default separators of nicks: commas and spaces, as after MeetBot's `#chair`. */
const commasAndSpaces = ', ';

/** The nicks after a command, up to the maximum. `dividers` is the inside of a character class, see `Dialect`. */
export function nicksIn(text: string, dividers = commasAndSpaces): string[] {
  return text
    .split(new RegExp(`[${dividers}]+`), mostNicks + 2)
    .filter(Boolean)
    .slice(0, mostNicks);
}

/** The same nicks with their offsets in the text, in UTF-16 units. */
export function* nicksWithin(text: string, dividers = commasAndSpaces): Generator<{ nick: string; at: number }> {
  let count = 0;
  for (const { 0: nick, index } of text.matchAll(new RegExp(`[^${dividers}]+`, 'g'))) {
    if (count++ === mostNicks) return;
    yield { nick, at: index };
  }
}
