import type { Place } from '../model.js';

/** How serious a problem is. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule finds: a place in the log and what is wrong there. */
export interface Finding extends Place {
  readonly message: string;
  /** Other places in the log that explain it. */
  readonly related?: readonly Related[];
  /** What was probably meant: the text to put there instead. */
  readonly meant?: string;
}

export interface Related extends Place {
  readonly message: string;
}
