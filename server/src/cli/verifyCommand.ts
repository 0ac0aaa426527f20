import { type VerifyFormat, verifySummary, verifyText } from '../reports/printedVerify.js';
import type { NamedLog } from '../workspace/verify/chooseMeeting.js';
import { verifyMinutes } from '../workspace/verify/verifyMinutes.js';
import { endWith, fail } from './exits.js';
import { Failure, failureFacts, noMeeting, reasonOf } from './failure.js';
import { artifactUri } from './files/artifactUri.js';
import { convertFound } from './files/convertFound.js';
import { type FoundLog, findLogs } from './files/findLogs.js';
import { realPath } from './files/paths.js';
import { type ReadOptions, readFound, textIn } from './files/readFiles.js';
import { inputText, isStandardInput, standardInput } from './files/standardInput.js';
import { tellSearch } from './minutesCommand.js';
import { named, withName } from './progress.js';
import { paintPrinted, paintReported, printReport, tellFailure, tellReport } from './terminal.js';

/** The options of `meetlog verify`, as the command line gives them. */
export interface VerifyOptions extends ReadOptions {
  readonly format: VerifyFormat;
}

/** Holds minutes against logs, including all logs in folders, and reports what differs. */
export async function verifyCommand(path: string, logs: readonly string[], options: VerifyOptions): Promise<void> {
  if (isStandardInput(path) && logs.some(isStandardInput)) throw new Failure(2, 'only one file can be standard input.');
  const { format } = options;
  const text = minutesText(path);
  const searches = findLogs(logs);
  const own = realPath(path);
  const found = searches.flatMap((search) => search.found).filter(({ real }) => real !== own);
  const others = new Set<string>();
  const converted = await Promise.all(found.map((log) => readable(log, options)));
  const shown = isStandardInput(path) ? standardInput : path;
  const report = await verifyMinutes(text, readAll(converted.flat(), options, others));
  for (const search of searches) tellSearch(search, { others }, { failed: (about, one) => fail(named(about, one)) });
  const isForPeople = format === 'text';
  printReport(verifyText(shown, report, format, artifactUri, paintPrinted));
  const summary = verifySummary(report, isForPeople ? paintPrinted : paintReported);
  (isForPeople ? printReport : tellReport)(summary.map((line) => `${line}\n`).join(''));
  if (report.findings.length > 0) endWith(1);
}

function minutesText(path: string): string {
  if (!isStandardInput(path)) return textIn(path);
  try {
    return inputText().text;
  } catch (error) {
    throw new Failure(2, `${standardInput} cannot be read: ${reasonOf(error)}`);
  }
}

async function readable(log: FoundLog, options: VerifyOptions): Promise<FoundLog[]> {
  try {
    return [await convertFound(log, options)];
  } catch (error) {
    fail(named(log.path, failureFacts(error)));
    return [];
  }
}

/** Reads the logs one after the other, so that only one has to be in memory. One without a meeting is one meeting. */
function* readAll(found: readonly FoundLog[], options: VerifyOptions, others: Set<string>): Generator<NamedLog> {
  for (const one of found) {
    try {
      const log = readFound(one, { ...options, wholeLog: true }, (note) =>
        tellFailure({ message: withName(one.path, note) }),
      );
      if (!log) others.add(one.real);
      else if (log.meetings.length === 0)
        fail({ exitCode: 1, message: noMeeting(one.path, undefined, 'This log has no meeting that is read.') });
      else yield { log, name: one.path };
    } catch (error) {
      fail(named(one.path, failureFacts(error)));
    }
  }
}
