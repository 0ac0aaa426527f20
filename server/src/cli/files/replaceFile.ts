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

/**
 * Puts a file in the place of another, or of nothing, at once: it is complete before it gets its name. It has the mode, and as
 * far as the system permits it the owner and group, of the file that it replaces; a new one has the mode that the umask leaves.
 * Of a file with several names (hard links), only this name leads to the new text: the others are often backups. Throws Node's
 * errors.
 */
export function replaceFile(path: string, text: string, old: Stats | undefined): void {
  const folder = dirname(path);
  removeStale(folder);
  const part = join(folder, `${prefix}${parts++}.part`);
  // Until it has its owner and mode, nobody else may read what replaces a file.
  const descriptor = openSync(part, 'wx', old ? 0o600 : 0o666);
  try {
    try {
      writeAll(descriptor, text);
      if (old) {
        takeOver(descriptor, old);
        // After a power failure, an empty file would be in the place of the old one. Of a new file, nothing is lost that the log
        // has not.
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

/** Takes over owner, group and mode. Whoever may not give a file to its group does not let another group read it. */
function takeOver(descriptor: number, { uid, gid, mode }: Stats): void {
  const isOwned = ignoring(() => fchownSync(descriptor, uid, gid));
  const hasGroup = isOwned || ignoring(() => fchownSync(descriptor, -1, gid));
  const others = mode & 0o007;
  ignoring(() => fchmodSync(descriptor, hasGroup ? mode & 0o777 : (mode & 0o707) | (mode & (others << 3))));
}

/** Does what some file systems and some users cannot do; whether it was done. */
function ignoring(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(codeOf(error))) throw error;
    return false;
  }
}

/** Where processes have numbers of their own: a machine, and on it a container. */
const host = createHash('sha256')
  .update(hostname() + processNamespace())
  .digest('hex')
  .slice(0, 8);

/** A short name, as that of the file may be as long as any may be; with it, the next run knows whose it was. */
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

/** Removes what a run left in a folder that was killed while it wrote. Once for each folder. */
function removeStale(folder: string): void {
  if (tidied.has(folder)) return;
  for (const name of namesIn(folder)) {
    if (name.startsWith('.meetlog-') && isStale(folder, name)) rmSync(join(folder, name), { force: true });
  }
  tidied.add(folder);
}

/** The names in a folder; none where it may be written but not read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw error;
    return [];
  }
}

/** Whether nobody writes a file any more: its process is gone, or it is a day old, where another machine may be at work. */
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
