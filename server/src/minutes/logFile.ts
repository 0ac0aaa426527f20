import { baseName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { isDocumentUri } from './escape/urls.js';
import { logBaseFault } from './logBase.js';
import type { LogFile } from './minutes.js';

/**
 * The name under which minutes are filed, without its ending: MeetBot's where a log holds one meeting, else with the meeting's
 * number from 1.
 */
export function filedName({ fileName, meetings }: Pick<MeetingLog, 'fileName' | 'meetings'>, index: number): string {
  return `${baseName(fileName)}${meetings.length > 1 ? `-${index + 1}` : ''}`;
}

/** Where a log and the bot's page of a meeting are, seen from minutes beside them. A log without a name has neither. */
export function logFile(log: MeetingLog, meeting: Meeting): LogFile {
  const { fileName: file, meetings } = log;
  const page = file === '' ? '' : `${filedName(log, meetings.indexOf(meeting))}.log.html`;
  return { base: '', file, pageBase: '', page };
}

/** A link to the log itself, to a line of it if one is given; undefined if readers have no way to it. */
export function logUrl({ base, file }: LogFile, line?: number): string | undefined {
  return address(base, file, line === undefined ? '' : `#L${line}`);
}

/** A link to the bot's page of the log, to an entry of it if one is given; undefined if readers have no way to it. */
export function pageUrl({ pageBase, page }: LogFile, anchor?: number): string | undefined {
  return address(pageBase, page, anchor === undefined ? '' : `#l-${anchor}`);
}

/** Where the bot's page of the log is, as a text that is no link; undefined if readers have no way to it. */
export function pageAddress({ pageBase, page }: LogFile): string | undefined {
  return pageBase === null || page === '' ? undefined : pageBase + page;
}

/** A base that is not fit for links is left out. */
function address(base: string | null, name: string, fragment: string): string | undefined {
  if (base === null || name === '') return undefined;
  const isFit = logBaseFault(base) === undefined || isDocumentUri(base);
  return `${isFit ? base : ''}${encodeURIComponent(name.toWellFormed())}${fragment}`;
}
