import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { writerNamed, writers } from '../../minutes/writers.js';
import { visible } from '../../reports/printable.js';
import type { LedgerLog } from '../../workspace/source.js';
import type { NamedLog } from '../../workspace/verify/chooseMeeting.js';
import { verifyMinutes } from '../../workspace/verify/verifyMinutes.js';
import type { VerifyReport } from '../../workspace/verify/verifyReport.js';
import { type FoundLog, findLogs, type Search } from '../files/findLogs.js';
import { ProjectFiles } from '../files/projectFiles.js';
import { readFound } from '../files/readFiles.js';
import type { MinutesJob } from '../minutesJob.js';
import { withName } from '../progress.js';
import { everyLog, type LogResult } from '../threads/everyLog.js';
import { NoAnswer } from './noAnswer.js';

/** Hears how many of how many logs have been read. */
export type ToldProgress = (done: number, all: number) => void;

/** What is known of the logs in some folders at one time. */
export interface Shelf {
  /** The logs with meetings. As long as nothing changes, this is the same list. */
  readonly logs: readonly LedgerLog[];
  /** What could not be read and why, as sentences. */
  readonly notes: readonly string[];
  /** The log that is called this in answers; undefined if there is none. */
  readonly named: (name: string) => FoundLog | undefined;
}

/** A meeting, by its number in its log; without a number, all of the log. */
export interface MeetingOfLog {
  readonly found: FoundLog;
  readonly number?: number | undefined;
  readonly project: LedgerLog['project'];
}

/** A file, and what was found in it when its stamp was this. */
interface Known {
  readonly found: FoundLog;
  readonly stamp: string;
  readonly result: LogResult<'digest'>;
}

/**
 * The logs in some folders, which may change at any time: each question is answered from the files as they are. A log is read
 * again only after it has changed. No other files are ever read.
 */
export class LogLibrary {
  readonly #folders: readonly string[];
  #known: ReadonlyMap<string, Known> = new Map();
  #shelf: Shelf = { logs: [], notes: [], named: () => undefined };
  #last: Promise<unknown> = Promise.resolve();
  #written: { readonly key: string; readonly text: string } | undefined;

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** The formats that minutes can be asked for in: those that people read as text, and JSON. The first is the default. */
  readonly formats = writers.filter(({ name, languageId }) => languageId !== 'html' && name !== 'template');

  /** The logs as they are now. */
  shelf(told: ToldProgress = () => {}): Promise<Shelf> {
    return this.#inTurn(() => this.#refreshed(told));
  }

  /** The minutes of a meeting, by its number in its log, in a format. Throws NoAnswer if they cannot be written. */
  minutes(found: FoundLog, meeting: number, format: string): Promise<string> {
    return this.#inTurn(async () => {
      // Long minutes are asked for in parts.
      const key = JSON.stringify([found.real, stampOf(found), meeting, format]);
      if (this.#written?.key !== key) this.#written = { key, text: await written(found, meeting, format) };
      return this.#written.text;
    });
  }

  /** Holds minutes against meetings, of which the one that fits best is meant. Rejects if one of their logs cannot be read. */
  verified(text: string, among: readonly MeetingOfLog[]): Promise<VerifyReport> {
    return this.#inTurn(() => verifyMinutes(text, readEach(among)));
  }

  /** One after the other, so that no log is read twice at once. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #refreshed(told: ToldProgress): Promise<Shelf> {
    const searches = findLogs(this.#folders);
    const found = searches.flatMap((one) => one.found).filter(({ within }) => within !== undefined);
    const read = await this.#read(found, told);
    // In the order in which they were found, whichever of them are new.
    const known = found.flatMap(({ real }) => read.get(real) ?? []);
    this.#known = read;
    const projects = new ProjectFiles();
    const logs = known.flatMap(({ found: log, result: { digest } }) =>
      digest && digest.meetings.length > 0 ? [{ digest, project: projects.of(log) }] : [],
    );
    const names = new Set(logs.map(({ digest }) => digest.log));
    const byName = new Map(found.flatMap((log) => (names.has(log.path) ? [[visible(log.path), log] as const] : [])));
    const notes = [...searches.flatMap(notesOfSearch), ...known.flatMap(notesOf), ...(await projects.faults())];
    const isSame = isDeepStrictEqual(plainly(this.#shelf.logs), plainly(logs));
    this.#shelf = { logs: isSame ? this.#shelf.logs : logs, notes, named: (name) => byName.get(name) };
    return this.#shelf;
  }

  async #read(found: readonly FoundLog[], told: ToldProgress): Promise<ReadonlyMap<string, Known>> {
    const known = new Map<string, Known>();
    const stale = new Map<FoundLog, string>();
    for (const log of found) {
      const stamp = stampOf(log);
      const before = this.#known.get(log.real);
      if (before?.stamp === stamp && before.found.path === log.path) known.set(log.real, before);
      else stale.set(log, stamp);
    }
    let done = 0;
    for await (const [log, result] of everyLog({ name: 'digest', options: {} }, [...stale.keys()])) {
      known.set(log.real, { found: log, stamp: stale.get(log) ?? '', result });
      told(++done, stale.size);
      // Other messages are read in between.
      await new Promise(setImmediate);
    }
    return known;
  }
}

/** What shows that a file has changed. It is looked at before the file is read, so that no change is missed. */
function stampOf({ real }: FoundLog): string {
  const stats = statSync(real, { throwIfNoEntry: false });
  return stats ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ') : '';
}

/** Logs without the functions of their projects. Digests are the same objects as long as they are equal. */
function plainly(logs: readonly LedgerLog[]) {
  const projects = new Map<LedgerLog['project'], string>();
  const plain = (project: LedgerLog['project']) => {
    const text = projects.get(project) ?? JSON.stringify(project ?? null);
    projects.set(project, text);
    return text;
  };
  return logs.map(({ digest, project }) => [digest, plain(project)]);
}

function notesOfSearch({ failures }: Search): string[] {
  return failures.map(({ message }) => message);
}

function notesOf({ found: { path }, result }: Known): string[] {
  const { digest, failure, warnings = [] } = result;
  if (failure) return [withName(path, failure.message)];
  if (!digest) return [];
  const none = digest.meetings.length === 0 ? 'This log has no #startmeeting.' : [];
  return [warnings, digest.unusable ?? none].flat().map((message) => withName(path, message));
}

async function written(found: FoundLog, meeting: number, format: string): Promise<string> {
  // Links to lines name them. The bots' formats link to pages of the log, which there may not be.
  const options = { meeting, ...(!writerNamed(format)?.isOfBots && { logUrl: './' }) };
  const job: MinutesJob = { options, formats: [format], writerOptions: {}, into: 'stdout', logs: new Map() };
  for await (const [, { isOther, failure, refused = [], printed = '' }] of everyLog({ name: 'minutes', options: job }, [
    found,
  ])) {
    const [why = failure] = refused;
    if (why) throw new NoAnswer(why.message);
    if (!isOther) return printed;
  }
  throw new NoAnswer(`${found.path} is not the log of a meeting any more.`);
}

function* readEach(among: readonly MeetingOfLog[]): Generator<NamedLog> {
  for (const { found, number, project } of among) {
    const log = readFound(found, {});
    const meetings = number === undefined ? log?.meetings : log?.meetings.slice(number - 1, number);
    if (log && meetings) yield { log: { ...log, meetings }, name: found.path, people: project?.people };
  }
}
