import type { MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import type { Finding, Severity } from './problem.js';
import type { Scope } from './scope.js';
import type { ScribedScope } from './scribed/scribedScope.js';

/** One kind of problem. */
export interface ProblemKind {
  /**
   * Unless a setting changes it: error if no minutes are written, warning if the bot ignores what someone meant, information if
   * the minutes are poorer than they could be.
   */
  readonly severity: Severity;
  /** What it is, for users who choose a severity. */
  readonly about: string;
  /** Whether the bot ignores what is there, so that an editor may fade it. */
  readonly ignored?: true;
  /** Whether it is also found outside of meetings. */
  readonly outside?: true;
  /** Finds it in a part of a meeting, or of the lines between two. */
  readonly find?: (scope: Scope) => Iterable<Finding>;
  /** Finds it in a meeting and the one above it. */
  readonly findInPair?: (log: MeetingLog, above: Meeting, below: Meeting) => Iterable<Finding>;
  /** Finds it in a log as a whole. */
  readonly findInLog?: (log: MeetingLog) => Iterable<Finding>;
  /** Finds it in a whole meeting with a scribe. */
  readonly findInScribed?: (scope: ScribedScope) => Iterable<Finding>;
  /** Finds it in a whole meeting. */
  readonly findInMeeting?: (log: MeetingLog, meeting: Meeting) => Iterable<Finding>;
}
