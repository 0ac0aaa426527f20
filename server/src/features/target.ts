import type { Position } from 'vscode-languageserver';
import { offsetOf } from '../log/layouts/damage.js';
import type { Place } from '../log/place.js';
import type { Command } from '../meeting/dialects/dialect.js';
import { wordOf } from '../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt, partAt as textPartAt } from '../meeting/meetingLog.js';
import type { Step } from '../meeting/model.js';
import { isWord } from '../meeting/nameFinder.js';
import { isNameIn, isOfNick, standsAlone } from '../meeting/names.js';

/** What is at the cursor: a time, a speaker, a command, or a mentioned person. */
export type Target =
  | { readonly kind: 'time'; readonly place: Place }
  | { readonly kind: 'nick' | 'mention'; readonly place: Place; readonly nick: string }
  | { readonly kind: 'command'; readonly place: Place; readonly step: Step; readonly command: Command };

/** What a line shows without looking at other lines. */
export type Part = Exclude<Target, { kind: 'mention' }>;

/** The time, speaker or command that the character after the cursor belongs to. */
export function partAt(log: MeetingLog, { line, character }: Position): Part | undefined {
  if (line < 0 || line >= log.text.lineCount) return undefined;
  const { timeStart, timeEnd, nickStart, nickEnd, nick } = log.text.read(line);
  const holds = ({ start, end }: Place) => start <= character && character < end;
  const time = { line, start: timeStart, end: timeEnd };
  if (holds(time)) return { kind: 'time', place: time };
  const speaker = { line, start: nickStart, end: nickEnd };
  if (holds(speaker)) return { kind: 'nick', place: speaker, nick };
  const step = stepAt(log, line);
  if (step?.event.kind !== 'command' || !step.event.command || !holds(wordOf(step.event))) return undefined;
  return { kind: 'command', place: wordOf(step.event), step, command: step.event.command };
}

/** Whether someone in the log has this nick, ignoring case: someone seen in it, or named in this meeting. */
export function isPerson(log: MeetingLog, line: number, nick: string): boolean {
  return meetingAt(log, line)?.named.has(nick) === true || isNameIn(log.text, nick);
}

/**
 * The person mentioned by the word that the character after the cursor belongs to. This needs all lines of the log: see
 * `readingNames`.
 */
export function mentionAt(log: MeetingLog, { line, character }: Position): Target | undefined {
  if (line < 0 || line >= log.text.lineCount) return undefined;
  const { kind, textStart, textEnd } = log.text.read(line);
  if (kind === 'other' || character < textStart || character >= textEnd) return undefined;
  const part = textPartAt(log, { line, start: 0, end: textEnd });
  const { text, placeOf } = part;
  const at = offsetOf(part, character);
  if (at === undefined) return undefined;
  for (const isPart of [isOfNick, isWithinNick]) {
    const [start, end] = runAt(text, at, isPart);
    const nick = text.slice(start, end);
    if (nick && standsAlone(text, start, end) && isPerson(log, line, nick)) {
      return { kind: 'mention', place: placeOf(start, end), nick };
    }
  }
  return undefined;
}

/** The bounds of the run of characters of one kind around a position; empty if the character there is of another kind. */
function runAt(text: string, at: number, isPart: (text: string, at: number) => boolean): [start: number, end: number] {
  let [start, end] = [at, at];
  while (isPart(text, end)) end++;
  if (end > at) while (isPart(text, start - 1)) start--;
  return [start, end];
}

/** Like `isOfNick`, but without punctuation. */
function isWithinNick(text: string, at: number): boolean {
  return isWord(text, at) || (isOfNick(text, at) && isWord(text, at - 1) && isWord(text, at + 1));
}
