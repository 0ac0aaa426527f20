import type { LogDigest, MeetingDigest } from './logDigest.js';
import type { Project } from './project.js';
import type { ActionRecord } from './projectFile.js';

/** A log of the ledger: its digest, and the project that it belongs to. */
export interface LedgerLog {
  readonly digest: LogDigest;
  /** Undefined if there is no project file beside the log or above it. */
  readonly project: LedgerProject | undefined;
}

/** What a project file says, and how it names its logs. */
export interface LedgerProject extends Project {
  /** The path or URI of the file. */
  readonly path: string;
  /** Whether an entry of the file that names a log means this one. */
  names(entry: Pick<ActionRecord, 'log'>, log: string): boolean;
}

/** The project files of logs, each once. */
export function projectsOf(logs: readonly LedgerLog[]): LedgerProject[] {
  return [...new Set(logs.flatMap(({ project }) => project ?? []))];
}

/** Where something was said. */
export interface Source {
  readonly log: string;
  /** The meeting's date; null if unknown. */
  readonly date: string | null;
  /** 1-based. */
  readonly line: number;
}

/** A meeting, with its log. */
export interface LedgerMeeting extends LedgerLog {
  readonly meeting: MeetingDigest;
}

/**
 * All meetings in the order of time: by their dates and times, and by place within a log. Meetings without a date come first, in
 * the order of their logs' names, in which numbers count as such.
 */
export function inTimeOrder(logs: readonly LedgerLog[]): LedgerMeeting[] {
  const names = new Intl.Collator('en', { numeric: true });
  return logs
    .flatMap((log) => log.digest.meetings.map((meeting) => ({ ...log, meeting })))
    .sort(
      (a, b) =>
        compare(a.meeting.date ?? '', b.meeting.date ?? '') ||
        (a.digest === b.digest || a.meeting.date === null ? 0 : compare(a.meeting.time ?? '', b.meeting.time ?? '')) ||
        names.compare(a.digest.log, b.digest.log) ||
        compare(a.digest.log, b.digest.log) ||
        a.meeting.line - b.meeting.line,
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Where a line of a meeting is. */
export function sourceOf({ digest, meeting }: LedgerMeeting, line: number): Source {
  return { log: digest.log, date: meeting.date, line };
}
