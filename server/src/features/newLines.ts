import type { TextEdit } from 'vscode-languageserver';
import { insertion, type Wanted } from '../log/write/insertLines.js';
import { lineEndOf } from '../log/write/writeLine.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
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
