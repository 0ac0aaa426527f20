/* What is exchanged about minutes that are held against logs. */

export interface VerifyParams {
  /** The text of the minutes, in any text format. */
  readonly minutes: string;
  /** The text of the log, and its name, which may have the date. */
  readonly log: string;
  readonly fileName: string;
}

/** What came of holding minutes against a log. */
export interface CheckedMinutes {
  /** The title of the meeting that is meant; null if none fits. */
  readonly meeting: string | null;
  /** How many statements were checked, and how many are prose in which nothing can be. */
  readonly checked: number;
  readonly notChecked: number;
  readonly findings: readonly FoundInMinutes[];
  /** The statements that a line of the log confirms. */
  readonly claims: readonly CheckedClaim[];
  /** What the minutes leave out as a whole, as sentences. */
  readonly notes: readonly string[];
}

/** A part of a line of the minutes. */
export interface PlaceInMinutes {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface FoundInMinutes {
  readonly code: string;
  readonly place: PlaceInMinutes;
  readonly message: string;
  /** The line of the log that says something else, or that the minutes lack; null if there is none. */
  readonly source: LineOfLog | null;
}

export interface CheckedClaim {
  readonly place: PlaceInMinutes;
  readonly source: LineOfLog;
}

export interface LineOfLog {
  readonly line: number;
  readonly text: string;
}
