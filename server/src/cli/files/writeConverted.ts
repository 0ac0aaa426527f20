import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure, reasonOf } from '../failure.js';
import { isClosed, writeAll } from './descriptors.js';
import { realPath, targetOf } from './paths.js';
import { replaceFile, type WritesParts } from './replaceFile.js';

/** What may be replaced. */
export interface WriteConvertedOptions {
  /** Replace a file that exists. */
  readonly force: boolean;
  /** The real paths of the files that are converted, which are never replaced. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * Writes a converted log, in parts. A file is written completely or not at all; one that exists is not replaced, as nothing in a
 * log shows who wrote it. Throws a Failure that says why it was not written, and whatever `text` does.
 */
export function writeConverted(path: string, text: WritesParts, options: WriteConvertedOptions): void {
  try {
    const target = targetOf(path);
    if (typeof target === 'number') writeInto(target, text);
    else writeTo(path, target, text, options);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(2, `${path} cannot be written: ${reasonOf(error)}`);
  }
}

function writeTo(path: string, target: string, text: WritesParts, { force, inputs }: WriteConvertedOptions): void {
  const old = statSync(target, { throwIfNoEntry: false });
  if (!old) {
    mkdirSync(dirname(target), { recursive: true });
    replaceFile(target, text, undefined);
  } else if (old.isFile()) {
    if (inputs.has(realPath(target) ?? target))
      throw new Failure(2, `${path} is the export itself: choose another file with --output.`);
    if (old.size > 0 && !force)
      throw new Failure(2, `${path} already exists: choose another file with --output, or replace it with --force.`);
    if ((old.mode & 0o222) === 0) throw new Failure(2, `${path} cannot be written: it is read-only`);
    accessSync(target, constants.W_OK);
    replaceFile(target, text, old);
  } else if (old.isDirectory()) throw new Failure(2, `${path} cannot be written: it is a folder`);
  else {
    const descriptor = openSync(target, constants.O_WRONLY);
    try {
      writeInto(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Writes into a pipe or a device. It is not a failure if the reader has seen enough. */
function writeInto(descriptor: number, text: WritesParts): void {
  try {
    text((part) => writeAll(descriptor, part));
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}
