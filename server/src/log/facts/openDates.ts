import type { LogText } from '../text/logText.js';
import { lineNamingDay } from './clockRuns.js';
import { readings } from './dateNotation.js';
import { stampAt } from './stamps.js';

/** A date such as `02/09/2031` in a log that leaves open which number is the day. */
export interface OpenDate {
  /** The line whose stamp has it. */
  readonly line: number;
  /** `YYYY-MM-DD` as it is read. */
  readonly read: string;
  /** `YYYY-MM-DD` in the other order. */
  readonly other: string;
}

/** The open date of a line, from its own stamp or from the line above that names its day; undefined if the log decides. */
export function openDateAt(text: LogText, line: number): OpenDate | undefined {
  if (text.layout.dateOrder !== 'perhaps day first') return undefined;
  const dated = readings(stampAt(text, line)) ? line : lineNamingDay(text, line);
  const both = dated === undefined ? undefined : readings(stampAt(text, dated));
  if (dated === undefined || !both) return undefined;
  const [read, other] = both;
  return { line: dated, read, other };
}
