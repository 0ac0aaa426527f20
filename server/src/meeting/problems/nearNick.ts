import { slipDistance } from '../slipDistance.js';

/** Longer nicks are made up rather than mistyped, and comparing them would be slow. */
const longestNick = 64;

/**
 * The nick among some others that a nick most likely means: equal except for case, or one or two typos away; undefined if there
 * is none. Null if there are more nicks than the scope has comparisons left: comparing all mistyped nicks of a log with all
 * others would take quadratic time.
 */
export function nearNick(
  nick: string,
  among: Iterable<string>,
  scope: { comparisons: number },
): string | null | undefined {
  if (nick.length > longestNick) return undefined;
  const typed = nick.toLowerCase();
  const allowed = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  let near: string | undefined;
  let least = allowed + 1;
  for (const other of among) {
    if (scope.comparisons-- <= 0) return near ?? null;
    const distance = slipDistance(typed, other.toLowerCase(), allowed);
    if (distance < least) [near, least] = [other, distance];
  }
  return near;
}
