import { dateAt } from '../log/facts/timeline.js';
import { plainText } from '../log/layouts/damage.js';
import { readLine } from '../log/layouts/layout.js';
import { isSpoken } from '../log/logLine.js';
import { LogText } from '../log/text/logText.js';
import type { Said } from '../log/write/said.js';
import { writeLine } from '../log/write/writeLine.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { lineEnd } from './newLines.js';

/**
 * Talk that was copied elsewhere, such as in a chat client, as lines of this log, to be pasted above a line: the same people,
 * times and words in the log's own layout. Null if it has that layout already, if it is not talk, or if not all of it can be
 * written so that it reads the same: nothing is ever lost.
 */
export function pastedLines(log: MeetingLog, line: number, text: string): string | null {
  const pasted = LogText.of(text);
  if (isOfLog(log, pasted) || isOfOtherDay(log, line, pasted)) return null;
  const said = talkIn(pasted);
  if (!said || said.length === 0) return null;
  const near = Math.max(0, line - 1);
  const rows: string[] = [];
  for (const one of said) {
    const row = writeLine(log.text, near, one);
    if (row === undefined) return null;
    rows.push(row);
  }
  const end = lineEnd(log);
  return rows.join(end) + (/[\r\n]$/.test(text) ? end : '');
}

/** Whether the log's layout reads a text as it is, so that there is nothing to change. */
function isOfLog({ text: { layout, confidence } }: MeetingLog, pasted: LogText): boolean {
  if (layout.below || confidence === 0) return true;
  for (const line of filledLines(pasted)) if (!isSpoken(readLine(layout, pasted.text(line)))) return false;
  return true;
}

/** Whether a text shows another day than the log near a line, which would be lost, or more than one. */
function isOfOtherDay({ text }: MeetingLog, line: number, pasted: LogText): boolean {
  const days = new Set([...filledLines(pasted)].map((at) => dateAt(pasted, at)).filter(Boolean));
  const own = dateAt(text, Math.min(Math.max(0, line - 1), text.lineCount - 1));
  if (days.size > 0 && own !== undefined) days.add(own);
  return days.size > 1;
}

/** Everything that is said in a text; undefined if there is anything else in it. */
function talkIn(pasted: LogText): Said[] | undefined {
  const said: Said[] = [];
  const { damage } = pasted.layout;
  for (const line of filledLines(pasted)) {
    const { kind, nick, time, textStart, textEnd } = pasted.read(line);
    const text = plainText(damage, pasted.at({ line, start: textStart, end: textEnd }));
    const last = said.at(-1);
    if (kind === 'heading' && text.trim() === '') continue;
    if (kind === 'continuation' && last) said.push({ ...last, kind: 'message', text: text.trim() });
    else if ((kind === 'message' || kind === 'action') && nick !== '') said.push({ kind, nick, text, time });
    else return undefined;
  }
  return said;
}

function* filledLines(text: LogText): Generator<number> {
  for (let line = 0; line < text.lineCount; line++) if (text.text(line).trim() !== '') yield line;
}
