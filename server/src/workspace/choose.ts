import { folded } from '../meeting/nameWords.js';
import type { Attendance } from './attendance.js';
import type { Ledger, LedgerAction } from './ledger.js';
import type { Persons } from './persons.js';
import type { RegisteredDecision } from './register.js';
import type { LedgerLog } from './source.js';

/** Which part of a ledger is wanted. */
export interface LedgerChoice {
  /** Only what concerns this person: a nick, or a name in a project file. */
  readonly person?: string;
  /** Only what was recorded in meetings on this date, `YYYY-MM-DD`, or later. Meetings without a date are left out. */
  readonly since?: string;
}

/** The actions for a person, and those recorded since a date: with their whole history, which may have begun before. */
export function chosenActions({ actions, persons }: Ledger, { person, since }: LedgerChoice): LedgerAction[] {
  const isTheirs = whoIs(persons, person);
  return actions.filter(
    ({ people, last }) => isSince(last.date, since) && (person === undefined || people.some(isTheirs)),
  );
}

/** The decisions since a date that a person recorded, voted on, or is named in. */
export function chosenDecisions(
  decisions: readonly RegisteredDecision[],
  persons: Persons,
  { person, since }: LedgerChoice,
): RegisteredDecision[] {
  const isTheirs = whoIs(persons, person);
  const words = new Set(person === undefined ? [] : persons.wordsFor(person));
  const isNamed = (text: string) => text.split(/[^\p{L}\p{N}_@[\]-]+/u).some((word) => words.has(folded(word)));
  return decisions.filter(({ date, text, nick, vote }) => {
    if (!isSince(date, since)) return false;
    const voters = vote?.options.flatMap((option) => option.voters) ?? [];
    return person === undefined || [nick, ...voters].some(isTheirs) || isNamed(text);
  });
}

/** Only one person of an attendance. */
export function chosenPeople(attendance: Attendance, persons: Persons, { person }: LedgerChoice): Attendance {
  if (person === undefined) return attendance;
  const isTheirs = whoIs(persons, person);
  return { ...attendance, people: attendance.people.filter(({ nicks }) => nicks.some(isTheirs)) };
}

/** The logs with only their meetings since a date. */
export function logsSince(logs: readonly LedgerLog[], since: string | undefined): readonly LedgerLog[] {
  if (since === undefined) return logs;
  return logs.map(({ digest, project }) => {
    const meetings = digest.meetings.filter(({ date }) => isSince(date, since));
    return { digest: { ...digest, meetings }, project };
  });
}

function isSince(date: string | null, since: string | undefined): boolean {
  return since === undefined || (date !== null && date >= since);
}

function whoIs(persons: Persons, person = ''): (nick: string) => boolean {
  const key = persons.keyOf(person);
  return (nick) => persons.keyOf(nick) === key;
}
