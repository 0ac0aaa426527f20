import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { verifyMinutes } from '../../server/src/workspace/verify/verifyMinutes.js';
import type { VerifyReport } from '../../server/src/workspace/verify/verifyReport.js';
import { logOf } from './logs.js';

/** What is found in minutes of a log, given as text or read. */
export function verified(minutes: string, ...logs: readonly (string | MeetingLog)[]): Promise<VerifyReport> {
  const named = logs.map((log, index) => ({
    log: typeof log === 'string' ? logOf(log) : log,
    name: logs.length === 1 ? 'club.log' : `club${index + 1}.log`,
  }));
  return verifyMinutes(minutes, named);
}

/** The findings as `CODE “PLACE”` or `CODE “PLACE” LINE`, where the line is the 1-based one of the log. */
export function findingsOf(minutes: string, { findings }: VerifyReport): string[] {
  const lines = minutes.split('\n');
  return findings.map(({ code, place: { line, start, end }, source }) => {
    const place = code === 'missing' ? '' : ` “${lines[line]?.slice(start, end)}”`;
    return `${code}${place}${source === undefined ? '' : ` ${source.line + 1}`}`;
  });
}
