import { checkFormats, checkSummary, countOf, unreadLogs, withoutMeeting } from '../reports/check.js';
import { counted } from '../reports/counted.js';
import type { FileReport } from '../reports/problemList.js';
import { endWith, fail } from './exits.js';
import type { FailureFacts } from './failure.js';
import { artifactUri } from './files/artifactUri.js';
import { type FoundLog, findLogs } from './files/findLogs.js';
import { ProjectFiles, withIgnored } from './files/projectFiles.js';
import type { ReadOptions } from './files/readFiles.js';
import { tellSearch } from './minutesCommand.js';
import { named, withName } from './progress.js';
import { paintPrinted, paintReported, printReport, tell, tellFailure, tellReport } from './terminal.js';
import { everyLog } from './threads/everyLog.js';

/** The options of `meetlog check`, as the command line gives them. */
export interface CheckOptions extends ReadOptions {
  readonly format: string;
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
}

/** Reports the problems of logs, including all logs in folders, and a summary. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<void> {
  const { format, maxWarnings = Number.POSITIVE_INFINITY, stdinFilename, ...reading } = options;
  const searches = findLogs(paths, stdinFilename);
  const projects = new ProjectFiles();
  const logs = searches.flatMap(({ found }) => found).map((log) => withIgnored(log, projects));
  for (const fault of await projects.faults()) tell(fault);
  const { reports, others, foreign } = await checkAll(logs, reading);
  const failed = (about: string, one: FailureFacts) => fail(named(about, one));
  for (const search of searches) tellSearch(search, { others }, { failed });
  report(reports, foreign, format);
  if (countOf(reports, 'error') > 0) endWith(1);
  const warnings = countOf(reports, 'warning');
  if (warnings > maxWarnings)
    fail({ exitCode: 1, message: `${counted(warnings, 'warning')}, more than ${maxWarnings}.` });
}

/** Prints problems and a summary: below the problems in the report for people, otherwise to standard error. */
function report(reports: readonly FileReport[], others: readonly string[], format: string): void {
  const isForPeople = format === 'text';
  if (!isForPeople || reports.length > 0) printReport(checkFormats[format]?.(reports, artifactUri, paintPrinted) ?? '');
  if (reports.length === 0) return;
  const paint = isForPeople ? paintPrinted : paintReported;
  const lines = [...withoutMeeting(reports, others), ...unreadLogs(reports), checkSummary(reports, paint)]
    .map((line) => `${line}\n`)
    .join('');
  if (isForPeople) printReport(lines);
  else tellReport(lines);
}

/** The logs with their problems, and the files in folders that are not meeting logs. */
interface AllChecked {
  readonly reports: readonly FileReport[];
  /** By their real paths. */
  readonly others: ReadonlySet<string>;
  /** The paths of those that Meetlog did not write. */
  readonly foreign: readonly string[];
}

async function checkAll(logs: readonly FoundLog[], options: ReadOptions): Promise<AllChecked> {
  const reports: FileReport[] = [];
  const others = new Set<string>();
  const foreign: string[] = [];
  for await (const [{ path, real }, result] of everyLog({ name: 'check', options }, logs)) {
    const { report, hasMinutes, warnings = [], failure } = result;
    for (const message of warnings) tellFailure({ message: withName(path, message) });
    if (failure) fail(named(path, failure));
    else if (report) reports.push(report);
    else {
      others.add(real);
      if (!hasMinutes) foreign.push(path);
    }
  }
  return { reports, others, foreign };
}
