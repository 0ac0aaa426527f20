import type { TextEdit } from 'vscode-languageserver';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { insertAbove, insertBelow, said } from '../newLines.js';
import type { SnippetEdit } from '../workspaceEdit.js';

/** A way to repair a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly (TextEdit | SnippetEdit)[];
  /** Whether it is most likely the right one. */
  readonly preferred?: true;
  /** Whether its edits take long to make: then they are made only when they are read. */
  readonly isLong?: true;
  /** Whether it only helps to type what is missing, which needs snippets. */
  readonly needsSnippets?: true;
}

/** A fix, as a list; an empty one if an edit cannot be made. */
export function fix(
  title: string,
  edits: readonly (Fix['edits'][number] | undefined)[],
  options?: Partial<Fix>,
): Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? [{ title, edits: made, ...options }] : [];
}

/** A line in which someone says something, above a line and with its time; undefined if it cannot be written. */
export function sayAbove(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  text: string,
): TextEdit | undefined {
  const row = said(log, line, nick, meeting, text);
  return row === undefined ? undefined : insertAbove(log, line, row);
}

/** The same below a line. */
export function sayBelow(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  text: string,
): TextEdit | undefined {
  const row = said(log, line, nick, meeting, text);
  return row === undefined ? undefined : insertBelow(log, line, row);
}

/** The same in place of a line. */
export function sayInstead(
  log: MeetingLog,
  line: number,
  nick: string,
  meeting: Meeting | undefined,
  text: string,
): TextEdit | undefined {
  const newText = said(log, line, nick, meeting, text);
  const end = { line, character: log.text.text(line).length };
  return newText === undefined ? undefined : { range: { start: { line, character: 0 }, end }, newText };
}
