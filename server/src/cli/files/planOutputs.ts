import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { baseName } from '../../meeting/meetingLog.js';
import { extensionOf, writerNamed } from '../../minutes/writers.js';
import { Failure } from '../failure.js';
import { isPrinted, type MinutesJob, outputPath } from '../minutesJob.js';
import { everyLog } from '../threads/everyLog.js';
import { type Claim, collisions, folded, isGiven, type Outputs } from './claims.js';
import { type FoundLog, nameForMinutes } from './findLogs.js';
import { realFolder, type Target, targetOf, withRealFolder } from './paths.js';
import { mayBeLog } from './readFiles.js';

/**
 * Makes sure that no two minutes are written to the same file, nor any to that of the index page. Only logs whose names might
 * clash are read; they are returned with the number of their meetings. If something would be lost, throws a Failure that names
 * it, and nothing is written.
 */
export async function planOutputs(logs: readonly FoundLog[], job: MinutesJob, indexPath?: string): Promise<FoundLog[]> {
  if (job.into === 'stdout') return [...logs];
  if (job.into === 'file') {
    if (indexPath !== undefined && logs[0])
      refuseCollisions([[{ place: 0, path: outputPath(logs[0], '', job) }, { path: indexPath }]], logs);
    return [...logs];
  }
  const only = job.options.meeting;
  const shared = collisions(outputsOf(logs, job, indexPath));
  // Printed minutes go to no file.
  const counts = new Map<number, number>(logs.flatMap((log, place) => (isPrinted(log, job) ? [[place, 0]] : [])));
  const isOpen = (claim: Claim) => {
    const meetings = claim.place === undefined ? 0 : counts.get(claim.place);
    return meetings === undefined || isGiven(claim, meetings, only);
  };
  const open = () => shared.map((claims) => claims.filter(isOpen)).filter((claims) => claims.length > 1);
  const count = async (claims: readonly Claim[]) => {
    const places = new Set(claims.flatMap(({ place }) => (place === undefined || counts.has(place) ? [] : [place])));
    for (const [place, meetings] of await meetingsOf(logs, [...places], job)) counts.set(place, meetings);
  };

  for (const { place } of open().flat())
    if (place !== undefined && !mayBeLog(logs[place] as FoundLog)) counts.set(place, 0);
  // Usually a log has only one meeting; then the logs whose names contain a number need not be read.
  await count(open().flatMap((claims) => claims.filter(({ meeting }) => meeting !== undefined)));
  await count(open().flat());
  refuseCollisions(open(), logs);
  return logs.map((log, place) => {
    const meetings = counts.get(place);
    return meetings ? { ...log, meetings } : log;
  });
}

async function meetingsOf(
  logs: readonly FoundLog[],
  places: readonly number[],
  job: MinutesJob,
): Promise<[number, number][]> {
  const counts: [number, number][] = [];
  const some = places.map((place) => logs[place] as FoundLog);
  for await (const [, { meetings = 0 }] of everyLog({ name: 'count', options: job.options }, some))
    counts.push([places[counts.length] as number, meetings]);
  return counts;
}

function outputsOf(logs: readonly FoundLog[], job: MinutesJob, indexPath: string | undefined): Outputs {
  const known = new Map<string, string>();
  const real = (folder: string) => {
    const path = known.get(folder) ?? realFolder(folder);
    known.set(folder, path);
    return path;
  };
  const sourceOf = (path: string) => ({ folder: dirname(path), real: real(dirname(path)), base: basename(path) });
  const sources = logs.map((log, place) => ({
    place,
    ...sourceOf(outputPath(log, baseName(nameForMinutes(log)), job)),
  }));
  const indexSource = indexPath === undefined ? undefined : sourceOf(indexPath);
  const extensions = job.formats.flatMap((name) => {
    const writer = writerNamed(name);
    return writer ? [extensionOf(writer, job.writerOptions)] : [];
  });
  const links = new Map([...new Set(known.values())].flatMap((folder) => linksIn(folder, [...extensions, '.html'])));
  return { sources, extensions, meeting: job.options.meeting, index: indexSource, links };
}

/** The symbolic links in a folder that are named like minutes, and their targets. */
function linksIn(folder: string, extensions: readonly string[]): [string, string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    if (!entry.isSymbolicLink() || !extensions.some((one) => folded(entry.name).endsWith(folded(one)))) return [];
    const path = join(folder, entry.name);
    const target = targetIfAny(path);
    return typeof target === 'string' ? [[path, target]] : [];
  });
}

function targetIfAny(path: string): Target | undefined {
  try {
    const target = targetOf(path);
    return typeof target === 'string' ? withRealFolder(target) : target;
  } catch {
    // Nothing can be written there; the write itself reports that.
    return undefined;
  }
}

function refuseCollisions(all: readonly (readonly Claim[])[], logs: readonly FoundLog[]): void {
  const lost = all.flatMap((claims) => {
    const pair = firstShared([...claims].sort((a, b) => (a.place ?? logs.length) - (b.place ?? logs.length)));
    return pair ? [pair] : [];
  });
  const [first] = lost;
  if (!first) return;
  const nameOf = ({ place }: Claim) => (place === undefined ? 'the index' : (logs[place]?.path ?? ''));
  const [one, other] = first;
  const both = one.place === other.place ? `two minutes of ${nameOf(one)}` : `${nameOf(one)} and ${nameOf(other)}`;
  const more = lost.length > 1 ? ` (and ${lost.length - 1} more such pairs)` : '';
  throw new Failure(
    2,
    `${both} would be written to the same file, ${normalize(one.path)}${more}: nothing was written. Give each run its own folder with --output.`,
  );
}

function firstShared(claims: readonly Claim[]): [Claim, Claim] | undefined {
  for (const [at, one] of claims.entries()) {
    const other = claims.slice(at + 1).find(({ path }) => isOneFile(one.path, path));
    if (other) return [one, other];
  }
  return undefined;
}

/** Whether two paths lead to one file, through links or because the disk does not distinguish their names. */
function isOneFile(one: string, other: string): boolean {
  const [a, b] = [targetIfAny(one), targetIfAny(other)];
  if (typeof a !== 'string' || typeof b !== 'string') return a !== undefined && a === b;
  if (a === b) return true;
  if (folded(a) !== folded(b)) return false;
  const [left, right] = [a.split(sep), b.split(sep)];
  return left.every((name, index) => name === right[index] || isOneName(dirname(a), name, right[index] ?? ''));
}

/** Whether two names in a folder are the same file: only the disk knows. */
function isOneName(folder: string, one: string, other: string): boolean {
  if (!existsSync(folder)) return isOneName(dirname(folder), one, other);
  let probe: string | undefined;
  try {
    probe = mkdtempSync(join(folder, '.meetlog-'));
    writeFileSync(join(probe, one), '');
    return existsSync(join(probe, other));
  } catch {
    return false;
  } finally {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true });
  }
}
