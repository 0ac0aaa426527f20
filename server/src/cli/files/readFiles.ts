import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { headLength, mayBeChat } from '../../log/detect/chat.js';
import { layoutNamed } from '../../log/layouts/layouts.js';
import { LogText } from '../../log/text/logText.js';
import { dialectNamed } from '../../meeting/dialects/dialects.js';
import { isMeetingLog, isMinutes, Sniffer } from '../../meeting/isMeetingLog.js';
import { type MeetingLog, meetingLog } from '../../meeting/meetingLog.js';
import { mayBeUnread, sureUnreadStart } from '../../meeting/unreadLog.js';
import { isOurs } from '../../minutes/digest.js';
import type { MinutesTemplate } from '../../minutes/template.js';
import { codeOf, Failure, reasonOf } from '../failure.js';
import { type Decoded, decoded } from './decoded.js';
import { type FoundLog, fileNameOf } from './findLogs.js';
import { sha256 } from './hash.js';

/** How a log is read. */
export interface ReadOptions {
  readonly layout?: string;
  readonly bot?: string;
  /** Treats a log without a meeting as one meeting. */
  readonly wholeLog?: boolean;
  /** Joins meetings with those that were started anew after them. */
  readonly join?: boolean;
}

/**
 * Reads a log that was found, in a given layout or the one that fits it best. `warn` is told if its encoding is
 * unusual: see `decoded`. Undefined if it is in a named folder and is not a meeting log: minutes that
 * contain the full log are not. A Failure says why a file cannot be read.
 */
export function readFound(
  found: FoundLog,
  options: ReadOptions,
  warn: (message: string) => void = () => {},
): MeetingLog | undefined {
  const { text, note } = textOf(found);
  const log = logOf(text, found, options);
  if (log && note !== undefined) warn(note);
  return log;
}

function logOf(text: string, found: FoundLog, options: ReadOptions): MeetingLog | undefined {
  const { within } = found;
  if (within === undefined) return logIn(linesOf(text, options), found, options);
  if (!mayBeChat(text)) return unreadIn(text, found, options);
  const lines = linesOf(text, options);
  // A chosen layout says nothing about the kind of file.
  const sniffer = new Sniffer(text.slice(0, headLength), options.layout ? undefined : lines.detection);
  if (!sniffer.finds(text)) return unreadIn(text, found, options);
  return isOurs(text, sha256) ? undefined : logIn(lines, found, options);
}

/** A log in no known layout, in which someone starts a meeting; undefined for other files. */
function unreadIn(text: string, found: FoundLog, options: ReadOptions): MeetingLog | undefined {
  if (!mayBeUnread(text) || isMinutes(text, text) || isOurs(text, sha256)) return undefined;
  const lines = linesOf(text, options);
  return sureUnreadStart(lines) && logIn(lines, found, options);
}

/** Whether to read a file as a log. An unreadable one is, so that the reader reports it. */
export function isLog({ path, within }: FoundLog): boolean {
  if (within === undefined) return true;
  try {
    const { text } = readText(path);
    return isMeetingLog(text) && !isOurs(text, sha256);
  } catch {
    return true;
  }
}

/** Whether a file is minutes written by Meetlog. A Failure says why it cannot be read. */
export function areMinutes(found: FoundLog): boolean {
  return isOurs(textOf(found).text, sha256);
}

/** Whether a file may be a log, by its first 64 KB: a quick check for many files, few of which are logs. */
export function mayBeLog({ path, within }: FoundLog): boolean {
  if (within === undefined) return true;
  try {
    const descriptor = openSync(path, 'r');
    try {
      const head = Buffer.alloc(65_536);
      return mayBeChat(decoded(head.subarray(0, readSync(descriptor, head, 0, head.length, 0))).text);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return true;
  }
}

/** Who names the bot of a log without a start says that it is a chat. */
function linesOf(text: string, { layout = '', bot = '', wholeLog = false }: ReadOptions): LogText {
  return LogText.of(text, layoutNamed(layout), wholeLog && dialectNamed(bot) !== undefined);
}

function logIn(lines: LogText, found: FoundLog, { bot = '', wholeLog = false, join = false }: ReadOptions): MeetingLog {
  // Standard input is not in a folder.
  const folder = found.text === undefined ? dirname(resolve(found.path)) : '';
  return meetingLog(lines, fileNameOf(found), { folder, dialect: dialectNamed(bot), wholeLog, join });
}

/** Reads a template; a Failure says why it cannot be read. */
export function readTemplate(file: string): MinutesTemplate {
  return { name: basename(file), text: readText(file).text };
}

function textOf({ path, text, note, converted }: FoundLog): Decoded {
  if (converted) return converted;
  return text === undefined ? readText(path) : { text, ...(note !== undefined && { note }) };
}

/** The text of a file that is no log. A Failure says why it cannot be read. */
export function textIn(file: string): string {
  return readText(file).text;
}

function readText(file: string): Decoded {
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
