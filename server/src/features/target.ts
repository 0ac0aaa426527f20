import type { Position } from 'vscode-languageserver';
import type { Place } from '../log/place.js';
import type { Command } from '../meeting/dialects/dialect.js';
import { wordOf } from '../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt, textAt } from '../meeting/meetingLog.js';
import type { Step } from '../meeting/model.js';
import { isWord } from '../meeting/nameFinder.js';
import { isNameIn, isOfNick, standsAlone } from '../meeting/names.js';

/** What is under a cursor: a time, who speaks, a command, or a person who is mentioned. */
export type Target =
  | { readonly kind: 'time'; readonly place: Place }
  | { readonly kind: 'nick' | 'mention'; readonly place: Place; readonly nick: string }
  | { readonly kind: 'command'; readonly place: Place; readonly step: Step; readonly command: Command };

/** What is known of a line without a look at others. */
export type Part = Exclude<Target, { kind: 'mention' }>;

/** The time, the speaker or the command that the character behind a cursor belongs to. */
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

/** Whether a person of the log has this nick, in whatever case: someone who is seen in it, or was named in this meeting. */
export function isPerson(log: MeetingLog, line: number, nick: string): boolean {
  return meetingAt(log, line)?.named.has(nick) === true || isNameIn(log.text, nick);
}

/**
 * The person who is mentioned by the word that the character behind a cursor belongs to. To know who is one takes all lines of the
 * log: see `readingNames`.
 */
export function mentionAt(log: MeetingLog, { line, character }: Position): Target | undefined {
  if (line < 0 || line >= log.text.lineCount) return undefined;
  const { kind, textStart, textEnd } = log.text.read(line);
  if (kind === 'other' || character < textStart || character >= textEnd) return undefined;
  const text = textAt(log, { line, start: 0, end: textEnd });
  for (const isPart of [isOfNick, isWithinNick]) {
    const [start, end] = runAt(text, character, isPart);
    const nick = text.slice(start, end);
    if (nick && standsAlone(text, start, end) && isPerson(log, line, nick)) {
      return { kind: 'mention', place: { line, start, end }, nick };
    }
  }
  return undefined;
}

/** Where the characters of a kind begin and end that are around a place of a text; nowhere, where that one is of no such kind. */
function runAt(text: string, at: number, isPart: (text: string, at: number) => boolean): [start: number, end: number] {
  let [start, end] = [at, at];
  while (isPart(text, end)) end++;
  if (end > at) while (isPart(text, start - 1)) start--;
  return [start, end];
}

/** The same as `isOfNick` without the signs that are the sentence's. */
function isWithinNick(text: string, at: number): boolean {
  return isWord(text, at) || (isOfNick(text, at) && isWord(text, at - 1) && isWord(text, at + 1));
}
