import { baseName } from '../meeting/meetingLog.js';
import { isDocumentUri } from './escape/urls.js';
import { logBaseFault } from './logBase.js';
import type { LogFile } from './minutes.js';

/** The names of a log and of the bot's page of it, as linked from minutes beside them. */
export function logFile(fileName: string): LogFile {
  return { base: '', file: fileName, page: `${baseName(fileName)}.log.html` };
}

/** A link to the log itself, or to a line of it; undefined if readers cannot get to it. */
export function logUrl({ base, file }: LogFile, line?: number): string | undefined {
  return address(base, file, line === undefined ? '' : `#L${line}`);
}

/** A link to the bot's page of the log, or to an entry of it; undefined if readers cannot get to it. */
export function pageUrl({ base, page }: LogFile, anchor?: number): string | undefined {
  return address(base, page, anchor === undefined ? '' : `#l-${anchor}`);
}

/** An unsuitable base is left out. */
function address(base: string | null, name: string, fragment: string): string | undefined {
  if (base === null) return undefined;
  const isFit = logBaseFault(base) === undefined || isDocumentUri(base);
  return `${isFit ? base : ''}${encodeURIComponent(name.toWellFormed())}${fragment}`;
}
