import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Problem } from '../meeting/problems/problemTable.js';
import { isIgnored } from '../workspace/logProject.js';
import type { LogSettings } from './logSettings.js';

/** What determines which problems are shown. */
export type Reporting = Pick<LogSettings, 'severity' | 'project'>;

/** Whether a problem of a log is shown: its kind is not switched off, and the project's file does not ignore it. */
export function isReported({ severity, project }: Reporting, log: MeetingLog, problem: Problem): boolean {
  return severity[problem.code] !== 'off' && !(project && isIgnored(project, log, problem));
}
