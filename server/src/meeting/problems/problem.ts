import type { Place } from '../model.js';

/** How serious a problem is. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule finds: a place in the log and what is wrong there. */
export interface Finding extends Place {
  readonly message: string;
  /** Instead of the severity of its kind, unless a setting changes that. */
  readonly severity?: Severity;
  /** Other places in the log that explain it. */
  readonly related?: readonly Related[];
  /** What was probably meant: the text to put there instead. */
  readonly meant?: string;
  /** Of the first of the other places: the text that was meant to be there; empty if its line was to be removed. */
  readonly instead?: string;
  /** A line that would resolve it. */
  readonly missing?: MissingLine;
}

export interface Related extends Place {
  readonly message: string;
}

/** A line that someone should have said: above a line of the log, or below it. */
export interface MissingLine {
  readonly nick: string;
  readonly text: string;
  readonly line: number;
  readonly isBelow?: true;
}
