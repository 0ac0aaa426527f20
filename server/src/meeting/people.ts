import { speakers } from '../log/facts/speakers.js';
import { isScribeBot } from './dialects/scribeBots.js';
import { KnownNames } from './knownNames.js';
import { type MeetingLog, perMeeting } from './meetingLog.js';
import type { Meeting, Person } from './model.js';

/** Those present at a meeting, sorted by lines said, most first, and then by when they were first seen. */
export const peopleOf = perMeeting(
  ({ text }, { startLine, lastLine, named, bot, scribed }): readonly Person[] => {
    // Meetings with scribes have several bots, and none of them counts, whatever it says.
    const speaking = speakers(text, startLine, lastLine).filter(({ nick }) => !scribed || !isScribeBot(nick));
    const people = new Map<string, Person>(speaking.map((speaker) => [speaker.nick, speaker]));
    let names: KnownNames | undefined;
    for (const [nick, offset] of named) {
      if (bot === undefined && !people.has(nick)) {
        names ??= new KnownNames(speaking.map((speaker) => speaker.nick));
        // A bot, which knows only nicks, would add someone with this one.
        if (names.meant(nick) !== undefined) continue;
      }
      const line = startLine + offset;
      const spoke = people.get(nick);
      const person = spoke ?? { nick, lines: 0, first: line, last: line };
      people.set(nick, { ...person, first: Math.min(person.first, line) });
    }
    return [...people.values()].sort((a, b) => b.lines - a.lines || a.first - b.first);
  },
  (people, by) => people.map((one) => ({ ...one, first: one.first + by, last: one.last + by })),
);

/** Those of them who said something; the others were only named. */
export function speakersAt(log: MeetingLog, meeting: Meeting): readonly Person[] {
  return peopleOf(log, meeting).filter(({ lines }) => lines > 0);
}
