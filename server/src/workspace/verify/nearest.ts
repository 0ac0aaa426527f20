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
}

/** Facts or lines by their stems. */
export class Nearest<T extends { readonly text: string }> {
  readonly #byStem = new Map<string, T[]>();
  /** The stems of what was compared. */
  readonly #stems = new WeakMap<T, ReadonlySet<string>>();

  add(thing: T): void {
    for (const stem of stemsIn(thing.text)) push(this.#byStem, stem, thing);
  }

  /** What has a stem, up to `mostLines`. */
  with(stem: string): readonly T[] {
    return this.#byStem.get(stem) ?? [];
  }

  /** What has most of some stems, the best first. */
  near(stems: ReadonlySet<string>): readonly Near<T>[] {
    const counts = new Map<T, number>();
    for (const stem of stems) {
      const things = this.with(stem);
      if (things.length < mostLines) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
    }
    const best = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostCompared);
    return best
      .map(([thing]) => {
        const own = this.#stemsOf(thing);
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

  #stemsOf(thing: T): ReadonlySet<string> {
    const known = this.#stems.get(thing) ?? stemsIn(thing.text);
    this.#stems.set(thing, known);
    return known;
  }
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const stem of few) if (many.has(stem)) shared++;
  return shared;
}

/** How often a word may occur to help in finding something: others say too little. */
export const mostLines = 60;
/** How many things are compared with a statement. */
const mostCompared = 12;

/** Adds a value to a list, unless that is long already. Returns whether it is. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): boolean {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.length < mostLines) known.push(value);
  else return true;
  return false;
}
