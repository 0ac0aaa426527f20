import { isBotName } from '../../meeting/dialects/scribeBots.js';
import { named } from '../../meeting/listed.js';
import { type MeetingLog, meetingAt, textAt } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
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

/** Rewrites a correction, or removes it. */
export function respell(log: MeetingLog, problem: Problem): Fix[] {
  const { meant } = problem;
  return [
    ...(meant === undefined ? [] : fix(`Change to ${named(meant)}`, [{ range: rangeOf(problem), newText: meant }])),
    ...removeLine(log, problem),
  ];
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
  const people = [log.text.read(line).nick, ...lastSpeakers(log, meeting, line)].filter((nick) => !isBotName(nick));
  return [...slips, ...people.map((one) => fix(`Assign to ${one}`, [{ range: start, newText: `${one} to ` }]))].flat();
}
