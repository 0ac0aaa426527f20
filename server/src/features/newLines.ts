import type { TextEdit } from 'vscode-languageserver';
import { bareLength } from '../log/lineEnds.js';
import type { Effect } from '../meeting/dialects/dialect.js';
import { relayOn } from '../meeting/mayGive.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';

/* Edits of whole lines, in the style of the log. */

/**
 * A line in which someone says something, written as the log writes its lines: made from a message, by default the nearby line,
 * with the time of that line. With `meeting`, a line of the meeting's owner is preferred, so that the prefix is right. Undefined
 * if the log writes names on lines of their own, or if no message is near.
 */
export function said(
  log: MeetingLog,
  near: number,
  nick: string,
  meeting: Meeting | undefined,
  text: string,
): string | undefined {
  const isOwner = meeting && nick === meeting.owner && isModel(log, meeting.startLine);
  const model = isOwner ? meeting.startLine : messageNear(log, near);
  if (model === undefined) return undefined;
  const row = log.text.text(model);
  const { timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = log.text.read(model);
  // A name on a line of its own, or a time or anything else behind the text.
  const behind = textAt(log, { line: model, start: textEnd, end: row.length });
  if (nickStart === nickEnd || timeStart > nickStart || behind.trim() !== '') return undefined;
  const time = timeOn(log, near) || textAt(log, { line: model, start: timeStart, end: timeEnd });
  return row.slice(0, timeStart) + time + row.slice(timeEnd, nickStart) + nick + row.slice(nickEnd, textStart) + text;
}

/** The first word of the log's bot for something; undefined if it has none. */
export function wordFor({ dialect }: MeetingLog, effect: Effect): string | undefined {
  return dialect.commands.find((command) => command.effect === effect)?.words[0];
}

/** The time of a line as it is written; empty if it has none. */
function timeOn(log: MeetingLog, line: number): string {
  const { timeStart, timeEnd } = log.text.read(line);
  return textAt(log, { line, start: timeStart, end: timeEnd });
}

/** The most lines that are searched for a message. */
const mostSearched = 500;

/** The nearest message at a line, above it, or below it. */
function messageNear(log: MeetingLog, line: number): number | undefined {
  for (let by = 0; by < mostSearched; by++) {
    for (const at of by === 0 ? [line] : [line - by, line + by]) if (isModel(log, at)) return at;
  }
  return undefined;
}

/** Whether a line is a message, and not by a bridge, whose name would be that of the author for a bot. */
function isModel({ text }: MeetingLog, line: number): boolean {
  if (line < 0 || line >= text.lineCount) return false;
  return text.read(line).kind === 'message' && relayOn(text, line) === undefined;
}

export function insertAbove(log: MeetingLog, line: number, text: string): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: text + lineEnd(log) };
}

/** Below a line and what continues it. */
export function insertBelow(log: MeetingLog, line: number, text: string): TextEdit {
  const last = lastOfMessage(log, line);
  if (last + 1 < log.text.lineCount) return insertAbove(log, last + 1, text);
  const end = { line: last, character: log.text.text(last).length };
  return { range: { start: end, end }, newText: lineEnd(log) + text };
}

/** The last line of what begins on a line. */
function lastOfMessage({ text }: MeetingLog, line: number): number {
  let last = line;
  while (last + 1 < text.lineCount && last - line < mostSearched && text.read(last + 1).kind === 'continuation') last++;
  return last;
}

/** A line as it is, with the time of another one. */
export function atTimeOf(log: MeetingLog, line: number, other: number): string {
  const row = log.text.text(line);
  const { timeStart, timeEnd } = log.text.read(line);
  const time = timeStart === timeEnd ? '' : timeOn(log, other);
  return time === '' ? row : row.slice(0, timeStart) + time + row.slice(timeEnd);
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
