import { type OpenDate, openDateAt } from '../../log/facts/openDates.js';
import { stampAt } from '../../log/facts/stamps.js';
import { named } from '../listed.js';
import { dateInName, type MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import type { Finding } from './problem.js';

/** For a whole meeting: its date, if it could be two days and neither the bot nor the name of the log says which. */
export function* ambiguousDates(log: MeetingLog, { startLine, date }: Meeting): Generator<Finding> {
  const open = date === undefined ? openDateAt(log.text, startLine) : undefined;
  const name = dateInName(log.fileName);
  if (!open || name === open.read || name === open.other) return;
  const { timeStart: start, timeEnd: end } = log.text.read(open.line);
  const message = `${written(log, open)} is read as ${inWords(open.read)}; it could be ${inWords(open.other)}.`;
  yield { line: open.line, start, end, message };
}

/** The date as it is in the log. */
function written({ text }: MeetingLog, { line }: OpenDate): string {
  const stamp = stampAt(text, line);
  return named(/\p{Nd}{1,2}([-/])\p{Nd}{1,2}\1\p{Nd}{2,4}/u.exec(stamp)?.[0] ?? stamp);
}

/** `2 September 2031` */
function inWords(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
