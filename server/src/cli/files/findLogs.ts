import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { LogProject } from '../../workspace/logProject.js';
import { type FailureFacts, reasonOf } from '../failure.js';
import { isFolder, realPath } from './paths.js';
import { inputText, isStandardInput, standardInput } from './standardInput.js';

/** A log given on the command line, or a file in a given folder that may be a log. */
export interface FoundLog {
  /** Its name in reports. */
  readonly path: string;
  /** Its path without symbolic links, which identifies it. */
  readonly real: string;
  /** Its folder, relative to the folder that was given; undefined for a log that was given itself. */
  readonly within?: string;
  /** How many meetings it has, if it was read to find out where its minutes go. */
  readonly meetings?: number;
  /** The problems that its project's file ignores. */
  readonly ignored?: LogProject['ignored'];
  /** The text of standard input, if that is the log, and how it was decoded if that is unusual. */
  readonly text?: string;
  readonly note?: string;
  /** The log that the file was converted to, if it is an export, and what users should know of that. */
  readonly converted?: { readonly text: string; readonly note: string };
}

/** The name of a log's file; empty for standard input without a name. */
export function fileNameOf({ path, text }: FoundLog): string {
  return text !== undefined && path === standardInput ? '' : basename(path);
}

/** The name by which the minutes of a log are called. */
export function nameForMinutes(log: FoundLog): string {
  return fileNameOf(log) || 'meeting.log';
}

/** What was found at a path. */
export interface Search {
  readonly path: string;
  readonly found: readonly FoundLog[];
  /** What could not be read. */
  readonly failures: readonly FailureFacts[];
  /** Whether nothing was found, not even something already found at another path. */
  readonly isEmpty: boolean;
}

interface Candidate {
  readonly log: FoundLog;
  /**
   * If several paths lead to one file, the lowest of these is kept, or the first of equal ones: a log that was given, a file in a
   * folder, a link to one.
   */
  readonly rank: 0 | 1 | 2;
}

/**
 * The logs at these paths, and the files in folders at these paths, at any depth, whose names suggest a log; only reading them
 * shows whether they are. Each file is found once, even if several paths lead to it. `-` is standard input, which is read here
 * and is called `inputName` if that is given.
 */
export function findLogs(paths: readonly string[], inputName?: string): Search[] {
  const searches = paths.map((path) => candidatesOf(path, inputName));
  const chosen = new Map<string, Candidate>();
  for (const one of searches.flatMap(({ candidates }) => candidates)) {
    const known = chosen.get(one.log.real);
    if (!known || one.rank < known.rank) chosen.set(one.log.real, one);
  }
  return searches.map(({ path, candidates, failures }) => ({
    path,
    found: candidates.filter((one) => chosen.get(one.log.real) === one).map(({ log }) => log),
    failures,
    isEmpty: candidates.length === 0,
  }));
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly failures: readonly FailureFacts[];
}

function candidatesOf(path: string, inputName: string | undefined): Candidates & { readonly path: string } {
  if (isStandardInput(path)) return { path: standardInput, ...readInput(inputName) };
  return { path, ...(isFolder(path) ? new FolderSearch(path).run() : namedLog(path)) };
}

function readInput(name = standardInput): Candidates {
  try {
    // No file can have this real path.
    return { candidates: [{ log: { path: name, real: '-', ...inputText() }, rank: 0 }], failures: [] };
  } catch (error) {
    return { candidates: [], failures: [cannotRead(standardInput, reasonOf(error))] };
  }
}

function cannotRead(path: string, reason: string): FailureFacts {
  return { exitCode: 2, message: `${path} cannot be read: ${reason}` };
}

function namedLog(path: string): Candidates {
  return { candidates: [{ log: { path, real: realPath(path) ?? resolve(path) }, rank: 0 }], failures: [] };
}

/** The endings of names of logs. */
const logEnding = /\.(?:log|txt|irclog|weechatlog|meetlog)$/i;

/** A folder or file as it was reached, and its path without symbolic links. */
interface Location {
  readonly path: string;
  readonly real: string;
}

/** Searches a folder at any depth, following links, but enters each folder only once. */
class FolderSearch {
  readonly #root: Location;
  readonly #known = new Set<string>();
  readonly #folders: Location[] = [];
  readonly #linked: Location[] = [];
  readonly #candidates: Candidate[] = [];
  readonly #failures: FailureFacts[] = [];

  constructor(path: string) {
    this.#root = { path, real: realPath(path) ?? resolve(path) };
  }

  run(): Candidates {
    this.#folders.push(this.#root);
    // Folders inside the given one come before those reached only through links.
    for (let next = this.#next(); next; next = this.#next()) this.#lookInto(next);
    this.#candidates.sort((a, b) => (a.log.path < b.log.path ? -1 : 1));
    return { candidates: this.#candidates, failures: this.#failures };
  }

  #next(): Location | undefined {
    return this.#folders.pop() ?? this.#linked.shift();
  }

  #lookInto(folder: Location): void {
    if (this.#known.has(folder.real)) return;
    this.#known.add(folder.real);
    const within = relative(this.#root.path, folder.path);
    const [start, realStart] = [beginOf(folder.path), beginOf(folder.real)];
    for (const entry of this.#entriesOf(folder)) {
      const location = { path: start + entry.name, real: realStart + entry.name };
      if (entry.isDirectory()) this.#folders.push(location);
      else if (entry.isSymbolicLink()) this.#follow(location.path, within);
      else if (logEnding.test(entry.name)) {
        if (entry.isFile()) this.#take(location, within, 1);
        else this.#fail(location.path, 'it is not a regular file');
      }
    }
  }

  #entriesOf({ path }: Location): Dirent[] {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch (error) {
      this.#fail(path, reasonOf(error));
      return [];
    }
  }

  /** Follows a symbolic link to a log or a folder. Links to a folder above would loop and are skipped. */
  #follow(path: string, within: string): void {
    try {
      const stats = statSync(path);
      if (!stats.isDirectory() && !(stats.isFile() && logEnding.test(path))) return;
      const location = { path, real: realpathSync.native(path) };
      if (stats.isFile()) this.#take(location, within, 2);
      else if (!isWithin(this.#root.real, location.real)) this.#linked.push(location);
    } catch (error) {
      if (logEnding.test(path)) this.#fail(path, reasonOf(error));
    }
  }

  #take({ path, real }: Location, within: string, rank: Candidate['rank']): void {
    this.#candidates.push({ log: { path, real, within }, rank });
  }

  #fail(path: string, reason: string): void {
    this.#failures.push(cannotRead(path, reason));
  }
}

function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** The prefix of the paths of a folder's files: empty for the current folder. */
function beginOf(folder: string): string {
  return join(folder, 'x').slice(0, -1);
}
