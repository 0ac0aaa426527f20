import type { MeetingLog } from '../meeting/meetingLog.js';
import { problems } from '../meeting/problems/findProblems.js';
import type { Severity } from '../meeting/problems/problem.js';
import { problemTable } from '../meeting/problems/problemTable.js';
import { cleanText } from '../minutes/escape/clean.js';
import { isIgnored, type LogProject } from '../workspace/logProject.js';

/** A problem in reports. Line and columns are 1-based; columns count UTF-16 units. */
export interface OutlineProblem {
  readonly code: string;
  readonly severity: Severity;
  /** @minimum 1 */
  readonly line: number;
  /** @minimum 1 */
  readonly column: number;
  /**
   * Exclusive.
   * @minimum 1
   */
  readonly endColumn: number;
  readonly message: string;
}

/** The problems of one log. */
export interface FileReport {
  /** The log's path, as given by the user. */
  readonly file: string;
  /** The number of its meetings. */
  readonly meetings: number;
  readonly problems: readonly OutlineProblem[];
}

/** The problems of a log for reports, without those that its project's file ignores. */
export function problemList(log: MeetingLog, ignored: LogProject['ignored'] = new Map()): OutlineProblem[] {
  const reported = problems(log).filter((problem) => !isIgnored({ ignored }, log, problem));
  return reported.map(({ code, severity, line, start, end, message }) => ({
    code,
    severity: severity ?? problemTable[code].severity,
    line: line + 1,
    column: start + 1,
    endColumn: end + 1,
    message: cleanText(message).replaceAll('\t', ' '),
  }));
}
