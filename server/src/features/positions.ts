import type { Range } from 'vscode-languageserver';
import type { Place } from '../log/place.js';
import type { MeetingLog } from '../meeting/meetingLog.js';

/** A place as a range of the protocol; both are 0-based and count UTF-16 units. */
export function rangeOf({ line, start, end }: Place): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A range moved down by some lines. */
export function movedRange({ start, end }: Range, by: number): Range {
  return { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } };
}

/** From the start of one line to the end of another, both inclusive. */
export function linesRange({ text }: MeetingLog, first: number, last: number): Range {
  return { start: { line: first, character: 0 }, end: { line: last, character: text.text(last).length } };
}
