import { finish, mapped, type Steps } from '../log/steps.js';
import { KnownNames } from '../meeting/knownNames.js';
import { compare } from '../minutes/minutes.js';
import type { Closing } from './closings.js';
import type { ActionDigest } from './logDigest.js';
import { type Persons, personsOf } from './persons.js';
import type { ActionRecord } from './projectFile.js';
import { type ComparedText, comparedText } from './sameAction.js';
import { SameTexts } from './sameTexts.js';
import {
  inTimeOrder,
  type LedgerLog,
  type LedgerMeeting,
  type LedgerProject,
  projectsOf,
  type Source,
  sourceOf,
} from './source.js';

/** An action item of one or more meetings. */
export interface LedgerAction {
  /** In the latest words. */
  readonly text: string;
  /** The nicks of those who have to do it, by the latest meeting that names any; empty if no one is named. */
  readonly people: readonly string[];
  readonly state: 'open' | 'done';
  /** Where it was first recorded, and where last. */
  readonly since: Source;
  readonly last: Source;
  /** In how many later meetings it was recorded again. */
  readonly carried: number;
  readonly age: Age;
  /** What closed it; null if it is open. */
  readonly closed: ClosedBy | null;
  /** Why it is open; null if it is done. */
  readonly why: string | null;
}

/** How long ago something was, at the last meeting. */
export interface Age {
  /** How many meetings there were since. */
  readonly meetings: number;
  /** Null if a date is unknown. */
  readonly days: number | null;
}

/** What closed an action: words in a log, or an entry of a project file, of which the line is null. */
export interface ClosedBy {
  readonly by: '#done' | 'done:' | 'meetlog.json';
  readonly log: string;
  /**
   * 1-based.
   * @minimum 1
   */
  readonly line: number | null;
}

/** The actions of many meetings. */
export interface Ledger {
  /** In the order of time. */
  readonly meetings: readonly LedgerMeeting[];
  /** In the order in which they were first recorded. */
  readonly actions: readonly LedgerAction[];
  /** What was said to be done, or is done by a project file, and is no open action. */
  readonly unmatched: readonly Unmatched[];
  /** The entries of project files that closed actions. */
  readonly records: ReadonlyMap<LedgerAction, ActionRecord>;
  readonly persons: Persons;
}

/** Words, or an entry of a project file, that close no action. */
export interface Unmatched extends ClosedBy {
  readonly text: string;
}

/** Makes the ledger of logs. Takes time in proportion to their actions and what closes them. */
export function ledgerOf(logs: readonly LedgerLog[]): Ledger {
  return finish(makingLedger(logs));
}

/** Makes the ledger of logs in small steps. */
export function* makingLedger(logs: readonly LedgerLog[]): Steps<Ledger> {
  const meetings = inTimeOrder(logs);
  const persons = personsOf(logs);
  const book = new Book(meetings, persons);
  yield* book.compareAll();
  const records = recordsOf(logs);
  const early: PlacedRecord[] = [];
  for (const [rank, meeting] of meetings.entries()) {
    // What was done on a date was done after the meetings of that date.
    while (records[0]?.record.date !== undefined && records[0].record.date < (meeting.meeting.date ?? '')) {
      const record = records.shift() as PlacedRecord;
      if (!book.closeByRecord(record)) early.push(record);
    }
    yield* book.add(meeting, rank);
    yield;
  }
  // Clocks and dates of logs can be wrong: an entry that is older than its action item closes it all the same.
  for (const record of [...early, ...records]) if (!book.closeByRecord(record)) book.unmatchedRecord(record);
  return { meetings, ...book.result(), persons };
}

interface PlacedRecord {
  readonly record: ActionRecord;
  readonly project: LedgerProject;
}

/** The entries of project files about actions that are done; those without a date last. */
function recordsOf(logs: readonly LedgerLog[]): PlacedRecord[] {
  return projectsOf(logs)
    .flatMap((project) => project.actions.map((record) => ({ record, project })))
    .sort((a, b) => compare(a.record.date ?? '~', b.record.date ?? '~'));
}

interface Entry {
  text: string;
  people: readonly string[];
  readonly since: Source;
  last: Source;
  carried: number;
  lastMeeting: LedgerMeeting;
  /** How many meetings there were before the one that recorded it first. */
  readonly rank: number;
  closed: ClosedBy | null;
  record?: ActionRecord;
  why: string | null;
  /** The logs in which it was recorded. */
  readonly logs: Set<string>;
}

/** Why most open actions are open. */
export const nothingSaid =
  'No #done, no “done: …” below a topic of action items and no entry of meetlog.json names it.';

/** The ledger while it is written. */
class Book {
  readonly #persons: Persons;
  readonly #meetings: readonly LedgerMeeting[];
  /** Words that are names, folded. */
  readonly #words: ReadonlySet<string>;
  readonly #nicks: KnownNames;
  readonly #entries: Entry[] = [];
  #open = new SameTexts<Entry>([]);
  readonly #unmatched: Unmatched[] = [];
  readonly #compared = new Map<ActionDigest, ComparedText>();

  constructor(meetings: readonly LedgerMeeting[], persons: Persons) {
    this.#persons = persons;
    this.#meetings = meetings;
    const nicks = new Set(meetings.flatMap(({ meeting }) => meeting.people.map(({ nick }) => nick)));
    this.#words = new Set([...nicks].flatMap((nick) => persons.wordsFor(nick)));
    this.#nicks = new KnownNames(nicks);
  }

