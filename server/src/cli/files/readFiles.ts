import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { headLength, mayBeChat } from '../../log/detect/chat.js';
import { layoutNamed } from '../../log/layouts/layouts.js';
import { LogText } from '../../log/text/logText.js';
import { dialectNamed } from '../../meeting/dialects/dialects.js';
import { isMeetingLog, Sniffer } from '../../meeting/isMeetingLog.js';
import { type MeetingLog, meetingLog } from '../../meeting/meetingLog.js';
import { isOurs } from '../../minutes/digest.js';
import type { MinutesTemplate } from '../../minutes/template.js';
import { codeOf, Failure, reasonOf } from '../failure.js';
import { decoded } from './decoded.js';
import { type FoundLog, fileNameOf } from './findLogs.js';
import { sha256 } from './hash.js';

/** How a log is read. */
export interface ReadOptions {
  readonly layout?: string;
  readonly bot?: string;
  /** Takes a log without a meeting for one. */
  readonly wholeLog?: boolean;
}

/**
 * Reads a log that was found, in a layout or in the one that fits it best. UTF-8, or UTF-16 with a byte-order mark; bytes that are
 * neither become U+FFFD, as with MeetBot. Undefined if it lies in a folder that was named, and is not the log of a meeting: minutes
 * that hold everything that was said are none. A Failure says why a file cannot be read.
 */
export function readFound(found: FoundLog, options: ReadOptions): MeetingLog | undefined {
  const { text = readText(found.path), within } = found;
  if (within === undefined) return logIn(linesOf(text, options), found, options);
  if (!mayBeChat(text)) return undefined;
  const lines = linesOf(text, options);
  // A layout that was chosen tells nothing of what the file is.
  const sniffer = new Sniffer(text.slice(0, headLength), options.layout ? undefined : lines.detection);
  return sniffer.finds(text) && !isOurs(text, sha256) ? logIn(lines, found, options) : undefined;
}

/** Whether what was found is to be read as a log: one that cannot be read is, for whoever does to tell. */
export function isLog({ path, within }: FoundLog): boolean {
  if (within === undefined) return true;
  try {
    const text = readText(path);
    return isMeetingLog(text) && !isOurs(text, sha256);
  } catch {
    return true;
  }
}

/** Whether what was found are minutes that Meetlog wrote. A Failure says why a file cannot be read. */
export function areMinutes({ path, text = readText(path) }: FoundLog): boolean {
  return isOurs(text, sha256);
}

/** Whether what was found may be a log, by the first 64 KB of it: for many files, of which few are. */
export function mayBeLog({ path, within }: FoundLog): boolean {
  if (within === undefined) return true;
  try {
    const descriptor = openSync(path, 'r');
    try {
      const head = Buffer.alloc(65_536);
      return mayBeChat(decoded(head.subarray(0, readSync(descriptor, head, 0, head.length, 0))));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return true;
  }
}

function linesOf(text: string, { layout = '' }: ReadOptions): LogText {
  return LogText.of(text, layoutNamed(layout));
}

function logIn(lines: LogText, found: FoundLog, { bot = '', wholeLog = false }: ReadOptions): MeetingLog {
  // What was read from standard input is in no folder.
  const folder = found.text === undefined ? dirname(resolve(found.path)) : '';
  return meetingLog(lines, fileNameOf(found), { folder, dialect: dialectNamed(bot), wholeLog });
}

/** Reads a template; a Failure says why it cannot be read. */
export function readTemplate(file: string): MinutesTemplate {
  return { name: basename(file), text: readText(file) };
}

function readText(file: string): string {
  try {
    return decoded(readFileSync(file));
  } catch (error) {
    throw new Failure(2, `${file} cannot be read: ${reasonToRead(file, error)}`);
  }
}

/** Node writes a name that is not UTF-8 with U+FFFD, and finds no file of that name. */
function reasonToRead(file: string, error: unknown): string {
  return codeOf(error) === 'ENOENT' && file.includes('\uFFFD') ? 'its name is not UTF-8' : reasonOf(error);
}
