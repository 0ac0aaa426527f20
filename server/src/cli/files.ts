import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { layoutNamed } from '../log/layout.js';
import { LogText } from '../log/logText.js';
import { botNamed } from '../meeting/bots.js';
import { type MeetingLog, meetingLog } from '../meeting/meetingLog.js';
import { isMeetingLog } from '../meeting/sniff.js';
import type { MinutesTemplate } from '../minutes/template.js';

/** Something that the user has to know of: its message says what, its code is the exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** How a log is read. */
export interface ReadOptions {
  readonly layout?: string;
  readonly bot?: string;
  /** Takes a log without a meeting for one. */
  readonly wholeLog?: boolean;
}

/**
 * Reads a log in a layout, or in the one that fits it best. UTF-8, or UTF-16 with a byte-order mark; bytes that are neither
 * become U+FFFD, as with MeetBot. A Failure tells of a file that cannot be read.
 */
export function readLog(file: string, { layout = '', bot = '', wholeLog = false }: ReadOptions): MeetingLog {
  const text = LogText.of(readText(file), layoutNamed(layout));
  return meetingLog(text, basename(file), { bot: botNamed(bot), wholeLog });
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  } catch (error) {
    throw new Failure(2, `${file} cannot be read: ${reason(error)}`);
  }
}

/** Reads a template; a Failure tells of one that cannot be read. */
export function readTemplate(file: string): MinutesTemplate {
  return { name: basename(file), text: readText(file) };
}

/** A log that was named or found. */
export interface FoundLog {
  readonly path: string;
  /** The folder that it lies in, seen from the folder that was named; empty for a log that was named itself. */
  readonly within: string;
}

/**
 * The logs that paths name, and those of meetings in the folders that paths name, at any depth; a log that cannot be read is among
 * them, for whoever reads it to tell. A Failure tells of a folder that cannot be read.
 */
export function findLogs(paths: readonly string[]): FoundLog[] {
  return paths.flatMap((path) => (isFolder(path) ? logsIn(path) : [{ path, within: '' }]));
}

function logsIn(folder: string): FoundLog[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:log|txt|irclog|weechatlog|meetlog)$/i.test(entry.name))
      .map((entry) => ({ path: join(entry.parentPath, entry.name), within: relative(folder, entry.parentPath) }))
      .filter(({ path }) => mayHoldMeeting(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw new Failure(2, `${folder} cannot be read: ${reason(error)}`);
  }
}

function mayHoldMeeting(path: string): boolean {
  try {
    return isMeetingLog(readText(path));
  } catch {
    return true;
  }
}

/**
 * Writes a file whole or not at all: what was there stays until the new text is complete. Never writes over `input`, if that is a file.
 * A Failure tells of a file that cannot be written.
 */
export function replaceFile(path: string, text: string, input: string): void {
  if (input !== '' && existsSync(path) && realpathSync(path) === realpathSync(input)) {
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