  /** Prepares all actions for comparison. To be called first. */
  *compareAll(): Steps<void> {
    for (const { meeting } of this.#meetings) {
      yield* mapped(meeting.actions, (action) =>
        this.#compared.set(action, this.#compare(action.text, this.#forWhom(action))),
      );
      yield;
    }
    this.#open = new SameTexts(this.#compared.values());
  }

  /** Adds the actions of a meeting, and closes those that it says are done, in the order of its lines. */
  *add(meeting: LedgerMeeting, rank: number): Steps<void> {
    const { actions, closings } = meeting.meeting;
    const said = [
      ...actions.map((action) => ({ line: action.line, action })),
      ...closings.map((closing) => ({ line: closing.line, closing })),
    ].sort((a, b) => a.line - b.line);
    yield* mapped(said, (one) => {
      if ('action' in one) this.#record(meeting, rank, one.action);
      else this.#close(meeting, one.closing);
    });
  }

  #record(meeting: LedgerMeeting, rank: number, action: ActionDigest): void {
    const text = this.#compared.get(action) as ComparedText;
    const at = sourceOf(meeting, action.line);
    const known = this.#open.find(text);
    const people = this.#forWhom(action);
    const entry = known ?? this.#newEntry({ text: action.text, people, since: at, lastMeeting: meeting, rank });
    if (known) {
      if (known.lastMeeting !== meeting) known.carried++;
      known.text = action.text;
      if (people.length > 0) known.people = people;
      known.last = at;
      known.lastMeeting = meeting;
      known.logs.add(at.log);
    }
    this.#open.set(entry, people.length > 0 ? text : { ...text, people: this.#keysOf(entry.people) });
  }

  #newEntry(first: Pick<Entry, 'text' | 'people' | 'since' | 'lastMeeting' | 'rank'>): Entry {
    const { since } = first;
    const entry = { ...first, last: since, carried: 0, closed: null, why: nothingSaid, logs: new Set([since.log]) };
    this.#entries.push(entry);
    return entry;
  }

  /** Closes the action that a closing means, preferably one of the speaker's. */
  #close({ digest }: LedgerMeeting, { text, line, nick, by }: Closing): void {
    const said = this.#compare(text, this.#namedIn(text));
    const own = said.people.size > 0 ? said : { ...said, people: this.#keysOf([nick]) };
    const entry = this.#open.find(own) ?? this.#open.find(said);
    const closed = { by, log: digest.log, line };
    if (entry) this.#finish(entry, closed);
    else this.#closesNothing(closed, text, said);
  }

  /** Closes the action that an entry of a project file means. Returns whether there is one. */
  closeByRecord({ record, project }: PlacedRecord): boolean {
    const text = this.#compare(record.text, this.#namedIn(record.text));
    const named = (entry: Entry) => [...entry.logs].some((log) => project.names(record, log));
    const entry = this.#open.find(text, named);
    if (!entry) return false;
    entry.record = record;
    this.#finish(entry, byProject(project));
    return true;
  }

  /** An entry of a project file means no open action. */
  unmatchedRecord({ record: { text }, project }: PlacedRecord): void {
    this.#closesNothing(byProject(project), text, this.#compare(text, this.#namedIn(text)));
  }

  #closesNothing(closed: ClosedBy, text: string, compared: ComparedText): void {
    this.#unmatched.push({ ...closed, text });
    const near = this.#open.nearest(compared);
    if (near)
      near.why = `“${text}” has too few of its words${closed.line === null ? '' : ` (${closed.log}:${closed.line})`}.`;
  }

  #finish(entry: Entry, closed: ClosedBy): void {
    this.#open.delete(entry);
    entry.closed = closed;
    entry.why = null;
  }

  result(): Pick<Ledger, 'actions' | 'unmatched' | 'records'> {
    const latest = this.#meetings.findLast(({ meeting }) => meeting.date !== null)?.meeting.date ?? null;
    const records = new Map<LedgerAction, ActionRecord>();
    const actions = this.#entries.map(({ text, people, since, last, carried, rank, closed, record, why }) => {
      const state = closed ? ('done' as const) : ('open' as const);
      const age = { meetings: this.#meetings.length - 1 - rank, days: daysBetween(since.date, latest) };
      const action = { text, people, state, since, last, carried, age, closed, why };
      if (record) records.set(action, record);
      return action;
    });
    return { actions, unmatched: this.#unmatched, records };
  }

  /** The nicks of those who have to do something: of those present, or else of those whom project files list. */
  #forWhom({ text, people }: Pick<ActionDigest, 'text' | 'people'>): readonly string[] {
    return people.length > 0 ? people : this.#persons.listedIn(text);
  }

  #namedIn(text: string): string[] {
    return [...this.#nicks.find(text), ...this.#persons.listedIn(text)];
  }

  #compare(text: string, nicks: readonly string[]): ComparedText {
    return comparedText(text, this.#keysOf(nicks), (name) => this.#words.has(name));
  }

  #keysOf(nicks: readonly string[]): ReadonlySet<string> {
    return new Set(nicks.map((nick) => this.#persons.keyOf(nick)));
  }
}

function byProject({ path }: LedgerProject): ClosedBy {
  return { by: 'meetlog.json', log: path, line: null };
}

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
