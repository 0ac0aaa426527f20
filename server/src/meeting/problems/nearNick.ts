import { slipDistance } from '../slipDistance.js';

/** A longer nick is not mistyped, but made up; and to compare long ones takes long. */
const longestNick = 64;

/**
 * Of some nicks the one that a nick most likely means: the same except for case, or a slip or two away; undefined for none. Null
 * where there are more nicks than the scope has comparisons left: to compare all mistyped nicks of a log with all others would
 * take a time of the product.
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
