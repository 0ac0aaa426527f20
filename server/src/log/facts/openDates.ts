import type { LogText } from '../text/logText.js';
import { lineNamingDay } from './clockRuns.js';
import { knownOrder, readings } from './dateNotation.js';
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
  const { dateOrder } = text.layout;
  if (!dateOrder?.startsWith('perhaps')) return undefined;
  const dated = readings(stampAt(text, line)) ? line : lineNamingDay(text, line);
  const both = dated === undefined ? undefined : readings(stampAt(text, dated));
  if (dated === undefined || !both) return undefined;
  const [day, month] = both;
  const isMonthFirst = knownOrder(dateOrder) === 'month first';
  return { line: dated, read: isMonthFirst ? month : day, other: isMonthFirst ? day : month };
}
