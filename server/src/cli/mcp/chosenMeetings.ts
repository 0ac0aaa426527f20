import type { MeetingDigest } from '../../workspace/logDigest.js';
import type { Persons } from '../../workspace/persons.js';
import { inTimeOrder, type LedgerLog } from '../../workspace/source.js';

/** A meeting, and its number in its log, from 1. */
export interface NumberedMeeting {
  readonly log: string;
  readonly meeting: MeetingDigest;
  readonly number: number;
}

/** Which meetings are wanted. */
export interface MeetingChoice {
  /** Someone who said something there, or was a chair. */
  readonly person?: string | undefined;
  /** `YYYY-MM-DD`. Meetings without a date are left out. */
  readonly since?: string | undefined;
  /** All of them are in the title, the channel or the topics. */
  readonly words?: string | undefined;
}

/** All meetings, newest first. */
export function newestFirst(logs: readonly LedgerLog[]): NumberedMeeting[] {
  const numbers = new Map(logs.flatMap(({ digest }) => digest.meetings.map((one, index) => [one, index + 1] as const)));
  return inTimeOrder(logs)
    .map(({ digest, meeting }) => ({ log: digest.log, meeting, number: numbers.get(meeting) ?? 1 }))
    .reverse();
}

/** The meetings that are wanted. */
export function chosenMeetings(
  all: readonly NumberedMeeting[],
  persons: Persons,
  { person, since, words = '' }: MeetingChoice,
): NumberedMeeting[] {
  const key = person === undefined ? undefined : persons.keyOf(person);
  const sought = folded(words).split(/\s+/);
  return all.filter(({ meeting }) => {
    if (since !== undefined && (meeting.date ?? '') < since) return false;
    const isThere = meeting.people.some(
      ({ nick, lines, chair }) => (lines > 0 || chair) && persons.keyOf(nick) === key,
    );
    if (key !== undefined && !isThere) return false;
    const said = folded([meeting.title, meeting.channel, ...meeting.topics.map(({ text }) => text)].join('\n'));
    return sought.every((word) => said.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
