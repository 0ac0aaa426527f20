import type * as z from 'zod/v4';
import { perObject } from '../../log/text/perBlock.js';
import { visible } from '../../reports/printable.js';
import { ledgerOf } from '../../workspace/ledger.js';
import { personsOf } from '../../workspace/persons.js';
import { registerOf } from '../../workspace/register.js';
import type { LedgerLog, Source } from '../../workspace/source.js';
import type { FoundLog } from '../files/findLogs.js';
import { type NumberedMeeting, newestFirst } from './chosenMeetings.js';
import type { LogLibrary, Shelf, ToldProgress } from './logLibrary.js';
import { NoAnswer } from './noAnswer.js';
import { howToGoOn, type Page } from './pages.js';
import { someNotes, untrusted } from './quoted.js';
import type { MeetingPlace, Place } from './shapes.js';

/** A question that assistants can ask. It changes nothing. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly input: I;
  readonly output: O;
  /** Rejects with NoAnswer if there is none. */
  answer(asked: z.infer<I>, library: LogLibrary, told?: ToldProgress): Promise<z.infer<O>>;
}

/** A tool, with the types of its question and answer inferred from their shapes. */
export function tool<I extends z.ZodObject, O extends z.ZodObject>(one: Tool<I, O>): Tool<I, O> {
  return one;
}

// A shelf keeps its list of logs until something changes.
export const ledgerFor = perObject(ledgerOf);
export const registerFor = perObject(registerOf);
export const personsFor = perObject(personsOf);
export const meetingsFor = perObject(newestFirst);

/** What every page of an answer says. */
export function framed({ total, next }: Page<unknown>, { notes }: Pick<Shelf, 'notes'>) {
  return { untrusted, total, next, more: howToGoOn(next), notes: someNotes(notes) } as const;
}

/** Where something was said, for an answer. */
export function placeOf({ log, date, line }: Source): Place {
  return { log: visible(log), date, line };
}

/** Where a meeting is, for an answer. */
export function placeOfMeeting({ log, number, meeting: { date, line, endLine } }: NumberedMeeting): MeetingPlace {
  return { log: visible(log), date, line, meeting: number, endLine };
}

/** A log that an assistant named. */
export interface NamedFile {
  readonly found: FoundLog;
  readonly project: LedgerLog['project'];
  readonly meetings: readonly NumberedMeeting[];
}

/** The log with a name from an answer; no other file can be named. */
export function logNamed(shelf: Shelf, name: string): NamedFile {
  const found = shelf.named(name);
  if (!found)
    throw new NoAnswer(`There is no log “${visible(name)}” with a meeting. Call list_meetings for the names.`);
  const project = shelf.logs.find(({ digest }) => digest.log === found.path)?.project;
  return { found, project, meetings: meetingsFor(shelf.logs).filter(({ log }) => log === found.path) };
}

/** The meeting of a log with a number, which is not needed if there is only one. */
export function meetingNumbered({ found, meetings }: NamedFile, number: number | undefined): NumberedMeeting {
  const name = visible(found.path);
  const all = meetings.length === 1 ? 'one meeting' : `${meetings.length} meetings`;
  if (number === undefined && meetings.length > 1)
    throw new NoAnswer(`“${name}” has ${all}: say which with “meeting”.`);
  const chosen = meetings.find((one) => one.number === (number ?? 1));
  if (!chosen) throw new NoAnswer(`“${name}” has no meeting ${number}: it has ${all}.`);
  return chosen;
}
