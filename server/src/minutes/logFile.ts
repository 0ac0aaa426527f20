import { baseName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { isDocumentUri } from './escape/urls.js';
import { logBaseFault } from './logBase.js';
import type { LogFile } from './minutes.js';

/**
 * The file name of minutes without its extension: MeetBot's if a log has one meeting, otherwise with the meeting's 1-based number.
 */
export function filedName({ fileName, meetings }: Pick<MeetingLog, 'fileName' | 'meetings'>, index: number): string {
  return `${baseName(fileName)}${meetings.length > 1 ? `-${index + 1}` : ''}`;
}

/**
 * The names of a log and of the bot's page of a meeting, as linked from minutes beside them. They are empty if the log has no
 * name.
 */
export function logFile(log: MeetingLog, meeting: Meeting): LogFile {
  const { fileName: file, meetings } = log;
  const page = file === '' ? '' : `${filedName(log, meetings.indexOf(meeting))}.log.html`;
  return { base: '', file, pageBase: '', page };
}

/** A link to the log itself, or to a line of it; undefined if readers cannot get to it. */
export function logUrl({ base, file }: LogFile, line?: number): string | undefined {
  return address(base, file, line === undefined ? '' : `#L${line}`);
}

/** A link to the bot's page of the log, or to an entry of it; undefined if readers cannot get to it. */
export function pageUrl({ pageBase, page }: LogFile, anchor?: number): string | undefined {
  return address(pageBase, page, anchor === undefined ? '' : `#l-${anchor}`);
}

/** Where the bot's page of the log is, as plain text; undefined if readers cannot get to it. */
export function pageAddress({ pageBase, page }: LogFile): string | undefined {
  return pageBase === null || page === '' ? undefined : pageBase + page;
}

/** An unsuitable base is left out. */
function address(base: string | null, name: string, fragment: string): string | undefined {
  if (base === null || name === '') return undefined;
  const isFit = logBaseFault(base) === undefined || isDocumentUri(base);
  return `${isFit ? base : ''}${encodeURIComponent(name.toWellFormed())}${fragment}`;
}
