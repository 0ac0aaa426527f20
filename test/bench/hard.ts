// What logs cost that are legal and hard: no kind may cost much more than its size.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hardKinds } from './hardLogs.js';
import { exponent, growthExponent, mebibytes, milliseconds, seconds, times } from './stats.js';
import type { Row } from './table.js';

const sizes = [250_000, 500_000, 1_000_000];
/** A process that takes longer is ended, in milliseconds. */
const longest = 120_000;
/** What takes less, in milliseconds, is not asked how it grows: starts and chance are most of it. */
const short = 50;

interface Taken {
  readonly works: Readonly<Record<string, number>>;
  readonly memory: number;
  /** All that follows a key, and what takes longest in one go. */
  readonly edit: number;
  readonly block: number;
  readonly longest: string;
}

/** A row for each kind: the work that takes longest on a megabyte, beside an ordinary log, the memory, and the steepest growth of any work. */
export function hardRows(): Row[] {
  const ordinary = measure('ordinary').at(-1);
  return Object.keys(hardKinds).map((kind) => {
    const all = measure(kind);
    const most = all.at(-1);
    if (!most) return { work: kind, size: '1 MB', ours: 'ended' };
    const { memory, block, edit, longest: answer, works } = most;
    const [slowest = '', cost = 0] = Object.entries(works).sort((a, b) => b[1] - a[1])[0] ?? [];
    const growths = Object.entries(works)
      .filter(([, last]) => last > short)
      .map(([work]) => growth(all, work));
    return {
      work: `${kind}: ${slowest}`,
      size: '1 MB',
      ours: `${seconds(cost / 1000)}, ${mebibytes(memory)}; a key ${milliseconds(edit)}, at once ${milliseconds(block)} (${answer})`,
      ratio: times(cost / Math.max(1, ordinary?.works[slowest] ?? 1)),
      growth: growths.length > 0 ? exponent(Math.max(...growths)) : undefined,
    };
  });
}

function growth(all: readonly Taken[], work: string): number {
  return growthExponent(all.map((taken, index) => ({ size: sizes[index] as number, cost: taken.works[work] ?? 0 })));
}

/** What each work takes at each size; as far as none of them is ended. */
function measure(kind: string): Taken[] {
  const script = fileURLToPath(new URL('hardProcess.mjs', import.meta.url));
  const all: Taken[] = [];
  for (const size of sizes) {
    const { stdout } = spawnSync(process.execPath, [script, kind, String(size)], {
      encoding: 'utf8',
      timeout: longest,
    });
    if (!stdout) break;
    all.push(JSON.parse(stdout));
  }
  return all;
}
