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
import { headLength, mayBeChat } from '../log/glance.js';
import { layoutNamed } from '../log/layout.js';
import { LogText } from '../log/logText.js';
import { botNamed } from '../meeting/bots.js';
import { type MeetingLog, meetingLog } from '../meeting/meetingLog.js';
import { isMeetingLog, Sniffer } from '../meeting/sniff.js';
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

/** Does something that may fail, and tells how it did. What nobody thought of is a failure as well, so that one bad file stops no other. */
export function failureOf(run: () => void): FailureFacts | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return failureFacts(error);
  }
}

/** What is told of an error. */
export function failureFacts(error: unknown): FailureFacts {
  return error instanceof Failure
    ? { exitCode: error.exitCode, message: error.message }
    : { exitCode: 2, message: `Meetlog fails: ${error instanceof Error ? error.message : error}` };
}

/** What a Failure tells, as it goes from thread to thread. */
export type FailureFacts = Pick<Failure, 'exitCode' | 'message'>;

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
export function readLog(file: string, options: ReadOptions): MeetingLog {
  return logOf(readText(file), file, options);
}

/** Reads a log that was found; undefined where it lies in a folder that was named, and is no log of a meeting. */
export function readFound({ path, within }: FoundLog, options: ReadOptions): MeetingLog | undefined {
  const text = readText(path);
  if (within === undefined) return logOf(text, path, options);
  if (!mayBeChat(text)) return undefined;
  const lines = linesOf(text, options);
  // A layout that was chosen tells nothing of what the file is.
  const sniffer = new Sniffer(text.slice(0, headLength), options.layout ? undefined : lines.detection);
  return sniffer.finds(text) ? logIn(lines, path, options) : undefined;
}

function logOf(text: string, file: string, options: ReadOptions): MeetingLog {
  return logIn(linesOf(text, options), file, options);
}

function linesOf(text: string, { layout = '' }: ReadOptions): LogText {
  return LogText.of(text, layoutNamed(layout));
}

function logIn(lines: LogText, file: string, { bot = '', wholeLog = false }: ReadOptions): MeetingLog {
  return meetingLog(lines, basename(file), { bot: botNamed(bot), wholeLog });
}

const utf8 = new TextDecoder('utf-8');

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return (isUtf16 ? new TextDecoder('utf-16le') : utf8).decode(bytes);
  } catch (error) {
    throw new Failure(2, `${file} cannot be read: ${reason(error)}`);
  }
}

/** Reads a template; a Failure tells of one that cannot be read. */
export function readTemplate(file: string): MinutesTemplate {
  return { name: basename(file), text: readText(file) };
}

/** A log that was named, or a file in a folder that was named, which may be one. */
export interface FoundLog {
  readonly path: string;
  /** The folder that it lies in, seen from the folder that was named; undefined for a log that was named itself. */
  readonly within?: string;
}

/**
 * The log that a path names, or the files in the folder that it names, at any depth, that may be logs by their names: whoever reads one knows whether it is.
 * A Failure tells of a folder that cannot be read.
 */
export function findLogs(path: string): FoundLog[] {
  return isFolder(path) ? filesIn(path) : [{ path }];
}

/** How the names of logs end. */
const logEnding = /\.(?:log|txt|irclog|weechatlog|meetlog)$/i;

function filesIn(folder: string): FoundLog[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && logEnding.test(entry.name))
      .map(({ name, parentPath: parent }) => ({
        path: join(parent, name),
        within: parent === folder ? '' : relative(folder, parent),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw new Failure(2, `${folder} cannot be read: ${reason(error)}`);
  }
}

/** Whether what was found is to be read as a log: one that cannot be read is, for whoever does to tell. */
export function isLog({ path, within }: FoundLog): boolean {
  try {
    return within === undefined || isMeetingLog(readText(path));
  } catch {
    return true;
  }
}

/**
 * Writes a file whole or not at all: what was there stays until the new text is complete. Never writes over `input`, if that is a file, nor over another log.
 * A Failure tells of a file that cannot be written.
 */
export function replaceFile(path: string, text: string, input: string): void {
  if (input !== '' && existsSync(path) && realpathSync(path) === realpathSync(input)) {
    throw new Failure(2, `${path} is the log itself: name another file with --output.`);
  }
  if (isOtherLog(path)) throw new Failure(2, `${path} is a log as well: name another folder with --output.`);
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    writeInto(part, text);
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    throw new Failure(2, `${path} cannot be written: ${reason(error)}`);
  }
}

/** Whether a path is that of a log of a meeting, and not of minutes with all that was said. */
function isOtherLog(path: string): boolean {
  if (!logEnding.test(path) || !existsSync(path)) return false;
  const text = readText(path).trimEnd();
  return isMeetingLog(text) && !text.startsWith('Generated by ', text.lastIndexOf('\n') + 1);
}

/** Writes a file, and makes its folder where there is none: most often there is. */
function writeInto(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
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
