import type { TextEdit } from 'vscode-languageserver';
import { bareLength } from '../log/lineEnds.js';
import { chairsAt } from '../meeting/chairs.js';
import type { Event } from '../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt, stepsOfPart, textAt } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import type { Problem, ProblemCode } from '../meeting/problems/problemTable.js';
import { lastSpeakers, newcomer, slipsIn } from './assignable.js';
import { rangeOf } from './positions.js';

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
  'unknown-nick': (_log, problem) => replaceByMeant(problem),
  'indented-command': (_log, problem) => replaceByMeant(problem),
  'missing-endmeeting': endMeeting,
  'meeting-already-started': endMeetingBefore,
  'outside-meeting': startMeeting,
  'not-chair': makeChair,
  'bridged-command': sayAsOwner,
  'unassigned-action': assign,
  'invalid-link': makeLink,
  'nothing-to-undo': removeLine,
};

function replaceByMeant({ meant, ...place }: Problem): Fix[] {
  if (meant === undefined) return [];
  return [{ title: `Change to ${meant.trim()}`, edits: [{ range: rangeOf(place), newText: meant }], preferred: true }];
}

function endMeeting(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const chair = meeting && chairOf(meeting);
  if (!meeting || chair === undefined) return [];
  const edit = insertBelow(log, meeting.lastLine, said(log, meeting.lastLine, chair, meeting, '#endmeeting'));
  return [{ title: 'End the meeting on its last line', edits: [edit], preferred: true }];
}

function endMeetingBefore(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const chair = meeting && chairOf(meeting);
  if (chair === undefined) return [];
  const edit = insertAbove(log, line, said(log, line, chair, meeting, '#endmeeting'));
  return [{ title: 'End the running meeting before it', edits: [edit] }];
}

/** Only for the first command of a log without a meeting: elsewhere the meeting's bounds are known. */
function startMeeting(log: MeetingLog, { line }: Problem): Fix[] {
  if (log.meetings.length > 0) return [];
  const first = firstOutside(log);
  if (first?.line !== line) return [];
  return [
    {
      title: 'Start a meeting here',
      edits: [insertAbove(log, line, said(log, line, first.nick, undefined, '#startmeeting'))],
    },
  ];
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
  const edit = insertAbove(log, line, said(log, line, chair, meeting, `#chair ${nick}`));
  return [{ title: `Make ${nick} a chair before this line`, edits: [edit] }];
}

/** Someone whom the bot hears says what came through a bridge. */
function sayAsOwner(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const chair = meeting && chairOf(meeting);
  if (chair === undefined || event?.kind !== 'command') return [];
  const range = rangeOf({ line, start: 0, end: log.text.text(line).length });
  const newText = said(log, line, chair, meeting, event.said);
  return [{ title: `Change to a line by ${chair}`, edits: [{ range, newText }] }];
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
  return [
    ...slipsIn(log, meeting, problem).map(({ place, meant }) => ({
      title: `Change to ${meant}`,
      edits: [{ range: rangeOf(place), newText: meant }],
    })),
    ...[nick, ...lastSpeakers(log, meeting, line)].map((person) => ({
      title: `Assign to ${person}`,
      edits: [{ range: start, newText: `${person}: ` }],
    })),
    ...(word
      ? [
          {
            title: `Add ${word} to those present with #nick`,
            edits: [insertAbove(log, line, said(log, line, nick, meeting, `#nick ${word}`))],
          },
        ]
      : []),
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
  const isLast = line + 1 === log.text.lineCount;
  const range = isLast
    ? rangeOf({ line, start: 0, end: log.text.row(line).length })
    : { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return [{ title: 'Remove this line', edits: [{ range, newText: '' }], preferred: true }];
}

/**
 * A line in which someone says something, written as the log writes its lines: made from a nearby line, with its time. With
 * `meeting`, a line of the meeting's owner is preferred, so that the prefix is right.
 */
function said(log: MeetingLog, near: number, nick: string, meeting: Meeting | undefined, text: string): string {
  const model = meeting && nick === meeting.owner ? meeting.startLine : near;
  const row = log.text.text(model);
  const { timeStart, timeEnd, nickStart, nickEnd, textStart } = log.text.read(model);
  const time = log.text.read(near);
  return (
    row.slice(0, timeStart) +
    textAt(log, { line: near, start: time.timeStart, end: time.timeEnd }) +
    row.slice(timeEnd, nickStart) +
    nick +
    row.slice(nickEnd, textStart) +
    text
  );
}

function insertAbove(log: MeetingLog, line: number, text: string): TextEdit {
  const start = { line, character: 0 };
  return { range: { start, end: start }, newText: text + lineEnd(log) };
}

function insertBelow(log: MeetingLog, line: number, text: string): TextEdit {
  if (line + 1 < log.text.lineCount) return insertAbove(log, line + 1, text);
  const end = { line, character: log.text.text(line).length };
  return { range: { start: end, end }, newText: lineEnd(log) + text };
}

/** The line ending of the log's first line. */
function lineEnd(log: MeetingLog): string {
  const first = log.text.row(0);
  return first.slice(bareLength(first)) || '\n';
}
