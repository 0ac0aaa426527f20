import type { TextEdit } from 'vscode-languageserver';
import { bareLength } from '../log/lineEnds.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';

/* Edits of whole lines, in the style of the log. */

/**
 * A line in which someone says something, written as the log writes its lines: made from a message, by default the nearby line,
 * with the time of that line. With `meeting`, a line of the meeting's owner is preferred, so that the prefix is right.
 */
export function said(
  log: MeetingLog,
  near: number,
  nick: string,
  meeting: Meeting | undefined,
  text: string,
  message = near,
): string {
  const model = meeting && nick === meeting.owner ? meeting.startLine : message;
  const row = log.text.text(model);
  const { timeStart, timeEnd, nickStart, nickEnd, textStart } = log.text.read(model);
  const time = log.text.read(near);
  return (
    row.slice(0, timeStart) +
    textAt(log, { line: near, start: time.timeStart, end: time.timeEnd }) +
    row.slice(timeEnd, nickStart) +
    nick +
    row.slice(nickEnd, textStart) +
    text
  );
}

export function insertAbove(log: MeetingLog, line: number, text: string): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: text + lineEnd(log) };
}

export function insertBelow(log: MeetingLog, line: number, text: string): TextEdit {
  if (line + 1 < log.text.lineCount) return insertAbove(log, line + 1, text);
  const end = { line, character: log.text.text(line).length };
  return { range: { start: end, end }, newText: lineEnd(log) + text };
}

/** The line ending of the log's first line. */
export function lineEnd(log: MeetingLog): string {
  const first = log.text.row(0);
  return first.slice(bareLength(first)) || '\n';
}

/** Removes a line with its line end. */
export function removal({ text }: MeetingLog, line: number): TextEdit {
  const start = { line, character: 0 };
  const isLast = line + 1 === text.lineCount;
  const end = isLast ? { line, character: text.row(line).length } : { line: line + 1, character: 0 };
  return { range: { start, end }, newText: '' };
}
