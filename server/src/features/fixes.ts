import type { TextEdit } from 'vscode-languageserver';
import { chairsAt } from '../meeting/chairs.js';
import type { Event } from '../meeting/events.js';
import { named } from '../meeting/listed.js';
import { type MeetingLog, meetingAt, stepAt, stepsOfPart, textAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import type { Problem, ProblemCode } from '../meeting/problems/problemTable.js';
import { lastSpeakers, newcomer, slipsIn } from './assignable.js';
import { joinWithAbove } from './joinFix.js';
import { removal, sayAbove, sayBelow, sayInstead } from './newLines.js';
import { rangeOf } from './positions.js';
import { reverseLines } from './reverseFix.js';

/** A way to repair a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is most likely the right one. */
  readonly preferred?: true;
}

/** The fixes for a problem, most likely first; none if a person has to decide what was meant. */
export function fixesOf(log: MeetingLog, problem: Problem): Fix[] {
  return fixes[problem.code]?.(log, problem) ?? [];
}

const fixes: Partial<Record<ProblemCode, (log: MeetingLog, problem: Problem) => Fix[]>> = {
  'unknown-command': (_log, problem) => replaceByMeant(problem),
  'misplaced-command': sayFirst,
  'unrecognized-command': (_log, problem) => replaceByMeant(problem),
  'glued-command': (_log, problem) => replaceByMeant(problem),
  'unknown-nick': (_log, problem) => replaceByMeant(problem),
  'indented-command': (_log, problem) => replaceByMeant(problem),
  'restarted-meeting': (log, { line }) => joinWithAbove(log, line),
  'missing-endmeeting': endMeeting,
  'meeting-already-started': endMeetingBefore,
  'outside-meeting': startMeeting,
  'not-chair': makeChair,
  'bridged-command': sayAsOwner,
  'unread-line': joinAbove,
  'reversed-log': reverseLines,
  'unassigned-action': assign,
  'invalid-link': makeLink,
  'nothing-to-undo': removeLine,
};

function replaceByMeant({ meant, ...place }: Problem): Fix[] {
  if (meant === undefined) return [];
  const title = `Change to ${named(meant.trim())}`;
  return [{ title, edits: [{ range: rangeOf(place), newText: meant }], preferred: true }];
}

/** Takes away what precedes a command, or makes a `/me` action a message. */
function sayFirst(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const { kind, nick, textStart, textEnd } = log.text.read(line);
  if (kind !== 'action') return replaceByMeant(problem);
  const meeting = meetingAt(log, line);
  const text = textAt(log, { line, start: textStart, end: textEnd }).trim();
  const edit = sayInstead(log, line, nick, meeting, text);
  return edit ? [{ title: 'Change to a message', edits: [edit], preferred: true }] : [];
}

function endMeeting(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const chair = meeting && chairOf(meeting);
  if (!meeting || chair === undefined) return [];
  const edit = sayBelow(log, meeting.lastLine, chair, meeting, '#endmeeting');
  if (!edit) return [];
  return [{ title: 'End the meeting on its last line', edits: [edit], preferred: true }];
}

function endMeetingBefore(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const chair = meeting && chairOf(meeting);
  if (chair === undefined) return [];
  const edit = sayAbove(log, line, chair, meeting, '#endmeeting');
  if (!edit) return [];
  return [{ title: 'End the running meeting before it', edits: [edit] }];
}

/** Only for the first command of a log without a meeting: elsewhere the meeting's bounds are known. */
function startMeeting(log: MeetingLog, { line }: Problem): Fix[] {
  if (log.meetings.length > 0) return [];
  const first = firstOutside(log);
  if (first?.line !== line) return [];
  const edit = sayAbove(log, line, first.nick, undefined, '#startmeeting');
  return edit ? [{ title: 'Start a meeting here', edits: [edit] }] : [];
}

function firstOutside({ sections }: MeetingLog): Event | undefined {
  for (const { parts } of sections) {
    for (const part of parts) {
      const step = stepsOfPart(part).find(({ ignored }) => ignored === 'outside-meeting');
      if (step) return step.event;
    }
  }
  return undefined;
}

/** The owner of a meeting, or if the log does not show who that is, a chair. */
function chairOf(meeting: Meeting): string | undefined {
  return meeting.owner || chairsAt(meeting)[0];
}

function makeChair(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const nick = log.text.read(line).nick;
  const chair = meeting && chairOf(meeting);
  if (chair === undefined) return [];
  const edit = sayAbove(log, line, chair, meeting, `#chair ${nick}`);
  if (!edit) return [];
  return [{ title: `Make ${nick} a chair before this line`, edits: [edit] }];
}

/** The line becomes the end of the line above. */
function joinAbove(log: MeetingLog, { line }: Problem): Fix[] {
  const above = log.text.text(line - 1);
  const start = { line: line - 1, character: above.trimEnd().length };
  const blanks = /^\s*/.exec(log.text.text(line))?.[0].length ?? 0;
  const edits = [{ range: { start, end: { line, character: blanks } }, newText: ' ' }];
  return [{ title: 'Join with the line above', edits, preferred: true }];
}

/** Someone whom the bot hears says what came through a bridge. */
function sayAsOwner(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const chair = meeting && chairOf(meeting);
  if (chair === undefined || event?.kind !== 'command') return [];
  const edit = sayInstead(log, line, chair, meeting, event.said);
  return edit ? [{ title: `Change to a line by ${chair}`, edits: [edit] }] : [];
}

/**
 * Assigns the action to someone present: whose nick it misspells, who recorded it, or who spoke last. Someone absent is added
 * with `#nick`, as MeetBot's manual advises.
 */
function assign(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const nick = log.text.read(line).nick;
  const meeting = meetingAt(log, line);
  if (!meeting) return [];
  const start = rangeOf({ ...problem, end: problem.start });
  const word = newcomer(log, problem);
  const added = word && sayAbove(log, line, nick, meeting, `#nick ${word}`);
  return [
    ...slipsIn(log, meeting, problem).map(({ place, meant }) => ({
      title: `Change to ${meant}`,
      edits: [{ range: rangeOf(place), newText: meant }],
    })),
    ...[nick, ...lastSpeakers(log, meeting, line)].map((person) => ({
      title: `Assign to ${person}`,
      edits: [{ range: start, newText: `${person}: ` }],
    })),
    ...(added ? [{ title: `Add ${word} to those present with #nick`, edits: [added] }] : []),
  ];
}

function makeLink(log: MeetingLog, problem: Problem): Fix[] {
  const first = textAt(log, problem).split(' ', 1)[0] ?? '';
  const step = stepAt(log, problem.line);
  const start = rangeOf({ ...problem, end: problem.start });
  const schemes = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(first) ? ['https', 'http'] : [];
  return [
    ...schemes.map((scheme) => ({
      title: `Change to ${scheme}://${first}`,
      edits: [{ range: start, newText: `${scheme}://` }],
    })),
    ...(step?.event.kind === 'command'
      ? [
          {
            title: 'Change to #info',
            edits: [{ range: rangeOf({ ...step.event, end: step.event.wordEnd }), newText: '#info' }],
          },
        ]
      : []),
  ];
}

function removeLine(log: MeetingLog, { line }: Problem): Fix[] {
  return [{ title: 'Remove this line', edits: [removal(log, line)], preferred: true }];
}
