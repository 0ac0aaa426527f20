import { isBotName } from '../../meeting/dialects/scribeBots.js';
import { named } from '../../meeting/listed.js';
import { type MeetingLog, meetingAt, textAt } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { allUnreadByScribePerl } from '../../meeting/problems/scribed/unreadRules.js';
import { removal, sayAbove, sayBelow } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { lastSpeakers, slipsIn } from './assignable.js';
import { assign } from './assignFixes.js';
import { type Fix, fix } from './fix.js';
import { completeCommand, removeLine } from './wordFixes.js';

/* Fixes of meetings with a scribe. */

export function isScribed(log: MeetingLog, { line }: Problem): boolean {
  return meetingAt(log, line)?.scribed !== undefined;
}

/** Adds the line that is missing. */
export function sayMissing(log: MeetingLog, { missing }: Problem): Fix[] {
  if (!missing) return [];
  const { nick, text, line, isBelow } = missing;
  const edit = isBelow ? sayBelow(log, line, nick, undefined, text) : sayAbove(log, line, nick, undefined, text);
  return fix(`Add the line “${named(text)}”`, [edit]);
}

/** Puts a backslash in front of a line, which makes it talk. */
export function escapeLine(log: MeetingLog, { line }: Problem): Fix[] {
  const { textStart } = log.text.read(line);
  const start = rangeOf({ line, start: textStart, end: textStart });
  return fix('Put a backslash in front, which makes the line talk', [{ range: start, newText: '\\' }]);
}

/** Rewrites a correction, or the one that it was to correct, or removes it. */
export function respell(log: MeetingLog, problem: Problem): Fix[] {
  const { meant } = problem;
  return [
    ...correctOther(log, problem),
    ...(meant === undefined ? [] : fix(`Change to ${named(meant)}`, [{ range: rangeOf(problem), newText: meant }])),
    ...removeLine(log, problem),
  ];
}

/** Does to another correction what corrections cannot: changes or removes it. */
function correctOther(log: MeetingLog, { line, instead, related: [other] = [] }: Problem): Fix[] {
  if (instead === undefined || !other) return [];
  if (instead === '') return fix('Remove both corrections', [removal(log, other.line), removal(log, line)]);
  const title = `Change the other correction to ${named(instead)}`;
  return fix(title, [{ range: rangeOf(other), newText: instead }, removal(log, line)]);
}

const dots = /^ *(?:\.\.+|…) */;

/** Names the speaker with whom a line of dots goes on, or joins it with what is above. */
export function goOnWithItem(log: MeetingLog, problem: Problem): Fix[] {
  const { line, related = [], meant } = problem;
  const [above] = related;
  const text = textAt(log, { line, start: problem.start, end: problem.end });
  const length = dots.exec(text)?.[0].length;
  if (!above || length === undefined) return [];
  const name = { range: rangeOf({ line, start: problem.start, end: problem.start + length }), newText: `${meant} ` };
  const end = { line: above.line, character: above.end };
  return [
    ...(meant === undefined ? [] : fix(`Change to ${named(meant)}`, [name])),
    ...fix('Join with the line above', [
      { range: { start: end, end }, newText: ` ${text.slice(length)}` },
      removal(log, line),
    ]),
  ];
}

/** Removes a label without text. */
export function removeEmpty(log: MeetingLog, problem: Problem): Fix[] {
  return isScribed(log, problem) ? removeLine(log, problem) : completeCommand(log, problem);
}

/** Assigns an action: to whom it misspells, to who gave it, or to who spoke last. */
export function assignScribed(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const meeting = meetingAt(log, line);
  if (!meeting?.scribed) return assign(log, problem);
  const start = rangeOf({ ...problem, end: problem.start });
  const slips = slipsIn(log, meeting, problem).map(({ place, meant }) =>
    fix(`Assign to ${meant}`, [{ range: rangeOf(place), newText: meant }]),
  );
  return [
    ...slips,
    ...peopleNear(log, line).map((one) => fix(`Assign to ${one}`, [{ range: start, newText: `${one} to ` }])),
  ].flat();
}

/** Who gave a line, and who spoke last above it. */
function peopleNear(log: MeetingLog, line: number): string[] {
  const meeting = meetingAt(log, line);
  if (!meeting) return [];
  return [log.text.read(line).nick, ...lastSpeakers(log, meeting, line)].filter((nick) => !isBotName(nick));
}

/** Makes a line that begins like an action one with a label and an owner, or makes it talk. */
export function correctOddAction(log: MeetingLog, problem: Problem): Fix[] {
  const { line, meant } = problem;
  if (meant === undefined) return escapeLine(log, problem);
  const range = rangeOf(problem);
  const owners = peopleNear(log, line);
  return [
    ...fix(`Change to ${meant.trim()}`, [{ range, newText: meant }]),
    ...owners.flatMap((one) => fix(`Assign to ${one}`, [{ range, newText: `${meant}${one} to ` }])),
    ...escapeLine(log, problem),
  ];
}

/** Joins a line that scribe.perl does not read with the message above, if it belongs to one, or removes it. */
export function joinUnread(log: MeetingLog, { line }: Problem): Fix[] {
  const all = allUnreadByScribePerl(log);
  const longer = all.filter((at) => goesOn(log, at));
  const joined = (lines: readonly number[]) => lines.map((at) => joining(log, at));
  return [
    ...(goesOn(log, line) ? fix('Join with the line above', joined([line])) : []),
    ...(longer.length > 1 ? fix(`Join all ${longer.length} such lines`, joined(longer), { isLong: true }) : []),
    ...removeLine(log, { line }),
  ];
}

/** Whether a line is a part of a message that begins above. */
function goesOn({ text }: MeetingLog, line: number): boolean {
  return line > 0 && text.read(line).kind === 'continuation';
}

function joining({ text }: MeetingLog, line: number) {
  const start = { line: line - 1, character: text.text(line - 1).trimEnd().length };
  return { range: { start, end: { line, character: text.text(line).search(/\S|$/) } }, newText: ' ' };
}
