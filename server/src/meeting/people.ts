import { speakers } from '../log/facts/speakers.js';
import { perMeeting } from './meetingLog.js';
import type { Person } from './model.js';

/** Those present at a meeting, sorted by lines said, most first, and then by when they were first seen. */
export const peopleOf = perMeeting(
  ({ text }, { startLine, lastLine, named }): readonly Person[] => {
    const people = new Map<string, Person>(
      speakers(text, startLine, lastLine).map((speaker) => [speaker.nick, speaker]),
    );
    for (const [nick, offset] of named) {
      const line = startLine + offset;
      const spoke = people.get(nick);
      const person = spoke ?? { nick, lines: 0, first: line, last: line };
      people.set(nick, { ...person, first: Math.min(person.first, line) });
    }
    return [...people.values()].sort((a, b) => b.lines - a.lines || a.first - b.first);
  },
  (people, by) => people.map((one) => ({ ...one, first: one.first + by, last: one.last + by })),
);
