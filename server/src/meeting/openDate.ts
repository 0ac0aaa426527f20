import { type OpenDate, openDateAt } from '../log/facts/openDates.js';
import { stampAt } from '../log/facts/stamps.js';
import { named } from './listed.js';
import { dateInName, type MeetingLog } from './meetingLog.js';
import type { Meeting } from './model.js';

/**
 * What a guessed date of a meeting could be as well, in a sentence; undefined if the log, its name or the bot decides. It is no
 * problem of the log: nothing in it is wrong.
 */
export function openDateNote(
  log: MeetingLog,
  { startLine, date }: Pick<Meeting, 'startLine' | 'date'>,
): string | undefined {
  const open = date === undefined ? openDateAt(log.text, startLine) : undefined;
  const name = dateInName(log.fileName);
  if (!open || name === open.read || name === open.other) return undefined;
  return `${written(log, open)} is read as ${inWords(open.read)}; it could be ${inWords(open.other)}.`;
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
