import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.js';

/**
 * What a path leads to after following all symbolic links: a path, which may not exist, or an open file descriptor of this
 * process.
 */
export type Target = string | number;

/** How many links are followed, as on Linux. */
const mostLinks = 40;

/**
 * Follows symbolic links to the file that a write would change: links are kept, and their target is created if it does not exist.
 * Throws a Failure if links form a loop.
 */
export function targetOf(path: string): Target {
  let at = resolve(path);
  for (let links = 0; links < mostLinks; links++) {
    const descriptor = descriptorOf(at);
    if (descriptor !== undefined) return descriptor;
    if (!lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
    const real = withRealFolder(at);
    at = descriptorOf(real) === undefined ? resolve(dirname(real), readlinkSync(real)) : real;
  }
  throw new Failure(2, `${path} cannot be written: its symbolic links form a loop`);
}

/** A path whose folder has no symbolic links. */
export function withRealFolder(path: string): string {
  return join(realFolder(dirname(path)), basename(path));
}

/** The path of a folder without symbolic links, as far as the folder exists. */
export function realFolder(folder: string): string {
  const parent = dirname(folder);
  return realPath(folder) ?? (parent === folder ? folder : join(realFolder(parent), basename(folder)));
}

const standard: Readonly<Record<string, number>> = { '/dev/stdin': 0, '/dev/stdout': 1, '/dev/stderr': 2 };

/**
 * The file descriptor that a path such as `/dev/stdout` refers to. Opening such a path would truncate a file that the shell
 * opened for appending.
 */
function descriptorOf(path: string): number | undefined {
  if (path in standard) return standard[path];
  const [, id, number] = /^\/(?:dev|proc\/(self|\d+)(?:\/task\/\d+)?)\/fd\/(\d+)$/.exec(path) ?? [];
  const isOwn = id === undefined || id === 'self' || Number(id) === process.pid;
  return number !== undefined && isOwn ? Number(number) : undefined;
}

/** A path without symbolic links; undefined if there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder, or can only be one because of its ending. */
export function isFolder(path: string): boolean {
  if (/[\\/]$/.test(path)) return true;
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path leads to no regular file, but to a pipe or a device; not if it leads nowhere. */
export function isSpecial(path = ''): boolean {
  try {
    const target = targetOf(path);
    return typeof target === 'number' || !statSync(target).isFile();
  } catch {
    return false;
  }
}
