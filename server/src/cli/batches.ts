import { basename } from 'node:path';
import { baseName } from '../meeting/meetingLog.js';
import type { FoundLog } from './files.js';
import { type Job, outputPath } from './writeLog.js';

/** How many logs are handed out at once: each time costs a message, and the last ones are to be ready together. */
const batchSize = 16;

/** Groups of places, some of them at a time. */
export function inBatches(groups: readonly (readonly number[])[]): number[][] {
  const batches: number[][] = [];
  for (const group of groups) {
    const last = batches.at(-1);
    if (last && last.length < batchSize) for (const place of group) last.push(place);
    else batches.push([...group]);
  }
  return batches;
}

/**
 * The places of logs in groups: those together whose minutes may go to the same file, as of `x.log` and `x.txt`, or the first meeting of `x.log` and that of
 * `x-1.log`. Written in their order, the last one stays.
 */
export function byOutput(logs: readonly FoundLog[], job: Job): number[][] {
  const names = logs.map((log) =>
    outputPath(log, baseName(basename(log.path)), job)
      .normalize()
      .toLowerCase(),
  );
  const known = new Set(names);
  const groups = new Map<string, number[]>();
  for (const [place, name] of names.entries()) {
    const first = firstOf(name, known);
    const group = groups.get(first);
    if (group) group.push(place);
    else groups.set(first, [place]);
  }
  return [...groups.values()];
}

/** The shortest known name that may give another: by the number of a meeting, or by an ending that is the first half of a format's. */
function firstOf(name: string, known: ReadonlySet<string>): string {
  const bare = name.replace(/\.(?:log|page|moin)$/, '');
  const shorter = [bare, bare.replace(/-\d+$/, '')].find((one) => one !== name && known.has(one));
  return shorter === undefined ? name : firstOf(shorter, known);
}
