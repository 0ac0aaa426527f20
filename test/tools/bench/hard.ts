// The costs of legal but hard logs: no kind may cost much more than its size.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hardKinds } from './hardLogs.js';
import { exponent, growthExponent, mebibytes, milliseconds, seconds, times } from './stats.js';
import type { Row } from './table.js';

const sizes = [250_000, 500_000, 1_000_000];
/** Processes that take longer are stopped, in milliseconds. */
const longest = 120_000;
/** The growth of anything faster, in milliseconds, is not measured: compilation, garbage and chance dominate. */
const short = 200;

/** What a process measured; see `hardProcess.ts`. */
interface Taken {
  readonly works: Readonly<Record<string, number>>;
  readonly memory: number;
  /** Everything that follows a keystroke, and its longest single step. */
  readonly edit: number;
  readonly block: number;
  readonly longest: string;
}

/**
 * A row for each kind: the slowest work for a megabyte, compared with an ordinary log; the memory; everything that follows a
 * keystroke, and its longest step; and the steepest growth of any work and of the memory.
 */
export function hardRows(): Row[] {
  const ordinary = measure('works', 'ordinary', sizes).at(-1);
  return Object.keys(hardKinds).map((kind) => {
    const all = measure('works', kind, sizes);
    const [keys] = measure('edits', kind, sizes.slice(-1));
    const most = all[sizes.length - 1];
    if (!most || !keys) return { work: kind, size: '1 MB', ours: `ended after ${longest / 1000} s` };
    const [slowest = '', cost = 0] = Object.entries(most.works).sort((a, b) => b[1] - a[1])[0] ?? [];
    return {
      work: `${kind}: ${slowest}`,
      size: '1 MB',
      ours: `${seconds(cost / 1000)}, ${mebibytes(most.memory)}; a key ${milliseconds(keys.edit)}, at once ${milliseconds(keys.block)} (${keys.longest})`,
      ratio: times(cost / Math.max(1, ordinary?.works[slowest] ?? 1)),
      growth: exponent(steepest(all)),
    };
  });
}

function steepest(all: readonly Taken[]): number {
  const growthOf = (costOf: (taken: Taken) => number) =>
    growthExponent(all.map((taken, index) => ({ size: sizes[index] as number, cost: costOf(taken) })));
  const long = Object.keys(all.at(-1)?.works ?? {}).filter((work) => (all.at(-1)?.works[work] ?? 0) > short);
  return Math.max(
    growthOf(({ memory }) => memory),
    ...long.map((work) => growthOf(({ works }) => works[work] ?? 0)),
  );
}

/** The time for a part of the work at each size, as far as it was not stopped. */
function measure(part: 'works' | 'edits', kind: string, bytes: readonly number[]): Taken[] {
  const script = fileURLToPath(new URL('hardProcess.mjs', import.meta.url));
  const all: Taken[] = [];
  for (const size of bytes) {
    const args = [script, part, kind, String(size)];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: longest });
    if (!stdout) break;
    all.push(JSON.parse(stdout));
  }
  return all;
}
