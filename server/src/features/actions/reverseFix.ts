import { bareLength } from '../../log/lineEnds.js';
import type { LineKind } from '../../log/logLine.js';
import type { LogText } from '../../log/text/logText.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import { lineEnd } from '../newLines.js';
import type { Fix } from './fix.js';

const byteOrderMark = '\uFEFF';

/** Puts the oldest line of a log first. */
export function reverseLines(log: MeetingLog): Fix[] {
  const { text } = log;
  const last = text.lineCount - 1;
  const range = { start: { line: 0, character: 0 }, end: { line: last, character: text.row(last).length } };
  return [
    {
      title: 'Reverse the order of the lines',
      get edits() {
        return [{ range, newText: reversed(text, lineEnd(log)) }];
      },
      preferred: true,
      isLong: true,
    },
  ];
}

/** The text with its oldest line first: what continues a line stays below it, and what is above all of them stays there. */
function reversed(text: LogText, end: string): string {
  const groups: string[][] = [[]];
  let above: LineKind = 'other';
  for (let line = 0; line < text.lineCount; line++) {
    const { kind, nick } = text.read(line);
    const row = text.row(line).replace(line === 0 ? byteOrderMark : '', '');
    if (text.layout.below ? isFirstBelow(kind, nick, above) : isOwn(kind)) groups.push([]);
    groups.at(-1)?.push(row);
    above = kind;
  }
  const [top = [], ...messages] = groups;
  const rows = [...top, ...messages.reverse().flat()].filter((row) => row !== '');
  const mark = text.row(0).startsWith(byteOrderMark) ? byteOrderMark : '';
  const isEnded = text.row(text.lineCount - 1) === '';
  return mark + withEnds(rows, end, isEnded);
}

/** Whether a line continues no other. */
function isOwn(kind: LineKind): boolean {
  return kind !== 'other' && kind !== 'continuation';
}

/** The same in a layout with headings: what is said belongs to the name above it. */
function isFirstBelow(kind: LineKind, nick: string, above: LineKind): boolean {
  return kind === 'heading' ? nick !== '' && above !== 'heading' : isOwn(kind) && kind !== 'message';
}

/** Rows that all have line ends, except the last if the text did not end with one. */
function withEnds(rows: readonly string[], end: string, isEnded: boolean): string {
  const ended = rows.map((row) => (bareLength(row) === row.length ? row + end : row)).join('');
  return isEnded ? ended : ended.slice(0, bareLength(ended));
}
