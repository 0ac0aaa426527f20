import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.js';

/**
 * What a path leads to once all symbolic links are followed: a path, which need not exist, or an open file descriptor of this
 * process.
 */
export type Target = string | number;

/** So many links are followed, as Linux does. */
const mostLinks = 40;

/**
 * Follows a path that is a symbolic link to what is written if it is: a link stays, and what it leads to is made if there is
 * nothing yet. A Failure says that links lead in a circle.
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
  throw new Failure(2, `${path} cannot be written: its symbolic links lead in a circle`);
}

/** A path with its folder as it is without symbolic links. */
export function withRealFolder(path: string): string {
  return join(realFolder(dirname(path)), basename(path));
}

/** The path of a folder without symbolic links, as far as it exists. */
export function realFolder(folder: string): string {
  const parent = dirname(folder);
  return realPath(folder) ?? (parent === folder ? folder : join(realFolder(parent), basename(folder)));
}

const standard: Readonly<Record<string, number>> = { '/dev/stdin': 0, '/dev/stdout': 1, '/dev/stderr': 2 };

/**
 * The file descriptor that a path stands for. To open such a path would start a file anew that the shell has opened to append.
 */
function descriptorOf(path: string): number | undefined {
  if (path in standard) return standard[path];
  const [, id, number] = /^\/(?:dev|proc\/(self|\d+)(?:\/task\/\d+)?)\/fd\/(\d+)$/.exec(path) ?? [];
  const isOwn = id === undefined || id === 'self' || Number(id) === process.pid;
  return number !== undefined && isOwn ? Number(number) : undefined;
}

/** A path without symbolic links; undefined where there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder, or ends as only the path of one does. */
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
