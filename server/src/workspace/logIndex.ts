import { finish, type Steps } from '../log/steps.js';
import { type Ledger, makingLedger } from './ledger.js';
import type { LogDigest } from './logDigest.js';
import { type RegisteredDecision, registerOf } from './register.js';
import { inTimeOrder, type LedgerLog, type LedgerMeeting, type LedgerProject } from './source.js';

/*
 * What is known about all logs of a workspace. A change of one log makes one digest anew; ledger and register are made of the
 * digests when they are wanted.
 */

/** A log of the workspace. Owes nothing to its text. */
export interface IndexedLog {
  readonly digest: LogDigest;
  /** Where, on each line that the digest names, its text is: UTF-16 offsets, end exclusive. */
  readonly places: ReadonlyMap<number, readonly [start: number, end: number]>;
}

interface LedgerWork {
  readonly steps: Steps<Ledger>;
  result?: Ledger;
}

/** The logs of a workspace in some state, and what they come to. All of it is made on first access. */
export class IndexedLogs {
  readonly logs: readonly IndexedLog[];
  readonly #projectOf: (log: string) => LedgerProject | undefined;
  #meetings: readonly LedgerMeeting[] | undefined;
  #ledgerWork: LedgerWork | undefined;
  #register: readonly RegisteredDecision[] | undefined;
  #inLedger: readonly LedgerLog[] | undefined;
  #byName: ReadonlyMap<string, IndexedLog> | undefined;

  /** `projectOf` is the project of a log. */
  constructor(logs: readonly IndexedLog[], projectOf: (log: string) => LedgerProject | undefined = () => undefined) {
    this.logs = logs;
    this.#projectOf = projectOf;
  }

  get ledger(): Ledger {
    const work = this.ledgerWork;
    work.result ??= finish(work.steps);
    return work.result;
  }

  /** The work of making the ledger, for those who do it in slices. */
  get ledgerWork(): LedgerWork {
    this.#ledgerWork ??= { steps: makingLedger(this.#ledgerLogs) };
    return this.#ledgerWork;
  }

  /** The meetings in the order of time. */
  get meetings(): readonly LedgerMeeting[] {
    this.#meetings ??= inTimeOrder(this.#ledgerLogs);
    return this.#meetings;
  }

  /** The decisions, newest first. */
  get register(): readonly RegisteredDecision[] {
    this.#register ??= registerOf(this.#ledgerLogs);
    return this.#register;
  }

  /** Where the text of a line is that a digest names (1-based): offsets, end exclusive. */
  placeIn(log: string, line: number): readonly [start: number, end: number] {
    this.#byName ??= new Map(this.logs.map((one) => [one.digest.log, one]));
    return this.#byName.get(log)?.places.get(line) ?? [0, 0];
  }

  get #ledgerLogs(): readonly LedgerLog[] {
    this.#inLedger ??= this.logs.map(({ digest }) => ({ digest, project: this.#projectOf(digest.log) }));
    return this.#inLedger;
  }
}

/** The index of a workspace: its logs by name, and the files that are no logs or cannot be read. */
export class LogIndex {
  readonly #entries = new Map<string, IndexedLog | Unreadable>();
  #projectOf: (log: string) => LedgerProject | undefined = () => undefined;
  #made: IndexedLogs | undefined;

  set(log: string, entry: IndexedLog | Unreadable | undefined): void {
    const known = this.#entries.get(log);
    if (entry) this.#entries.set(log, entry);
    else this.#entries.delete(log);
    if (entry ?? known) this.#made = undefined;
  }

  has(log: string): boolean {
    return this.#entries.has(log);
  }

  find(log: string): IndexedLog | Unreadable | undefined {
    return this.#entries.get(log);
  }

  clear(): void {
    this.#entries.clear();
    this.#made = undefined;
  }

  /** Sets the function for the project of a log. */
  setProjects(projectOf: (log: string) => LedgerProject | undefined): void {
    this.#projectOf = projectOf;
    this.#made = undefined;
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The logs as they are now, sorted by name; the same object until something changes. */
  get logs(): IndexedLogs {
    this.#made ??= new IndexedLogs(
      [...this.#entries.values()]
        .filter((entry) => 'digest' in entry)
        .sort((a, b) => (a.digest.log < b.digest.log ? -1 : 1)),
      this.#projectOf,
    );
    return this.#made;
  }

  /** The logs of which nothing can be said, sorted by name. */
  get unreadable(): Unreadable[] {
    return this.#without((entry) => !entry.isSkipped);
  }

  /** The files that have the name of a log and are not text, sorted by name. */
  get skipped(): Unreadable[] {
    return this.#without((entry) => entry.isSkipped === true);
  }

  #without(isMeant: (entry: Unreadable) => boolean): Unreadable[] {
    return [...this.#entries.values()]
      .filter((entry) => 'why' in entry)
      .filter(isMeant)
      .sort((a, b) => (a.log < b.log ? -1 : 1));
  }
}

/** A log of which nothing can be said. */
export interface Unreadable {
  readonly log: string;
  /** Why, as words for people: “cannot be read”. */
  readonly why: string;
  /** Whether nothing is wrong with that: it only has the name of a log. */
  readonly isSkipped?: boolean;
}
