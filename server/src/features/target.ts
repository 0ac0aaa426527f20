import type { Position } from 'vscode-languageserver';
import { offsetOf } from '../log/layouts/damage.js';
import type { Place } from '../log/place.js';
import { after, type Steps } from '../log/steps.js';
import type { Command } from '../meeting/dialects/dialect.js';
import { argumentOf, eventOn, type ReplyEvent, wordOf } from '../meeting/events.js';
import { isNameIn } from '../meeting/identity.js';
import { type MeetingLog, meetingAt, stepAt, partAt as textPartAt } from '../meeting/meetingLog.js';
import type { Item, Step, Vote } from '../meeting/model.js';
import { isWord } from '../meeting/nameFinder.js';
import { isOfNick, readingNames, standsAlone } from '../meeting/names.js';
import { firstNotAbove, lastUpTo } from '../meeting/sorted.js';
import { urlsIn } from '../minutes/escape/urls.js';
import { commandLikeAt, listedNameAt, type ScribedTarget, textAbout } from './scribe/scribeTarget.js';

/** Where a person is: in the column of those who speak, after a command, in a list of the bot, addressed, or mentioned. */
export type Role = 'speaker' | 'argument' | 'listed' | 'addressed' | 'mentioned';

/** What is at the cursor. All features about the cursor's place ask `targetAt`, so that they agree. */
export type Target =
  | { readonly kind: 'time'; readonly place: Place }
  | PersonTarget
  | CommandTarget
  | { readonly kind: 'option'; readonly place: Place; readonly vote: Vote; readonly option: string }
  | { readonly kind: 'link'; readonly place: Place; readonly url: string }
  | { readonly kind: 'item'; readonly place: Place; readonly item: Item }
  | { readonly kind: 'reply'; readonly place: Place; readonly event: ReplyEvent }
  | ScribedTarget;

export interface PersonTarget {
  readonly kind: 'person';
  readonly place: Place;
  /** As written there. */
  readonly name: string;
  readonly role: Role;
}

export interface CommandTarget {
  readonly kind: 'command';
  readonly place: Place;
  readonly step: Step;
  readonly command: Command;
}

/**
 * What the character behind a position belongs to; undefined for talk and outside of the log. Reads all nicks of the log the
 * first time, in small steps.
 */
export function* targetAt(log: MeetingLog, position: Position): Steps<Target | undefined> {
  return columnAt(log, position) ?? (yield* after(readingNames(log.text), () => textTargetAt(log, position)));
}

/** The same for a cursor, which may also be at the end of a word. */
export function* targetAtCursor(log: MeetingLog, position: Position): Steps<Target | undefined> {
  const before = { ...position, character: position.character - 1 };
  return (yield* targetAt(log, position)) ?? (yield* targetAt(log, before));
}

function holds({ start, end }: Place, character: number): boolean {
  return start <= character && character < end;
}

function isLine(log: MeetingLog, { line, character }: Position): boolean {
  return line >= 0 && line < log.text.lineCount && character >= 0;
}

/** The time or speaker that the character after a position belongs to. */
function columnAt(log: MeetingLog, position: Position): Target | undefined {
  if (!isLine(log, position)) return undefined;
  const { line, character } = position;
  const { timeStart, timeEnd, nickStart, nickEnd, nick } = log.text.read(line);
  const time = { line, start: timeStart, end: timeEnd };
  if (holds(time, character)) return { kind: 'time', place: time };
  const speaker = { line, start: nickStart, end: nickEnd };
  if (holds(speaker, character)) return { kind: 'person', place: speaker, name: nick, role: 'speaker' };
  return undefined;
}

/** What the character after a position belongs to in what is said. */
function textTargetAt(log: MeetingLog, position: Position): Target | undefined {
  if (!isLine(log, position)) return undefined;
  const { line, character } = position;
  const { kind, textStart, textEnd } = log.text.read(line);
  if (kind === 'other' || character < textStart || character >= textEnd) return undefined;
  const step = stepAt(log, line);
  return (
    commandAt(step, character) ??
    commandLikeAt(log, line, character) ??
    linkAt(log, { line, start: textStart, end: textEnd }, character) ??
    listedAt(log, line, character) ??
    personAt(log, position) ??
    optionAt(log, step, character) ??
    itemAt(log, line, character) ??
    replyAt(log, line) ??
    textAbout(log, line)
  );
}

function commandAt(step: Step | undefined, character: number): Target | undefined {
  if (step?.event.kind !== 'command' || !step.event.command) return undefined;
  const place = wordOf(step.event);
  return holds(place, character) ? { kind: 'command', place, step, command: step.event.command } : undefined;
}

