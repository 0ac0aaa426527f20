import type { Location, Position } from 'vscode-languageserver';
import { firstSpoken } from '../log/facts/speakers.js';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import type { Effect, Reply } from '../meeting/dialects/dialect.js';
import { argumentOf, type CommandEvent, wordOf } from '../meeting/events.js';
import { type MeetingLog, meetingAt, partAt, stepAt } from '../meeting/meetingLog.js';
import { nicksWithin } from '../meeting/nickLists.js';
import { reach } from '../meeting/replay/answers.js';
import { scribedLine } from '../meeting/scribe/scribedLine.js';
import type { LogProject } from '../workspace/logProject.js';
import { counterpart } from './counterparts.js';
import { personAt } from './person.js';
import { rangeOf } from './positions.js';
import { correctedBy, scribedDefinition } from './scribe/scribeLinks.js';
import { namesOn } from './scribe/scribeTarget.js';
import { type CommandTarget, type PersonTarget, replyOn, type Target, targetAtCursor } from './target.js';

/**
 * Where what is at the cursor comes from: the first line of a person in the meeting, the start of what a command closes, the item
 * that `#undo` took back, the command that a bot answers, the line that a correction changes, and the correction of a line. Null
 * elsewhere.
 */
export function* definition(
  log: MeetingLog,
  uri: string,
  position: Position,
  project?: LogProject,
): Steps<Location | null> {
  const target = yield* targetAtCursor(log, position);
  const place = target && definitionOf(log, target, project);
  return place ? { uri, range: rangeOf(place) } : null;
}

/** The same for a target. */
export function definitionOf(log: MeetingLog, target: Target, project?: LogProject): Place | undefined {
  switch (target.kind) {
    case 'person':
      return (target.role === 'listed' ? namedInAnswered(log, target) : undefined) ?? firstPlace(log, target, project);
    case 'command':
      return openedBy(log, target);
    case 'option':
      return wordAt(log, target.vote.line);
    case 'reply':
      return answered(log, target.place.line, target.event.reply);
    case 'scribed':
      return scribedDefinition(log, target);
    case 'item':
      return correctedBy(log, target.place.line)[0];
    default:
      return undefined;
  }
}

function openedBy(log: MeetingLog, target: CommandTarget): Place | undefined {
  const { command, place } = target;
  const meeting = meetingAt(log, place.line);
  if (command.effect === 'end' || command.effect === 'closeVote') return counterpart(log, target);
  return command.effect === 'undo' ? meeting?.undone.find(({ line }) => line === place.line)?.item : undefined;
}

/** The first line on which someone speaks in the meeting, or the whole log outside of one, or else where they were named. */
function firstPlace(log: MeetingLog, target: PersonTarget, project?: LogProject): Place | undefined {
  const { nicks } = personAt(log, target, project);
  const meeting = meetingAt(log, target.place.line);
  const spoken = firstSpoken(log.text, nicks, meeting?.startLine ?? 0, meeting?.lastLine ?? log.text.lineCount - 1);
  if (spoken !== undefined) return columnOf(log, spoken);
  const named = nicks.flatMap((nick) => meeting?.named.get(nick) ?? []);
  return meeting && named.length > 0 ? nickOn(log, meeting.startLine + Math.min(...named), nicks) : undefined;
}

/** Where a line shows who speaks, or all of what is said if it does not. */
function columnOf({ text }: MeetingLog, line: number): Place {
  const { nickStart, nickEnd, textStart, textEnd } = text.read(line);
  return nickEnd > nickStart ? { line, start: nickStart, end: nickEnd } : { line, start: textStart, end: textEnd };
}

/** Where the command that a list answers names someone. */
function namedInAnswered(log: MeetingLog, target: PersonTarget): Place | undefined {
  const { line } = target.place;
  const reply = replyOn(log, line)?.reply;
  const command = reply && answered(log, line, reply);
  return command && nickOn(log, command.line, [target.name]);
}

/** The place of one of some nicks after the command on a line. */
function nickOn(log: MeetingLog, line: number, nicks: readonly string[]): Place | undefined {
  const called = new Set(nicks.map((nick) => nick.toLowerCase()));
  const scribed = scribedLine(log, line);
  if (scribed) return namesOn(log, line, scribed).find(({ name }) => called.has(name.toLowerCase()))?.place;
  const event = commandOn(log, line);
  if (!event) return undefined;
  const { text, placeOf } = partAt(log, argumentOf(event));
  for (const { nick, at } of nicksWithin(text)) {
    if (called.has(nick.toLowerCase())) return placeOf(at, at + nick.length);
  }
  return undefined;
}

/** The effects of the commands that a reply may answer. */
const answeredEffects: Partial<Readonly<Record<Reply['kind'], readonly Effect[]>>> = {
  started: ['start'],
  owner: ['start'],
  chairs: ['chair', 'unchair', 'start'],
  name: ['name', 'title', 'start'],
  ended: ['end'],
  other: ['start'],
  result: ['closeVote', 'castVote'],
};

/** The word of the nearest command above a reply that it may answer. */
function answered(log: MeetingLog, line: number, reply: Reply): Place | undefined {
  const effects = reply.kind === 'refused' ? reply.effects : answeredEffects[reply.kind];
  for (let at = line - 1; at >= Math.max(0, line - reach); at--) {
    const event = commandOn(log, at);
    if (!event) continue;
    const isNamed = reply.kind !== 'refused' || reply.word === undefined || isSameWord(event.word, reply.word);
    if (isNamed && (effects?.includes(event.command?.effect ?? 'none') ?? reply.kind === 'refused'))
      return wordOf(event);
  }
  return undefined;
}

function isSameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function commandOn(log: MeetingLog, line: number): CommandEvent | undefined {
  const event = stepAt(log, line)?.event;
  return event?.kind === 'command' ? event : undefined;
}

/** The word of the command on a line. */
function wordAt(log: MeetingLog, line: number): Place | undefined {
  const event = commandOn(log, line);
  return event && wordOf(event);
}
