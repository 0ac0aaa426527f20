import { version } from '../../../package.json';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { unreadStart } from '../meeting/unreadLog.js';

/** How many rows of the log are shown from its beginning, and around the line that starts a meeting. */
const firstRows = 12;
const rowsAround = 6;
/** How much of a row is shown, in UTF-16 units. */
const mostShown = 160;

/** The text of an issue about the layout of a log, in Markdown. Of its rows, only the form is left. */
export function layoutIssue({ text }: MeetingLog): string {
  const start = unreadStart(text)?.line ?? 0;
  const wanted = new Set<number>();
  for (let line = 0; line < firstRows; line++) wanted.add(line);
  for (let line = start - rowsAround; line <= start + rowsAround; line++) wanted.add(line);
  const rows = [...wanted]
    .filter((line) => line >= 0 && line < text.lineCount)
    .sort((a, b) => a - b)
    // Indented, as a fence could end in any of them.
    .map((line) => `    ${withoutWords(cut(text.text(line)))}`.trimEnd());
  return [
    '# A layout that is not read',
    '',
    'The program that wrote the log, and its version: …',
    '',
    'Lines of the log. All words and numbers are replaced, except for dates, times and the words that start a meeting; please',
    'check that nothing is left that should stay private.',
    '',
    ...rows,
    '',
    `Meetlog ${version} · layout: ${text.layout.name} · lines read: ${Math.round(text.confidence * 100)}%`,
    '',
  ].join('\n');
}

function cut(row: string): string {
  return row.slice(0, mostShown);
}

const month = 'jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec';
/** What is kept: a word that starts a meeting; a month beside a number; parts of the day, zones and numbers of dates and times. */
const kept = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])[#!.]startmeeting(?![\p{L}\p{N}])`,
    String.raw`(?<=\d[ .,/-]{0,2})(?:${month})(?![\p{L}])`,
    String.raw`(?<![\p{L}])(?:${month})(?=[ .,/-]{1,2}\d)`,
    String.raw`(?<=\d\s?)(?:[ap]m|T|Z|UTC|GMT)(?![\p{L}])`,
    String.raw`(?<=\d)T(?=\d)`,
    String.raw`(?<![\p{L}\p{N}])\d{1,4}(?:[:./-]\d{1,9}){1,5}(?![\p{L}\p{N}]|[:./-]\d)`,
    String.raw`(?<![\p{L}\p{N}])\d{4}-\d\d-\d\d(?=T\d)|(?<=T)\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?`,
  ].join('|'),
  'giu',
);

/** A text in which letters are `x`, or `X` if they are capital, and digits are `0`, except for what shows how a log is laid out. */
export function withoutWords(text: string): string {
  let [made, from] = ['', 0];
  for (const { 0: found, index } of text.matchAll(kept)) {
    made += replaced(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return made + replaced(text.slice(from));
}

function replaced(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0');
}
