import { perObject } from '../log/text/perBlock.js';
import { dialectNamed } from '../meeting/dialects/dialects.js';
import { compare } from '../minutes/minutes.js';
import { type Persons, personsOf } from './persons.js';
import {
  inTimeOrder,
  type LedgerLog,
  type LedgerMeeting,
  type LedgerProject,
  type Source,
  sourceOf,
} from './source.js';

/** Who was present at many meetings. */
export interface Attendance {
  /** How many meetings there were. */
  readonly meetings: number;
  /** Sorted by meetings, most first, and then by lines. Bots are left out. */
  readonly people: readonly Attendee[];
  /** Null if no project file has one. */
  readonly quorum: Quorum | null;
}

/** Someone who said something in a meeting. */
export interface Attendee {
  /** The full name if a project file has one, otherwise the latest nick. */
  readonly name: string;
  readonly nicks: readonly string[];
  readonly lines: number;
  /** At how many meetings. */
  readonly present: number;
  readonly first: Source;
  readonly last: Source;
  /** Whether this person counts for the quorum; null if no project file says who does. */
  readonly voter: boolean | null;
}

/** At which meetings enough voters were present. */
export interface Quorum {
  readonly meetings: readonly QuorumOfMeeting[];
}

export interface QuorumOfMeeting extends Source {
  readonly needed: number;
  readonly voters: number;
  readonly isMet: boolean;
}

interface Presence extends Omit<Attendee, 'nicks'> {
  readonly nicks: Set<string>;
}

/** The attendance of many meetings. */
export function attendanceOf(logs: readonly LedgerLog[]): Attendance {
  const meetings = inTimeOrder(logs);
  const persons = personsOf(logs);
  const known = new Map<string, Presence>();
  for (const meeting of meetings) {
    for (const [key, { nick, lines }] of speakersOf(meeting, persons)) {
      const at = sourceOf(meeting, meeting.meeting.line);
      const earlier = known.get(key);
      known.set(key, {
        name: persons.nameOf(nick),
        nicks: (earlier?.nicks ?? new Set()).add(nick),
        lines: (earlier?.lines ?? 0) + lines,
        present: (earlier?.present ?? 0) + 1,
        first: earlier?.first ?? at,
        last: at,
        voter: voterIn(meeting, persons, nick),
      });
    }
  }
  const people = [...known.values()].map((one) => ({ ...one, nicks: [...one.nicks] }));
  people.sort((a, b) => b.present - a.present || b.lines - a.lines || compare(a.name, b.name));
  const quorate = meetings.flatMap((meeting) => quorumAt(meeting, persons) ?? []);
  return { meetings: meetings.length, people, quorum: quorate.length > 0 ? { meetings: quorate } : null };
}

/**
 * Who said something in a meeting, and how much under all nicks; the bot is no one. With a scribe, also those whom its lists name,
 * since many only speak. The nick is the one that said most.
 */
function speakersOf({ meeting }: LedgerMeeting, persons: Persons): Map<string, { nick: string; lines: number }> {
  const speakers = new Map<string, { nick: string; lines: number }>();
  const isNamedEnough = dialectNamed(meeting.dialect)?.isScribed === true;
  for (const { nick, lines } of meeting.people) {
    if ((lines === 0 && !isNamedEnough) || nick === meeting.bot) continue;
    const key = persons.keyOf(nick);
    const known = speakers.get(key);
    if (known) known.lines += lines;
    else speakers.set(key, { nick, lines });
  }
  return speakers;
}

/** Whether someone is a voter by the project file of a meeting; null if that names none. */
function voterIn({ project }: LedgerMeeting, persons: Persons, nick: string): boolean | null {
  return project && hasVoters(project) ? persons.listed(nick)?.voter === true : null;
}

const hasVoters = perObject(({ people }: LedgerProject) => people.some(({ voter }) => voter));

/** The quorum of a meeting; undefined if its project has none. Without named voters, everyone who spoke counts. */
function quorumAt(meeting: LedgerMeeting, persons: Persons): QuorumOfMeeting | undefined {
  const needed = meeting.project?.quorum;
  if (needed === undefined) return undefined;
  const speakers = [...speakersOf(meeting, persons).values()];
  const voters = speakers.filter(({ nick }) => voterIn(meeting, persons, nick) ?? true).length;
  return { ...sourceOf(meeting, meeting.meeting.line), needed, voters, isMet: voters >= needed };
}
