import { constants as bufferConstants } from 'node:buffer';
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMeetingLog } from '../../meeting/isMeetingLog.js';
import { hasDigest, isOurs, isUnchanged, withDigest } from '../../minutes/digest.js';
import { codeOf, Failure, reasonOf } from '../failure.js';
import { decoded } from './decoded.js';
import { isClosed, writeAll } from './descriptors.js';
import { sha256 } from './hash.js';
import { realPath, targetOf } from './paths.js';
import { replaceFile } from './replaceFile.js';

/** The files that a run reads, by real path, and whether each was given itself. A file in a given folder may not be a log. */
export type RunLogs = ReadonlyMap<string, boolean>;

/** What may be replaced. */
export interface WriteOptions {
  /** Replace a file even if Meetlog did not write it or someone edited it. */
  readonly force: boolean;
  /** The real path of the log that the text was made from, if it was made from one. */
  readonly log?: string;
  /** The files that this run reads; logs among them are never replaced. */
  readonly logs: RunLogs;
}

/** The text of minutes as written and printed: with a digest, which shows later runs whether anyone edited it. */
export function finished(text: string): string {
  return withDigest(text, sha256);
}

/**
 * Writes a file completely or not at all. Only files that Meetlog wrote and no one edited are replaced. Symbolic links are
 * followed; pipes and devices are written into. Throws a Failure that says why a file was not written.
 */
export function writeFile(path: string, text: string, options: WriteOptions): void {
  try {
    write(path, text, options);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = codeOf(error) === 'ENOENT' ? 'its folder does not exist' : reasonOf(error);
    throw new Failure(2, `${path} cannot be written: ${reason}`);
  }
}

function write(path: string, text: string, options: WriteOptions): void {
  const target = targetOf(path);
  if (typeof target === 'number') writeInto(target, text);
  else {
    const old = statSync(target, { throwIfNoEntry: false });
    if (!old) create(path, target, text);
    else if (old.isFile()) replace(path, target, text, old, options);
    else writeSpecial(path, target, text, old);
  }
}

function writeSpecial(path: string, target: string, text: string, old: Stats): void {
  const kind = old.isDirectory() ? 'folder' : old.isSocket() ? 'socket' : old.isBlockDevice() ? 'disk' : undefined;
  if (kind) throw new Failure(2, `${path} cannot be written: it is a ${kind}`);
  const descriptor = openSync(target, constants.O_WRONLY);
  try {
    writeInto(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes into a pipe or a device. It is not a failure if the reader has seen enough. */
function writeInto(descriptor: number, text: string): void {
  try {
    writeAll(descriptor, text);
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}

/** Creates a file, and its folder if necessary, which is rare. The target of a link must already have a folder. */
function create(path: string, target: string, text: string): void {
  try {
    replaceFile(target, text, undefined);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(target, text, undefined);
  }
}

function replace(path: string, target: string, text: string, old: Stats, options: WriteOptions): void {
  refuseLog(path, target, options);
  if ((old.mode & 0o222) === 0) throw new Failure(2, `${path} cannot be written: it is read-only`);
  accessSync(target, constants.W_OK);
  if (old.size > 0) {
    const bytes = contentOf(target);
    if (bytes?.equals(Buffer.from(text))) return;
    if (!options.force) refuseForeign(path, textOf(bytes));
  }
  replaceFile(target, text, old);
}

function refuseLog(path: string, target: string, { log, logs }: WriteOptions): void {
  const real = realPath(target) ?? target;
  if (real === log) throw new Failure(2, `${path} is the log itself: choose another file with --output.`);
  const isNamed = logs.get(real);
  if (isNamed || (isNamed === false && isForeignLog(textOf(contentOf(target)))))
    throw new Failure(2, `${path} is also a log: choose another folder with --output.`);
}

function isForeignLog(text: string): boolean {
  return isMeetingLog(text) && !isOurs(text, sha256);
}

/** The text of a file; empty if it cannot be read or is too large to be minutes. */
function textOf(bytes: Buffer | undefined): string {
  return bytes && bytes.length < bufferConstants.MAX_STRING_LENGTH ? decoded(bytes).text : '';
}

/** The content of a file; undefined if it cannot be read. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Throws unless Meetlog wrote the text and no one edited it. */
function refuseForeign(path: string, text: string): void {
  if (isUnchanged(text, sha256)) return;
  throw new Failure(2, `${path} ${whyForeign(text)}`);
}

function whyForeign(text: string): string {
  if (isForeignLog(text)) return 'is also a log: choose another folder with --output, or replace it with --force.';
  if (!isOurs(text, sha256))
    return 'was not written by Meetlog: choose another file with --output, or replace it with --force.';
  return hasDigest(text)
    ? 'was edited since Meetlog wrote it: replace it with --force.'
    : 'has no digest to show whether anyone edited it: replace it with --force.';
}
