import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLog } from './logs.js';
import { exponent, growthExponent, mebibytes, median, milliseconds, times } from './stats.js';
import type { Row } from './table.js';

const sizes = [3_000, 30_000, 300_000];
const runs = 9;

interface Opened {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly utf16: number;
}

/** Opening a log up to its first outline compared with the plain floor, and the memory of the open log compared with its text. */
export function openingRows(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-bench-'));
  try {
    const measured = sizes.map((size) => measure(folder, size));
    const learnt = learntRow(folder, measured.at(-1)?.size ?? 0);
    const rows = measured.flatMap(({ size, ours, floor, bytes, utf16 }, index): Row[] => {
      const isLast = index === sizes.length - 1;
      const growth = growthExponent(measured.map((one) => ({ size: one.size, cost: one.ours })));
      return [
        {
          work: 'open, first outline',
          size: `${size.toLocaleString('en')} lines`,
          ours: milliseconds(ours),
          floor: milliseconds(floor),
          ratio: times(ours / floor),
          ...(isLast && { growth: exponent(growth) }),
        },
        ...(isLast
          ? [
              {
                work: 'memory of the open log',
                size: `${size.toLocaleString('en')} lines`,
                ours: mebibytes(bytes),
                floor: `its text as UTF-16: ${mebibytes(utf16)}`,
                ratio: times(bytes / utf16),
              },
            ]
          : []),
      ];
    });
    return [...rows, learnt];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same log in a layout that must be learnt compared with its known one, which is its floor here. */
function learntRow(folder: string, size: number): Row {
  const [known, learnt] = [join(folder, 'known.log'), join(folder, 'learnt.log')];
  const log = generateLog(size);
  writeFileSync(known, log);
  writeFileSync(learnt, log.replace(/^(\S+) <([^>]+)> /gm, '$1 { $2 } '));
  const pairs = Array.from({ length: runs }, () => ({ known: run('ours', known), learnt: run('ours', learnt) }));
  const [ours, floor] = [
    median(pairs.map((pair) => pair.learnt.milliseconds)),
    median(pairs.map((pair) => pair.known.milliseconds)),
  ];
  return {
    work: 'open in a learnt layout',
    size: `${size.toLocaleString('en')} lines`,
    ours: milliseconds(ours),
    floor: `in a known one: ${milliseconds(floor)}`,
    ratio: times(ours / floor),
  };
}

/** Medians of alternating processes. */
function measure(folder: string, size: number) {
  const file = join(folder, `${size}.log`);
  writeFileSync(file, generateLog(size));
  const pairs = Array.from({ length: runs }, () => ({ floor: run('floor', file), ours: run('ours', file) }));
  const of = (each: (pair: (typeof pairs)[number]) => number) => median(pairs.map(each));
  return {
    size,
    ours: of(({ ours }) => ours.milliseconds),
    floor: of(({ floor }) => floor.milliseconds),
    bytes: of(({ ours }) => ours.bytes),
    utf16: of(({ ours }) => ours.utf16),
  };
}

function run(work: 'floor' | 'ours', file: string): Opened {
  const script = fileURLToPath(new URL('openingProcess.mjs', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', script, work, file], { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}
