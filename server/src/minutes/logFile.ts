import { baseName } from '../meeting/meetingLog.js';
import type { LogFile } from './minutes.js';

/** Where a log and the bot's page of it lie, seen from minutes beside them. */
export function logFile(fileName: string): LogFile {
  return { base: '', file: fileName, page: `${baseName(fileName)}.log.html` };
}

/** A link to the log itself, to a line of it where one is given. */
export function logUrl({ base, file }: LogFile, line?: number): string {
  return `${base}${encodeURIComponent(file.toWellFormed())}${line === undefined ? '' : `#L${line}`}`;
}

/** A link to the bot's page of the log, to an entry of it where one is given. */
export function pageUrl({ base, page }: LogFile, anchor?: number): string {
  return `${base}${encodeURIComponent(page.toWellFormed())}${anchor === undefined ? '' : `#l-${anchor}`}`;
}
