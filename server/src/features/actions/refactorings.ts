import type { Range } from 'vscode-languageserver';
import { isSpoken } from '../../log/logLine.js';
import { argumentOf, wordOf } from '../../meeting/events.js';
import { itemTypes } from '../../meeting/itemTypes.js';
import { type MeetingLog, partAt, stepAt } from '../../meeting/meetingLog.js';
import type { Meeting } from '../../meeting/model.js';
import { presentAt } from '../../meeting/present.js';
import { momentAt } from '../../meeting/replay/moment.js';
import { runningAt } from '../../meeting/runningAt.js';
import { sayAbove, sayBelow, sayInstead } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { lastSpeakers } from './assignable.js';
import { chairOf } from './boundaryFixes.js';
import { type Fix, fix } from './fix.js';
import { type KnownCommand, knownCommandOn, recordingsOf, saidOn } from './recordable.js';
import { named, type Refactoring, titleFrom, withPlaceholder } from './refactoring.js';
import { scribedRefactorings } from './scribeRefactorings.js';

/* What can be done with lines that are no problem: the record of a meeting is completed, not repaired. */

/** The refactorings of a line, or of a selected run of lines. */
export function refactorings(log: MeetingLog, range: Range): Refactoring[] {
  const line = range.start.line;
  if (line < 0 || line >= log.text.lineCount) return [];
  // A selection of whole lines ends before the next one.
  const isWhole = range.end.character === 0 && range.end.line > line;
  const last = Math.min(isWhole ? range.end.line - 1 : range.end.line, log.text.lineCount - 1);
  if (log.rules.isScribed) return scribedRefactorings(log, line, last);
  return last > line ? named('topic', makeTopic(log, line, last)) : ofLine(log, line);
}

function ofLine(log: MeetingLog, line: number): Refactoring[] {
  const meeting = runningAt(log, line);
  const read = log.text.read(line);
  if (!meeting || !isSpoken(read) || read.nick === '' || read.nick === meeting.bot) return [];
  const known = knownCommandOn(log, line);
  if (!known) return named('record', recordAs(log, line, meeting));
  return [...named('assign', assignTo(log, line, meeting, known)), ...named('change', changeKind(log, line, known))];
}

/** In place if its speaker may give the command there, or else as a line by a chair below. */
function recordAs(log: MeetingLog, line: number, meeting: Meeting): Fix[] {
  const { kind, nick, textStart } = log.text.read(line);
  const place = saidOn(log, line);
  const event = stepAt(log, line)?.event;
  // A ballot would no longer count.
  if (!place || event?.kind === 'remark') return [];
  // Bots ignore commands in a `/me`, whose text is about its author.
  const text = kind === 'action' ? `${nick} ${place.text}` : place.text;
  const moment = momentAt(log, line);
  return recordingsOf(log, text).flatMap(({ command, word }) => {
    if (command.effect === 'LINK' && event?.kind === 'link') return [];
    const title = `Record as ${word}`;
    if (!moment.obeys(command)) return recordBelow(log, line, meeting, title, `${word} ${text}`);
    if (kind === 'action') return fix(title, [sayInstead(log, line, nick, meeting, `${word} ${text}`)]);
    return fix(title, [{ range: rangeOf({ line, start: textStart, end: place.start }), newText: `${word} ` }]);
  });
}

function recordBelow(log: MeetingLog, line: number, meeting: Meeting, title: string, text: string): Fix[] {
  const chair = chairOf(meeting, line);
  return chair === undefined ? [] : fix(title, [sayBelow(log, line, chair, meeting, text)]);
}

/** Makes an item one of another type, if its author may record that. */
function changeKind(log: MeetingLog, line: number, { event, command }: KnownCommand): Fix[] {
  if (!(command.effect in itemTypes) || event.argument.trim() === '') return [];
  const moment = momentAt(log, line);
  return recordingsOf(log, event.argument)
    .filter((other) => other.command.effect !== command.effect && moment.obeys(other.command))
    .flatMap(({ word }) => fix(`Change to ${word}`, [{ range: rangeOf(wordOf(event)), newText: word }]));
}

/** The most people whom an action can be assigned to. */
const mostPeople = 5;

/** Assigns an action to those who spoke last: to them alone if it begins with a name, or else to them, too. */
function assignTo(log: MeetingLog, line: number, meeting: Meeting, { event, command }: KnownCommand): Fix[] {
  if (command.effect !== 'ACTION' || event.argument.trim() === '') return [];
  const { names } = presentAt(log, meeting);
  const { text, placeOf } = partAt(log, argumentOf(event));
  const assigned = names.find(text);
  const [, at = '', name = ''] = /^(@?)([^\s,:;]+)[,:;]?(?!\S)/.exec(text) ?? [];
  const isNamed = assigned.has(names.meant(name) ?? '');
  const range = rangeOf(isNamed ? placeOf(at.length, at.length + name.length) : placeOf(0, 0));
  return [event.nick, ...lastSpeakers(log, meeting, line, mostPeople)]
    .filter((person) => !assigned.has(person))
    .slice(0, mostPeople)
    .flatMap((person) => fix(`Assign to ${person}`, [{ range, newText: isNamed ? person : `${person}: ` }]));
}

/** The most lines of a selection that are searched for someone who speaks. */
const mostSearched = 100;

/** A topic above a run of lines, by the first who speaks there if they may, or else by a chair. */
function makeTopic(log: MeetingLog, first: number, last: number): Fix[] {
  const line = firstSpoken(log, first, Math.min(last, first + mostSearched));
  const meeting = line === undefined ? undefined : runningAt(log, line);
  const topic = log.dialect.commands.find(({ effect }) => effect === 'TOPIC');
  if (line === undefined || !meeting || !topic) return [];
  const { nick } = log.text.read(line);
  const chair = nick !== meeting.bot && momentAt(log, line).obeys(topic) ? nick : chairOf(meeting, line);
  if (chair === undefined) return [];
  const text = titleFrom(knownCommandOn(log, line)?.event.argument ?? saidOn(log, line)?.text ?? '') || 'New topic';
  const edit = sayAbove(log, line, chair, meeting, `${topic.words[0]} ${text}`);
  return fix('Make this a topic', [edit && withPlaceholder(edit, text)]);
}

function firstSpoken({ text }: MeetingLog, first: number, last: number): number | undefined {
  for (let line = first; line <= last; line++) if (isSpoken(text.read(line))) return line;
  return undefined;
}
