import type { Place } from '../../log/place.js';

/** The codes of findings. They never change. */
export const verifyCodes = [
  'unsupported',
  'wrong-person',
  'wrong-count',
  'wrong-date',
  'not-present',
  'missing',
] as const;

export type VerifyCode = (typeof verifyCodes)[number];

/** A line of one of the logs; 0-based. */
export interface LogLineRef {
  /** The name of the log, as given. */
  readonly log: string;
  readonly line: number;
}

/** Something in the minutes that the log does not say, or the other way round. */
export interface VerifyFinding {
  readonly code: VerifyCode;
  /** Where in the minutes; what is missing there is reported at their first statement, or that of the list it belongs to. */
  readonly place: Place;
  readonly message: string;
  /** The line of the log that comes nearest, or that is missing; undefined if there is none. */
  readonly source: LogLineRef | undefined;
}

/** A statement that the log confirms, and where. */
export interface SupportedClaim {
  readonly place: Place;
  readonly source: LogLineRef;
}

/** A meeting that the minutes were held against. */
export interface VerifiedMeeting extends LogLineRef {
  readonly title: string;
  readonly channel: string | null;
  readonly date: string | null;
}

/** What came of holding minutes against logs. */
export interface VerifyReport {
  /** The meetings that are meant; none if no meeting of the logs fits. */
  readonly meetings: readonly VerifiedMeeting[];
  /** How many statements were held against the log, how many of them it confirms, and how many are prose without exact parts. */
  readonly checked: number;
  readonly supported: number;
  readonly notChecked: number;
  /** In the order of the minutes; what is missing comes last. */
  readonly findings: readonly VerifyFinding[];
  readonly claims: readonly SupportedClaim[];
  /** What the minutes leave out as a whole, as sentences. */
  readonly notes: readonly string[];
}
