import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { relativeLogFolder } from '../minutes/logFolder.js';
import { minutesFileName } from '../minutes/minutesFileName.js';
import type { Selection } from '../minutes/select.js';
import { writerNamed } from '../minutes/writers.js';
import { type FoundLog, fileNameOf, nameForMinutes } from './files/findLogs.js';
import { isSpecial } from './files/paths.js';
import { isPrinted, type MinutesJob, outputPath } from './minutesJob.js';

/**
 * How minutes link to their log from where they are written, unless `--log-url` says where readers find it. Printed minutes may
 * be read anywhere, so they have no links to files.
 */
export function logLinks(found: FoundLog, log: MeetingLog, index: number, job: MinutesJob): Selection {
  const path = outputPath(found, '-', job);
  if (isPrinted(found, job) || (job.into === 'file' && isSpecial(path))) return { logFolder: null };
  const page = writerNamed('log-html');
  const isPageBeside = job.into !== 'file' && page && job.formats.includes(page.name);
  return {
    // An export has no lines to link to.
    logFolder: fileNameOf(found) === '' || found.converted ? null : folderBetween(found.path, dirname(path)),
    pageBeside: isPageBeside ? minutesFileName(calledAsFile(found, log), index, page) : undefined,
  };
}

/** A sentence that says why `--log-url` gives no links to the log; undefined if it does. */
export function logUrlFault(found: FoundLog, { logUrl }: Selection): string | undefined {
  const isLost = logUrl !== undefined && fileNameOf(found) === '';
  return isLost ? 'There are no links to the log, as it has no name. Give it one with --stdin-filename.' : undefined;
}

/** A log with the name that its minutes have. */
export function calledAsFile(found: FoundLog, log: MeetingLog): MeetingLog {
  return log.fileName === '' ? { ...log, fileName: nameForMinutes(found) } : log;
}

function folderBetween(log: string, folder: string): string | null {
  return relativeLogFolder(pathToFileURL(resolve(log)).href, pathToFileURL(resolve(folder)).href);
}
