import { lastSpoken } from '../../log/facts/speakers.js';
import { secondsBetween } from '../../log/facts/timeline.js';
import { chairsAt } from '../../meeting/chairs.js';
import type { CommandEvent } from '../../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt, stepsOfPart } from '../../meeting/meetingLog.js';
import type { Meeting, Section } from '../../meeting/model.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { momentAt } from '../../meeting/replay/moment.js';
import { isRestart, mostSeconds, wordsOfEnd } from '../../meeting/restarts.js';
import { firstSectionAt, sectionAt } from '../../meeting/sections.js';
import { atTimeOf, insertBelow, lineEnd, removal, sayAbove, sayBelow, wordFor } from '../newLines.js';
import { type Fix, fix } from './fix.js';
import { removeLine } from './wordFixes.js';

/* Fixes of where meetings begin and end. */

/** The owner of a meeting, or if the log does not show who that is, a chair at a line; at the end by default. */
export function chairOf(meeting: Meeting, line?: number): string | undefined {
  return meeting.owner || chairsAt(meeting, line)[0];
}

export function endMeeting(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const chair = meeting && chairOf(meeting);
  const word = wordFor(log, 'end');
  if (!meeting || chair === undefined || word === undefined) return [];
  const edit = sayBelow(log, meeting.lastLine, chair, meeting, word);
  return fix('End the meeting on its last line', [edit], { preferred: true });
}

/**
 * Ends the running meeting above the command that starts another; those who give commands of chairs below stay chairs. If the new
 * one would be the old one started anew, the command was only a slip.
 */
export function endMeetingBefore(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const chair = meeting && chairOf(meeting, line);
  const word = wordFor(log, 'end');
  if (!meeting || event?.kind !== 'command') return [];
  if (chair === undefined || word === undefined || isSame(log, meeting, event)) return removeLine(log, { line });
  const section = sectionAt(log.sections, line);
  const chairs = section ? commanders(section, line, meeting.lastLine, event.nick) : [];
  return [
    ...fix('End the running meeting before it', [
      sayAbove(log, line, chair, meeting, word),
      ...makeChairs(log, event, chairs),
    ]),
    ...removeLine(log, { line }),
  ];
}

/** Whether a meeting that a command starts would be the one above anew. */
function isSame(log: MeetingLog, above: Meeting, { line, nick, argument, argumentStart, end }: CommandEvent): boolean {
  const title = argument.trim() === '' ? undefined : { line, start: argumentStart, end };
  const below = { ...above, startLine: line, owner: nick, title, items: [] };
  return isRestart(log.text, { ...above, endLine: line, lastLine: line }, below);
}

/** A line that makes people chairs of the meeting that a command starts; none if there is no one. */
function makeChairs(log: MeetingLog, { line, nick }: CommandEvent, chairs: readonly string[]) {
  const word = wordFor(log, 'chair');
  if (chairs.length === 0) return [];
  return [word === undefined ? undefined : sayBelow(log, line, nick, undefined, `${word} ${chairs.join(' ')}`)];
}

/** Who gives commands of chairs on the lines below one, except its author. */
function commanders({ parts }: Section, line: number, lastLine: number, nick: string): string[] {
  const found = new Set<string>();
  for (const event of commandsOf(parts, line + 1)) {
    if (event.line > lastLine) break;
    if (event.command?.rights === 'chair' && event.nick !== nick) found.add(event.nick);
  }
  return [...found];
}

function* commandsOf(parts: Section['parts'], from: number): Generator<CommandEvent> {
  for (const part of parts) {
    for (const { event } of stepsOfPart(part)) if (event.kind === 'command' && event.line >= from) yield event;
  }
}

/** Moves the end of the meeting above below a command, or starts a meeting for the first command outside. */
export function comeInside(log: MeetingLog, { line }: Problem): Fix[] {
  const event = stepAt(log, line)?.event;
  const index = firstSectionAt(log.sections, line + 1) - 1;
  const section = log.sections[index];
  if (!section || event?.kind !== 'command') return [];
  const neighbours = { above: log.sections[index - 1]?.meeting, below: log.sections[index + 1]?.meeting };
  if (event.command?.effect === 'end') return removeLine(log, { line });
  return [...moveEnd(log, section, neighbours.above, line), ...startMeeting(log, section, neighbours, event)];
}

/** Only soon after the end, and if all commands down to the line would count. */
function moveEnd(log: MeetingLog, { start, parts }: Section, above: Meeting | undefined, line: number): Fix[] {
  const { endLine } = above ?? {};
  if (!above || endLine === undefined) return [];
  const pause = secondsBetween(log.text, endLine, line);
  if (pause === undefined || pause > mostSeconds) return [];
  const { isChair } = momentAt(log, endLine);
  for (const { command, nick, line: at } of commandsOf(parts, start)) {
    if (at > line) break;
    if (!command || command.effect === 'end' || (command.rights === 'chair' && !isChair(nick))) return [];
  }
  const moved = [endLine, ...wordsOfEnd(log.text, above)];
  const rows = moved.map((one) => atTimeOf(log, one, line)).join(lineEnd(log));
  return fix('Move the end of the meeting below this line', [
    // First, since it may be where a removed line begins.
    insertBelow(log, line, rows),
    ...moved.map((one) => removal(log, one)),
  ]);
}

interface Neighbours {
  readonly above: Meeting | undefined;
  readonly below: Meeting | undefined;
}

/** Only for the first command between two meetings, and if the new one would not be one of these started anew. */
function startMeeting(log: MeetingLog, section: Section, { above, below }: Neighbours, event: CommandEvent): Fix[] {
  const { line, nick } = event;
  const { value: first } = commandsOf(section.parts, section.start).next();
  const [start, end] = [wordFor(log, 'start'), wordFor(log, 'end')];
  if (first?.line !== line || start === undefined || end === undefined) return [];
  const last = lastSpoken(log.text, line, section.end);
  const untitled = { startLine: line, endLine: last, lastLine: last, owner: nick, title: undefined, items: [] };
  const isAnew = [above && { ...above, ...untitled }, below && { ...below, ...untitled }];
  if (above && isAnew[0] && isRestart(log.text, above, isAnew[0])) return [];
  if (below && isAnew[1] && isRestart(log.text, isAnew[1], below)) return [];
  const chairs = commanders(section, line, last, nick);
  const isEnded = Array.from(commandsOf(section.parts, line)).some(
    ({ command, nick: by }) => command?.effect === 'end' && (by === nick || chairs.includes(by)),
  );
  const word = wordFor(log, 'chair');
  const rows = [start, ...(chairs.length > 0 && word !== undefined ? [`${word} ${chairs.join(' ')}`] : [])];
  return fix('Start a meeting here', [
    ...rows.map((row) => sayAbove(log, line, nick, undefined, row)),
    ...(isEnded ? [] : [sayBelow(log, last, nick, undefined, end)]),
  ]);
}

/** Above the bot's greeting, if that says whose meeting it is; the title is to be typed. */
export function addStart(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const word = wordFor(log, 'start');
  if (!meeting?.owner || word === undefined) return [];
  const edit = sayAbove(log, meeting.startLine, meeting.owner, undefined, word);
  const snippet = edit && { ...edit, snippet: edit.newText.replace(/(\r?\n|\r)$/, ' $0$1') };
  return fix(`Add the ${word} above it`, [snippet]);
}
