import type { CancellationToken } from 'vscode-languageserver';
import type { IndexState, ListedFile } from '../protocol.js';
import { indexing } from '../workspace/indexLog.js';
import { type IndexedLogs, LogIndex, type Unreadable } from '../workspace/logIndex.js';
import type { LedgerProject } from '../workspace/source.js';
import { logEnding } from '../workspace/workspaceFiles.js';
import type { FileText, ReadResult } from './logReader.js';
import { inSlices, pause, refuseCancelled } from './slices.js';

/** What the index needs of its surroundings. Nothing of it rejects. */
export interface IndexSource {
  /** The files of the workspace that may be logs. */
  list(): Promise<readonly ListedFile[]>;
  /** The settings that determine how logs are read, as a text. */
  howRead(): Promise<string>;
  text(uri: string): Promise<FileText>;
  /** Reads a log in slices; undefined if that is useless meanwhile. */
  read(file: ListedFile, isUseless: () => boolean, text?: Promise<FileText>): Promise<ReadResult | undefined>;
  isOpen(uri: string): boolean;
  /** Whether a document is of the workspace. */
  isWithin(uri: string): boolean;
  /** The projects of logs. */
  projects(logs: readonly string[]): Promise<(log: string) => LedgerProject | undefined>;
  /** A log was or will be read again, or is gone. */
  touched(uri: string): void;
  failed(uri: string, error: unknown): void;
}

/** So many files are read ahead: a client may be far away. */
const readAhead = 8;
/** How long, in milliseconds, short logs are read before the server handles other messages. */
const betweenPauses = 8;

/**
 * The index of the logs of a workspace. Nothing is read before someone asks for it. After that, what has changed is read again
 * when someone asks again, each log by itself.
 */
export class WorkspaceIndex {
  readonly index = new LogIndex();
  readonly #source: IndexSource;
  readonly #changed: (isSure: boolean) => void;
  readonly #progressed: (state: IndexState) => void;
  /** All files of the workspace that may be logs, by their keys. */
  readonly #files = new Map<string, ListedFile>();
  /** Open documents that are not among them. */
  readonly #others = new Map<string, ListedFile>();
  /** The keys of what has to be read. */
  readonly #pending = new Set<string>();
  readonly #ahead = new Map<string, Promise<FileText>>();
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isListed = false;
  #isPaused = false;
  #areProjectsKnown = false;
  #howRead = '';
  #total = 0;
  #nextPause = 0;

  /** `changed` is called when answers may be different from now on, surely or not; `progressed` while files are read. */
  constructor(source: IndexSource, changed: (isSure: boolean) => void, progressed: (state: IndexState) => void) {
    this.#source = source;
    this.#changed = changed;
    this.#progressed = progressed;
  }

  /** Whether anyone has asked for it. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Whether the user cancelled the reading, so that logs are missing. */
  get isPartial(): boolean {
    return this.#isPaused;
  }

  get state(): IndexState {
    return { isReading: this.#running !== undefined, read: this.#total - this.#pending.size, total: this.#total };
  }

  /** The logs once all of them are read, or as far as they are if the user cancelled that. */
  async logs(token?: CancellationToken): Promise<IndexedLogs> {
    this.#isWanted = true;
    // What changes meanwhile is read, too.
    while (!this.#isPaused && !this.#isDone) {
      this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      });
      await unlessCancelled(this.#running, token);
    }
    return this.index.logs;
  }

