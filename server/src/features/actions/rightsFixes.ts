import type { Effect } from '../../meeting/dialects/dialect.js';
import type { ReplyEvent } from '../../meeting/events.js';
import { listed, named } from '../../meeting/listed.js';
import { type MeetingLog, meetingAt, partAt, partsOf, stepAt, textAt } from '../../meeting/meetingLog.js';
import type { Meeting, OtherChairs, Place } from '../../meeting/model.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { movedBy } from '../../meeting/sections.js';
import { removal, sayAbove, sayInstead, wordFor } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { chairOf } from './boundaryFixes.js';
import { type Fix, fix } from './fix.js';
import { replaceByMeant } from './wordFixes.js';

/* Fixes of who may give commands. */

/** Makes the author a chair, unless the bot lists the chairs below, without the author; or a chair gives the command. */
export function makeChair(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const meeting = meetingAt(log, line);
  const { nick } = log.text.read(line);
  const chair = meeting && chairOf(meeting, line);
  const word = wordFor(log, 'chair');
  if (!meeting || chair === undefined) return [];
  const isListed = meeting.bot !== undefined && listsBelow(log, meeting, line).length > 0;
  return [
    ...(word === undefined || isListed
      ? []
      : fix(`Make ${nick} a chair before this line`, [sayAbove(log, line, chair, meeting, `${word} ${nick}`)])),
    ...sayAsChair(log, problem),
  ];
}

/** A chair, whom the bot hears, says what someone else said. */
export function sayAsChair(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const chair = meeting && chairOf(meeting, line);
  if (chair === undefined || event?.kind !== 'command') return [];
  return fix(`Change to a line by ${chair}`, [sayInstead(log, line, chair, meeting, event.said)]);
}

/**
 * The nick that was meant, also in the lists of chairs that the bot prints below. Not if these have that nick already: then the
 * bot did what was meant, or did not.
 */
export function correctNick(log: MeetingLog, problem: Problem): Fix[] {
  const { line, meant, start, end } = problem;
  const meeting = meetingAt(log, line);
  if (!meeting || meant === undefined || meeting.bot === undefined) return replaceByMeant(log, problem);
  const wrong = textAt(log, { line, start, end });
  const lists = listsBelow(log, meeting, line);
  const isUnchair = wordIs(log, line, 'unchair');
  if (lists.some(({ nicks }) => nicks.includes(meant) && (isUnchair || nicks.includes(wrong)))) return [];
  const places = lists.flatMap(({ event, nicks }) => (nicks.includes(wrong) ? placesOf(log, event, wrong) : []));
  const edits = [{ line, start, end }, ...places].map((place) => ({ range: rangeOf(place), newText: meant }));
  return fix(`Change to ${named(meant)}`, edits, { preferred: true });
}

function wordIs(log: MeetingLog, line: number, effect: Effect): boolean {
  const event = stepAt(log, line)?.event;
  return event?.kind === 'command' && event.command?.effect === effect;
}

function placesOf(log: MeetingLog, list: Place, nick: string): Place[] {
  const { text, placeOf } = partAt(log, list);
  return [...text.matchAll(/[^\s,]+/g)]
    .filter(([word]) => word === nick)
    .map(({ index }) => placeOf(index, index + nick.length));
}

interface ChairList {
  readonly event: ReplyEvent;
  readonly nicks: readonly string[];
}

/** The bot's lists of chairs below a line of a meeting. */
function listsBelow(log: MeetingLog, meeting: Meeting, line: number): ChairList[] {
  return partsOf(log, meeting).flatMap(({ start, stretch: { steps } }) => {
    // Steps are in order, and most parts are above the line.
    if ((steps.at(-1)?.event.line ?? 0) + start <= line) return [];
    return steps.flatMap(({ event }) =>
      event.line + start > line && event.kind === 'reply' && event.reply.kind === 'chairs'
        ? [{ event: movedBy(event, start), nicks: event.reply.nicks }]
        : [],
    );
  });
}

/** The command that the bot refused, and its refusal, which would otherwise be about the command above. */
export function removeRefused(log: MeetingLog, { line }: Problem): Fix[] {
  const step = stepAt(log, line);
  if (!step?.refusal) return [];
  return fix('Remove this line and the refusal', [removal(log, line), removal(log, line + step.refusal.below)]);
}

/** The most nicks in one command. */
const mostNicks = 20;

/**
 * Commands of the owner that lead to the bot's list of chairs, above it. Not if the bot names another owner, and not if someone
 * would lose the rights for commands below.
 */
export function takeListedChairs(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const step = stepAt(log, line);
  if (!meeting?.owner || step?.event.kind !== 'reply' || step.event.reply.kind !== 'chairs' || !step.otherChairs)
    return [];
  const { missing, added } = step.otherChairs;
  if (missing.length + added.length > mostNicks || needsRights(log, meeting, line, missing)) return [];
  const commands = commandsFor(log, step.otherChairs);
  if (commands === undefined || missing.includes(meeting.owner)) return [];
  return fix(
    `Take the bot's list: ${listed(commands)}`,
    commands.map((command) => sayAbove(log, line, meeting.owner, meeting, command)),
  );
}

function commandsFor(log: MeetingLog, { missing, added }: OtherChairs): string[] | undefined {
  const [chair, unchair] = [wordFor(log, 'chair'), wordFor(log, 'unchair')];
  if ((added.length > 0 && chair === undefined) || (missing.length > 0 && unchair === undefined)) return undefined;
  return [
    ...(added.length > 0 ? [`${chair} ${added.join(' ')}`] : []),
    ...(missing.length > 0 ? [`${unchair} ${missing.join(' ')}`] : []),
  ];
}

/** Whether any of some people gives a command of chairs below a line, or is listed by the bot. */
function needsRights(log: MeetingLog, meeting: Meeting, line: number, nicks: readonly string[]): boolean {
  if (nicks.length === 0) return false;
  if (listsBelow(log, meeting, line).some((list) => nicks.some((nick) => list.nicks.includes(nick)))) return true;
  return partsOf(log, meeting).some(({ start, stretch: { steps } }) =>
    steps.some(
      ({ event }) =>
        event.line + start > line &&
        event.kind === 'command' &&
        event.command?.rights === 'chair' &&
        nicks.includes(event.nick),
    ),
  );
}
