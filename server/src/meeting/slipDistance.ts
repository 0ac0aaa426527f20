/**
 * The edit distance of two words in typing errors: a missing key, an extra key or two swapped neighbours count 1; a wrong key
 * counts 2, since a short word with one other letter is usually a different word (`#helm`, `#nice`). Infinity if it is more than
 * `most`, which is found quickly for most words. At worst, takes time proportional to the product of the lengths.
 */
export function slipDistance(typed: string, meant: string, most = 3): number {
  if (Math.abs(typed.length - meant.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const here = [row];
    for (let column = 1; column <= meant.length; column++) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      here[column] = Math.min(
        at(above, column) + 1,
        at(here, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 2),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    // Two previous rows, since a swap skips one of them.
    if (Math.min(...here, ...above) > most) return Number.POSITIVE_INFINITY;
    before = above;
    above = here;
  }
  const distance = at(above, meant.length);
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
