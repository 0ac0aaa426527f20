import { elementAt } from '../log/indexing.js';

/** The index of the first element at or below a line, in a list sorted by line. */
export function firstNotAbove<T>(some: readonly T[], line: number, lineOf: (one: T) => number): number {
  let low = 0;
  let high = some.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(elementAt(some, middle)) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last element at or above a line, in a list sorted by line. */
export function lastUpTo<T extends { readonly line: number }>(some: readonly T[], line: number): T | undefined {
  return some[firstNotAbove(some, line + 1, (one) => one.line) - 1];
}