function linkAt(log: MeetingLog, said: Place, character: number): Target | undefined {
  const { text, placeOf } = textPartAt(log, said);
  for (const { url, at } of urlsIn(text)) {
    const place = placeOf(at, at + url.length);
    if (holds(place, character)) return { kind: 'link', place, url };
  }
  return undefined;
}

/** Whether someone in the log is met by this name, ignoring case: someone seen in it, or named in this meeting. */
export function isPerson(log: MeetingLog, line: number, name: string): boolean {
  return meetingAt(log, line)?.named.has(name) === true || isNameIn(log.text, name);
}

/** Someone in a list of names, which may have spaces, or whose speech the scribe writes down. */
function listedAt(log: MeetingLog, line: number, character: number): PersonTarget | undefined {
  const found = listedNameAt(log, line, character);
  return found && { kind: 'person', ...found, role: 'argument' };
}

/** The person named by the word that the character after the cursor belongs to. */
function personAt(log: MeetingLog, { line, character }: Position): PersonTarget | undefined {
  const { textStart, textEnd } = log.text.read(line);
  const part = textPartAt(log, { line, start: 0, end: textEnd });
  const { text, placeOf } = part;
  const at = offsetOf(part, character);
  if (at === undefined) return undefined;
  for (const isPart of [isOfNick, isWithinNick]) {
    const [start, end] = runAt(text, at, isPart);
    const name = text.slice(start, end);
    if (name && standsAlone(text, start, end) && isPerson(log, line, name)) {
      const place = placeOf(start, end);
      return { kind: 'person', place, name, role: roleOf(log, place, text.slice(textStart, start)) };
    }
  }
  return undefined;
}

/** Where a named person is. `before` is what is said before the name. */
function roleOf(log: MeetingLog, { line, start }: Place, before: string): Role {
  if (replyOn(log, line)) return 'listed';
  const event = stepAt(log, line)?.event;
  const isNicks = event?.kind === 'command' && event.command?.argument === 'nicks';
  if (isNicks && start >= event.argumentStart) return 'argument';
  return before.endsWith('@') || addressOn(log, line)?.place.start === start ? 'addressed' : 'mentioned';
}

/**
 * The person to whom a line is addressed at its start: `ann: hi`, `@ann, hi`; undefined if there is none. A word such as
 * `Agenda:` is not a nick.
 */
export function addressOn(log: MeetingLog, line: number): PersonTarget | undefined {
  const { textStart: start, textEnd: end } = log.text.read(line);
  const { text, placeOf } = textPartAt(log, { line, start, end });
  const [, before = '', name] = /^(\s*@?)([^\s,:]+)[,:](?!\S)/.exec(text) ?? [];
  if (name === undefined || !isPerson(log, line, name)) return undefined;
  return { kind: 'person', place: placeOf(before.length, before.length + name.length), name, role: 'addressed' };
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

/** The option that a ballot chooses. */
function optionAt(log: MeetingLog, step: Step | undefined, character: number): Target | undefined {
  if (step?.event.kind !== 'command' || step.event.command?.effect !== 'castVote') return undefined;
  const { line } = step.event;
  const place = argumentOf(step.event);
  const vote = voteAt(log, line);
  const option = vote?.ballots.find((ballot) => ballot.line === line)?.option;
  return vote && option !== undefined && holds(place, character) ? { kind: 'option', place, vote, option } : undefined;
}

/** The vote of a meeting that was opened last on a line or above it; undefined if there was none. */
export function voteAt(log: MeetingLog, line: number): Vote | undefined {
  return lastUpTo(meetingAt(log, line)?.votes ?? [], line);
}

function itemAt(log: MeetingLog, line: number, character: number): Target | undefined {
  const item = lastUpTo(meetingAt(log, line)?.items ?? [], line);
  return item?.line === line && holds(item, character) ? { kind: 'item', place: item, item } : undefined;
}

/** What the bot of a meeting says about it, also just behind it. */
function replyAt(log: MeetingLog, line: number): Target | undefined {
  const event = replyOn(log, line);
  return event && { kind: 'reply', place: { line, start: event.start, end: event.end }, event };
}

/** What a bot says about a meeting on a line; undefined for all others, who may say the same. */
export function replyOn(log: MeetingLog, line: number): ReplyEvent | undefined {
  const near =
    meetingAt(log, line) ?? log.meetings[firstNotAbove(log.meetings, line, ({ startLine }) => startLine) - 1];
  const event = eventOn(log.text, line);
  return event?.kind === 'reply' && event.nick === near?.bot ? event : undefined;
}
