import { speakers } from '../log/facts/speakers.js';
import { chairChange } from '../meeting/chairs.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import type { Meeting, Person } from '../meeting/model.js';
import { peopleOf } from '../meeting/people.js';
import type { ListedPerson } from '../protocol.js';
import { count, shown, timeAt } from './describe.js';

/**
 * The people to choose from at a line: those of its meeting, or else of the one before it, or the first one; without a meeting,
 * everyone in the log. Who said most comes first.
 */
export function peopleList(log: MeetingLog, line: number): ListedPerson[] {
  const meeting = meetingNear(log, line);
  return meeting
    ? peopleOf(log, meeting).map((person) => listed(log, person, roleOf(meeting, person.nick)))
    : everyone(log).map((person) => listed(log, person, undefined));
}

/** The meeting that a line belongs to, or else the one before it, or the first one; undefined if there is none. */
export function meetingNear(log: MeetingLog, line: number): Meeting | undefined {
  return meetingAt(log, line) ?? log.meetings.findLast(({ startLine }) => startLine <= line) ?? log.meetings[0];
}

function everyone({ text }: MeetingLog): Person[] {
  return speakers(text, 0, text.lineCount - 1).sort((a, b) => b.lines - a.lines || a.first - b.first);
}

function listed(log: MeetingLog, { nick, lines, first }: Person, role: Role | undefined): ListedPerson {
  const time = timeAt(log, first);
  const said = lines === 0 ? 'only named' : count(lines, 'line');
  const about = [role, said, time && `first seen ${time}`];
  return { nick: shown(nick), about: about.filter(Boolean).join(' · '), line: first, isBot: role === 'bot' };
}

type Role = 'owner' | 'chair' | 'former chair' | 'bot';

function roleOf(meeting: Meeting, nick: string): Role | undefined {
  if (nick === meeting.bot) return 'bot';
  if (nick === meeting.owner) return 'owner';
  const change = chairChange(meeting, nick, Number.POSITIVE_INFINITY);
  return change && (change.chair ? 'chair' : 'former chair');
}
