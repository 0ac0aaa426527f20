import type { TextEdit } from 'vscode-languageserver';
import { type MeetingLog, meetingAt } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { sayAbove, wordFor } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { lastSpeakers, newcomer, slipsIn } from './assignable.js';
import { type Fix, fix } from './fix.js';

/**
 * Assigns an action to someone present: whose nick it misspells, who recorded it, or who spoke last. Someone absent is added with
 * `#nick`, as MeetBot's manual advises.
 */
export function assign(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const { nick } = log.text.read(line);
  const meeting = meetingAt(log, line);
  if (!meeting) return [];
  const start = rangeOf({ ...problem, end: problem.start });
  const found = new Map<string, TextEdit>();
  for (const { place, meant } of slipsIn(log, meeting, problem)) {
    if (!found.has(meant)) found.set(meant, { range: rangeOf(place), newText: meant });
  }
  for (const person of [nick, ...lastSpeakers(log, meeting, line)]) {
    if (!found.has(person))
      found.set(person, { range: start, newText: `${person}${log.rules.isScribed ? ' to ' : ': '}` });
  }
  const name = newcomer(log, problem);
  const word = wordFor(log, 'nick');
  return [
    ...Array.from(found, ([person, edit]) => fix(`Assign to ${person}`, [edit])).flat(),
    ...(name !== undefined && word !== undefined
      ? fix(`Add ${name} to those present with ${word}`, [sayAbove(log, line, nick, meeting, `${word} ${name}`)])
      : []),
  ];
}
