import type { TextEdit } from 'vscode-languageserver';
import { insertion, type Wanted } from '../log/write/insertLines.js';
import { lineEndOf } from '../log/write/writeLine.js';
import type { Effect } from '../meeting/dialects/dialect.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';

/* Edits of whole lines, in the style of the log. */

/**
 * Someone says something above a line, at the time of that line, in one line for each text. With `meeting`, the line in which its
 * owner started it is the model for more by the owner, so that the prefix is right. Undefined if the log's layout has no way to
 * write it there.
 */
export function sayAbove(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  ...texts: readonly string[]
): TextEdit | undefined {
  return sayAt(log, { near: line, at: line, removed: 0 }, nick, meeting, texts);
}

/** The same below a line. */
export function sayBelow(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  ...texts: readonly string[]
): TextEdit | undefined {
  return sayAt(log, { near: line, at: line + 1, removed: 0 }, nick, meeting, texts);
}

/** The same instead of a line. */
export function sayInstead(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  ...texts: readonly string[]
): TextEdit | undefined {
  return sayAt(log, { near: line, at: line, removed: 1 }, nick, meeting, texts);
}

function sayAt(
  { text }: MeetingLog,
  place: Pick<Wanted, 'near' | 'at' | 'removed'>,
  nick: string,
  meeting: Meeting | undefined,
  texts: readonly string[],
): TextEdit | undefined {
  const said = texts.map((one) => ({ kind: 'message' as const, nick, text: one }));
  const like = meeting && nick === meeting.owner ? meeting.startLine : undefined;
  const found = insertion(text, { ...place, said, like });
  return found && { range: { start: found.from, end: found.to }, newText: found.text };
}

/** The first word of the log's bot for something; undefined if it has none. */
export function wordFor({ dialect }: MeetingLog, effect: Effect): string | undefined {
  return dialect.commands.find((command) => command.effect === effect)?.words[0];
}

/** Rows of the log above a line. */
export function insertAbove(log: MeetingLog, line: number, rows: string): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: rows + lineEnd(log) };
}

/** Rows of the log below a line and what continues it. */
export function insertBelow(log: MeetingLog, line: number, rows: string): TextEdit {
  const last = lastOfMessage(log, line);
  if (last + 1 < log.text.lineCount) return insertAbove(log, last + 1, rows);
  const end = { line: last, character: log.text.text(last).length };
  return { range: { start: end, end }, newText: lineEnd(log) + rows };
}

/** The last line of what begins on a line. */
function lastOfMessage({ text }: MeetingLog, line: number): number {
  let last = line;
  while (last + 1 < text.lineCount && last - line < mostSearched && text.read(last + 1).kind === 'continuation') last++;
  return last;
}

/** The most lines of a message. */
const mostSearched = 500;

/** A row as it is, with the time of another line. */
export function atTimeOf(log: MeetingLog, line: number, other: number): string {
  const row = log.text.text(line);
  const { timeStart, timeEnd } = log.text.read(line);
  const read = log.text.read(other);
  const time = textAt(log, { line: other, start: read.timeStart, end: read.timeEnd });
  return timeStart === timeEnd || time === '' ? row : row.slice(0, timeStart) + time + row.slice(timeEnd);
}

/** The line end of the log's first line. */
export function lineEnd({ text }: MeetingLog): string {
  return lineEndOf(text);
}

/** Removes a line with its line end. */
export function removal({ text }: MeetingLog, line: number): TextEdit {
  const start = { line, character: 0 };
  const isLast = line + 1 === text.lineCount;
  const end = isLast ? { line, character: text.row(line).length } : { line: line + 1, character: 0 };
  return { range: { start, end }, newText: '' };
}
