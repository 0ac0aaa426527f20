import type { Place } from '../model.js';

/** How much harm a problem does. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule finds: a place of the log and what is wrong there. */
export interface Finding extends Place {
  readonly message: string;
  /** Other places of the log that explain it. */
  readonly related?: readonly Related[];
  /** What was probably meant: the text to put there instead. */
  readonly meant?: string;
}

export interface Related extends Place {
  readonly message: string;
}
