import type { TextEdit } from 'vscode-languageserver';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { type Change, type Correction, correctionIn } from '../../meeting/scribe/corrections.js';
import type { ChatRecord } from '../../meeting/scribe/record.js';
import { lineOf, type ScribedLine, scribedLine } from '../../meeting/scribe/scribedLine.js';
import { removal, sayAbove } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { saidAt } from '../scribe/scribeTarget.js';
import { type Fix, fix } from './fix.js';

/*
 * Corrections are done in the log, and their lines struck, if the log then means the same: what one corrects must not be changed
 * by one above it, which would look at other words afterwards.
 */

/** Does the corrections on a line, or on the lines that it changes, or all of the meeting. */
export function applyCorrections(log: MeetingLog, on: ScribedLine): Fix[] {
  // What is written into a damaged log would have to be damaged, too.
  if (log.text.layout.damage) return [];
  const { meeting, scribed, correction, changes } = on;
  if (!correction?.isDone && changes.length === 0) return [];
  const done = scribed.corrections.filter(({ isDone }) => isDone);
  return [
    ...(correction ? applyOne(log, meeting, scribed.corrections, correction) : []),
    ...(done.length > 1 ? applyAll(log, meeting, scribed.state.records, done) : []),
  ];
}

/** The most comparisons of changed texts with other corrections. */
const mostComparisons = 100_000;

function applyOne(log: MeetingLog, meeting: Meeting, all: readonly Correction[], correction: Correction): Fix[] {
  const { changes, isDone, isTooMuch } = correction;
  const above = all.slice(0, all.indexOf(correction)).filter(({ old }) => old !== '');
  if (!isDone || isTooMuch || changes.length * above.length > mostComparisons) return [];
  const isFree = changes.every(
    (change) =>
      isFirstOn(log, meeting, correction, change) &&
      above.every(({ old }) => (change.before ?? '').includes(old) === change.after.includes(old)),
  );
  if (!isFree) return [];
  const edits = changes.map(({ target, before, after }) =>
    before === undefined
      ? inserted(log, meeting, { at: lineOf(target), nick: correction.record.nick, text: after })
      : rewritten(log, meeting, target, before, after),
  );
  return fix('Apply this correction to the log', [...edits, struck(log, meeting, correction)]);
}

/** Whether a correction is the first that does something to the line of a change, so that the log has what it changes. */
function isFirstOn(log: MeetingLog, { startLine }: Meeting, correction: Correction, { target }: Change): boolean {
  if (target.isInserted) return false;
  return scribedLine(log, startLine + target.line)?.changes[0]?.correction === correction;
}

function applyAll(
  log: MeetingLog,
  meeting: Meeting,
  records: readonly ChatRecord[],
  done: readonly Correction[],
): Fix[] {
  if (done.some(({ isTooMuch }) => isTooMuch)) return [];
  const before = new Map<ChatRecord, string>();
  for (const { changes } of done) {
    for (const { target, before: text } of changes)
      if (text !== undefined && !before.has(target)) before.set(target, text);
  }
  const edits = records.flatMap((record): (TextEdit | undefined)[] => {
    const { isInserted, at, nick, text } = record;
    if (isInserted) return text.trim() === '' ? [] : [inserted(log, meeting, { at: at ?? record.line, nick, text })];
    const was = before.get(record);
    return was === undefined ? [] : [rewritten(log, meeting, record, was, text)];
  });
  const strikes = done.map((correction) => struck(log, meeting, correction));
  return fix('Apply all corrections of this meeting', [...edits, ...strikes], { isLong: true });
}

/** The edit that makes what is said on a line another text; undefined if it is not all on that line. */
function rewritten(
  log: MeetingLog,
  { startLine }: Meeting,
  { line }: ChatRecord,
  before: string,
  after: string,
): TextEdit | undefined {
  const { text, placeOf } = saidAt(log, startLine + line);
  if (!before.startsWith(text) || correctionIn(after)) return undefined;
  if (after.trim() === '') return before === text ? removal(log, startLine + line) : undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  if (isWithinPair(before, start) || isWithinPair(after, start)) start--;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (isWithinPair(before, before.length - same)) same--;
  const end = before.length - same;
  if (end > text.length) return undefined;
  return { range: rangeOf(placeOf(start, end)), newText: after.slice(start, after.length - same) };
}

function isWithinPair(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(at - 1, at));
}

function inserted(
  log: MeetingLog,
  { startLine }: Meeting,
  { at, nick, text }: { readonly at: number; readonly nick: string; readonly text: string },
): TextEdit | undefined {
  return correctionIn(text) ? undefined : sayAbove(log, startLine + at, nick, undefined, text);
}

/** Removes a correction; undefined if it is a part of a longer message. */
function struck(log: MeetingLog, { startLine }: Meeting, { record }: Correction): TextEdit | undefined {
  const line = startLine + record.line;
  const isLonger = line + 1 < log.text.lineCount && log.text.read(line + 1).kind === 'continuation';
  return isLonger ? undefined : removal(log, line);
}
