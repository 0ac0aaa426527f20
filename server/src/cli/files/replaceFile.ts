import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf } from '../failure.js';
import { writeAll } from './descriptors.js';

/** Writes a text in parts, one after the other. */
export type WritesParts = (write: (part: string) => void) => void;

/**
 * Creates or replaces a file atomically: it is complete before it gets its name. It keeps the mode and, as far as the system
 * permits, the owner and group of the file that it replaces; the mode of a new file follows the umask. If the file has several
 * names (hard links), only this one gets the new text: the others are often backups. A text may be written in parts, so that
 * all of it need not be in memory. Throws Node's errors, and whatever `text` does.
 */
export function replaceFile(path: string, text: string | WritesParts, old: Stats | undefined): void {
  const folder = dirname(path);
  removeStale(folder);
  const part = join(folder, `${prefix}${parts++}.part`);
  // Until the new file has its owner and mode, no one else may read it.
  const descriptor = openSync(part, 'wx', old ? 0o600 : 0o666);
  try {
    try {
      if (typeof text === 'string') writeAll(descriptor, text);
      else text((part) => writeAll(descriptor, part));
      if (old) {
        takeOver(descriptor, old);
        // Otherwise a power failure could leave an empty file in place of the old one. A new file can be made again from the log.
        if (old.size > 0) fsyncSync(descriptor);
      }
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Copies owner, group and mode. If the group cannot be set, no other group may read the file. */
function takeOver(descriptor: number, { uid, gid, mode }: Stats): void {
  const isOwned = ignoring(() => fchownSync(descriptor, uid, gid));
  const hasGroup = isOwned || ignoring(() => fchownSync(descriptor, -1, gid));
  const others = mode & 0o007;
  ignoring(() => fchmodSync(descriptor, hasGroup ? mode & 0o777 : (mode & 0o707) | (mode & (others << 3))));
}

/** Tries what some file systems and some users cannot do, and returns whether it worked. */
function ignoring(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error))) throw error;
    return false;
  }
}

/** Identifies what has its own process IDs: a machine, or a container on it. */
const host = createHash('sha256')
  .update(hostname() + processNamespace())
  .digest('hex')
  .slice(0, 8);

/** A short name, since the file's own name may already have the maximum length. It identifies the process, for later runs. */
const prefix = `.meetlog-${host}-${process.pid}-${randomBytes(4).toString('hex')}-`;
const partName = /^\.meetlog-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}-\d{1,9}\.part$/;
let parts = 0;

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

const tidied = new Set<string>();
const day = 86_400_000;

/** Removes what a run left in a folder when it was killed while writing. Done once for each folder. */
function removeStale(folder: string): void {
  if (tidied.has(folder)) return;
  for (const name of namesIn(folder)) {
    if (name.startsWith('.meetlog-') && isStale(folder, name)) rmSync(join(folder, name), { force: true });
  }
  tidied.add(folder);
}

/** The names in a folder; none if it can be written but not read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    return [];
  }
}

/** Whether a temporary file is abandoned: its process is gone or, if that may be on another machine, it is a day old. */
function isStale(folder: string, name: string): boolean {
  const [, machine, id] = partName.exec(name) ?? [];
  if (id === undefined) return false;
  if (machine === host && !isRunning(Number(id))) return true;
  try {
    return Date.now() - lstatSync(join(folder, name)).mtimeMs > day;
  } catch {
    return false;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
