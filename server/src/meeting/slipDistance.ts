/**
 * How many slips of the fingers lie between two words: a key left out, one too many, or two neighbours swapped
 * count 1; a wrong key counts 2, since a short word with another letter is mostly another word (`#helm`, `#nice`).
 * Infinite where it is more than `most`, which is soon seen of most words. Takes time of the product of the lengths at worst.
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
    // Two rows, as a swap takes a step over one of them.
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
