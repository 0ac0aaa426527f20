import { stemsIn } from './comparedWords.js';

/** A fact or a line that is like a statement. */
export interface Near<T> {
  readonly thing: T;
  /** How much of both is in the other: 0 to 1. */
  readonly score: number;
  /** How many stems both have. */
  readonly shared: number;
  /** How much of the statement is in it. */
  readonly share: number;
  readonly index?: number;
}

/** Of things found by stems, those with most of some given stems, the best first. */
export function nearest<T>(
  stems: ReadonlySet<string>,
  found: (stem: string) => readonly T[] | undefined,
  textOf: (thing: T) => string,
): readonly Near<T>[] {
  const counts = new Map<T, number>();
  for (const stem of stems) {
    const things = found(stem) ?? [];
    if (things.length < mostLines) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return best
    .map(([thing]) => {
      const own = stemsIn(textOf(thing));
      const shared = sharedOf(stems, own);
      return {
        thing,
        shared,
        score: shared / Math.max(1, stems.size, own.size),
        share: shared / Math.max(1, stems.size),
      };
    })
    .sort((a, b) => b.score - a.score);
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared;
}

/** How often a word may occur to help in finding something: others say too little. */
export const mostLines = 60;
