import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { layoutNamed } from '../log/layout.js';
import { LogText } from '../log/logText.js';
import { type MeetingLog, meetingLog } from '../meeting/meetingLog.js';

/** Something that the user has to know of: its message says what, its code is the exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a log in a layout, or in the one that fits it best. UTF-8, or UTF-16 with a byte-order mark; bytes that are neither
 * become U+FFFD, as with MeetBot. A Failure tells of a file that cannot be read.
 */
export function readLog(file: string, layout?: string): MeetingLog {
  try {
    const bytes = readFileSync(file);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
    return meetingLog(LogText.of(text, layoutNamed(layout ?? '')), basename(file));
  } catch (error) {
    throw new Failure(2, `${file} cannot be read: ${reason(error)}`);
  }
}

/**
 * Writes a file whole or not at all: what was there stays until the new text is complete. Never writes over `input`.
 * A Failure tells of a file that cannot be written.
 */
export function replaceFile(path: string, text: string, input: string): void {
  if (existsSync(path) && realpathSync(path) === realpathSync(input)) {
    throw new Failure(2, `${path} is the log itself: name another file with --output.`);
  }
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    throw new Failure(2, `${path} cannot be written: ${reason(error)}`);
  }
}

/** Whether a path is a folder, or ends as only the path of one does. */
export function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'permission denied',
  ENOSPC: 'no space is left',
};

function reason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
