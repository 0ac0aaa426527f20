import type { Mutant } from './mutant.js';

/** Random numbers from 0 to 1 (exclusive), the same for the same seed (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Some mutants of each file, in proportion to its share of all sources; all of them if there are not more. Within a file, the
 * kinds take turns, since there are many more strings and properties than functions.
 */
export function pick<M extends Mutant>(
  files: readonly { readonly size: number; readonly mutants: readonly M[] }[],
  count: number,
  seed: number,
): M[] {
  const random = randomBy(seed);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  return files.flatMap(({ size, mutants }) => {
    const first = Math.round((before * count) / total);
    before += size;
    return byTurns(shuffled(mutants, random)).slice(0, Math.round((before * count) / total) - first);
  });
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function byTurns<M extends Mutant>(mutants: readonly M[]): M[] {
  const turns = new Map<string, number>();
  return mutants
    .map((mutant) => {
      const turn = turns.get(mutant.kind) ?? 0;
      turns.set(mutant.kind, turn + 1);
      return { mutant, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ mutant }) => mutant);
}