  /** Reads no more until someone asks for it explicitly. */
  cancel(): void {
    if (this.#running) this.#isPaused = true;
  }

  /** Goes on after it was cancelled. */
  resume(): void {
    this.#isPaused = false;
  }

  /** Reads everything again when it is wanted. */
  readAgain(): void {
    this.#isListed = false;
    this.#isPaused = false;
    this.#areProjectsKnown = false;
    for (const key of [...this.#files.keys(), ...this.#others.keys()]) this.#touch(key);
    this.#tell();
  }

  /** Lists the files again, and reads those that are new. */
  listAgain(): void {
    this.#isListed = false;
    this.#tell();
  }

  /** Settings have changed: perhaps how logs are read, or which files are logs. */
  settingsChanged(): void {
    this.listAgain();
    for (const key of this.#others.keys()) this.#touch(key);
  }

  /** A document was opened, edited or closed. */
  documentChanged(uri: string): void {
    const key = keyOf(uri);
    const isListed = this.#files.has(key);
    if (!isListed && !this.#source.isWithin(uri)) return;
    if (!isListed) this.#others.set(key, { uri });
    this.#touch(key);
    this.#tell();
  }

  /** A file was changed, or made. */
  fileChanged(uri: string, isNew: boolean): void {
    const key = keyOf(uri);
    const file = this.#files.get(key);
    if (file && !this.#source.isOpen(file.uri)) {
      this.#touch(key);
      // Few files are logs of meetings, and others may change all the time.
      this.#tell(this.index.has(file.uri));
    }
    // Only the list shows whether the user wants it.
    if (!file && isNew) this.listAgain();
  }

  fileDeleted(uri: string): void {
    const key = keyOf(uri);
    const file = this.#files.get(key);
    if (!file) return;
    this.#gone(key, file);
    this.#tell();
  }

  /** A project's file has changed. */
  projectsChanged(): void {
    this.#areProjectsKnown = false;
    this.#tell();
  }

  /** The file that is known by a URI. */
  fileOf(uri: string): ListedFile | undefined {
    return this.#files.get(keyOf(uri)) ?? this.#others.get(keyOf(uri));
  }

  get #isDone(): boolean {
    return this.#isListed && this.#pending.size === 0 && this.#areProjectsKnown;
  }

  #tell(isSure = true): void {
    if (this.#isWanted) this.#changed(isSure);
  }

  #touch(key: string): void {
    this.#ahead.delete(key);
    this.#pending.add(key);
    this.#source.touched(this.fileOf(key)?.uri ?? key);
  }

  /** A file is not in the workspace any more. Its document stays until it is closed. */
  #gone(key: string, file: ListedFile): void {
    this.#files.delete(key);
    if (this.#source.isOpen(file.uri)) this.#others.set(key, file);
    else this.#drop(key, file);
  }

  #drop(key: string, { uri }: ListedFile): void {
    this.#ahead.delete(key);
    this.#pending.delete(key);
    this.index.set(uri, undefined);
    this.#areProjectsKnown = false;
    this.#source.touched(uri);
  }

  async #run(): Promise<void> {
    if (!this.#isListed) await this.#list();
    this.#total = this.#pending.size;
    for (let key = this.#next(); key !== undefined; key = this.#next()) {
      await this.#readOne(key);
      this.#progressed(this.state);
    }
    if (this.#isPaused || this.#areProjectsKnown) return;
    this.#areProjectsKnown = true;
    this.index.setProjects(await this.#source.projects(this.index.names()));
  }

  async #list(): Promise<void> {
    this.#isListed = true;
    const listed = new Map((await this.#source.list()).map((file) => [keyOf(file.uri), file]));
    const howRead = await this.#source.howRead();
    if (howRead !== this.#howRead) for (const key of this.#files.keys()) this.#touch(key);
    this.#howRead = howRead;
    for (const [key, file] of this.#files) {
      if (!listed.has(key)) this.#gone(key, file);
    }
    for (const [key, file] of listed) {
      const known = this.#files.get(key);
      this.#others.delete(key);
      this.#files.set(key, file);
      if (known?.layout !== file.layout || known?.isChosen !== file.isChosen || !known) this.#touch(key);
    }
  }

  /** The next key to read, if there is any; the files after it are read meanwhile. */
  #next(): string | undefined {
    if (this.#isPaused) return undefined;
    let left = readAhead;
    for (const key of this.#pending) {
      const uri = this.#files.get(key)?.uri;
      if (uri !== undefined && !this.#ahead.has(key) && !this.#source.isOpen(uri))
        this.#ahead.set(key, this.#source.text(uri));
      if (--left === 0) break;
    }
    return this.#pending.values().next().value;
  }

  async #readOne(key: string): Promise<void> {
    const file = this.#files.get(key) ?? this.#others.get(key);
    const text = this.#ahead.get(key);
    this.#ahead.delete(key);
    this.#pending.delete(key);
    if (!file) return;
    const { uri } = file;
    // Once it is closed, only the files that are listed count.
    if (!this.#files.has(key) && !this.#source.isOpen(uri)) {
      this.#others.delete(key);
      return this.#drop(key, file);
    }
    const isUseless = () => this.#pending.has(key) || !(this.#files.has(key) || this.#others.has(key));
    try {
      const read = await this.#source.read(file, isUseless, text);
      const entry = read === undefined ? undefined : await this.#entryOf(key, uri, read, isUseless);
      if (!isUseless() && entry !== undefined) this.#store(uri, entry);
    } catch (error) {
      this.#source.failed(uri, error);
      this.index.set(uri, { log: uri, why: 'cannot be understood because of an error in Meetlog' });
    }
    if (performance.now() < this.#nextPause) return;
    await pause();
    this.#nextPause = performance.now() + betweenPauses;
  }

  async #entryOf(key: string, uri: string, read: ReadResult, isUseless: () => boolean) {
    if (typeof read === 'string') return this.#files.has(key) ? reasons[read](uri) : null;
    return read && inSlices({ steps: indexing(read.log, uri) }, isUseless);
  }

  #store(uri: string, entry: ReturnType<LogIndex['find']> | null): void {
    const isKnown = this.index.has(uri);
    this.index.set(uri, entry ?? undefined);
    if (this.index.has(uri) !== isKnown) this.#areProjectsKnown = false;
  }
}

const reasons: Readonly<Record<Extract<ReadResult, string>, (log: string) => Unreadable>> = {
  unreadable: (log) => ({ log, why: 'cannot be read' }),
  binary: (log) => ({ log, why: 'is not a text file', isSkipped: true }),
};

/** URIs are written in several ways: editors do not agree on which characters to escape. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Whether a URI is that of a file that may be a log. */
export function hasLogName(uri: string): boolean {
  return logEnding.test(keyOf(uri).replace(/[?#].*$/s, ''));
}

/** Waits for work, or throws a ResponseError once the client has cancelled its request. */
async function unlessCancelled(work: Promise<void>, token: CancellationToken | undefined): Promise<void> {
  const cancelled = new Promise<void>((done) => token?.onCancellationRequested(() => done()));
  await Promise.race([work, cancelled]);
  refuseCancelled(token);
}
