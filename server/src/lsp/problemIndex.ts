import { type CancellationToken, type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { diagnostics, type HelpAddress } from '../features/diagnostics.js';
import type { FoundProblem } from '../features/trees/meetingsTree.js';
import { after } from '../log/steps.js';
import { findingProblems } from '../meeting/problems/findProblems.js';
import type { IndexState, ListedFile } from '../protocol.js';
import { inBackground } from './background.js';
import type { LogReader } from './logReader.js';
import { inSlices, pause } from './slices.js';
import type { WorkspaceIndex } from './workspaceIndex.js';

/** What was found in all logs. */
export interface CheckResult {
  readonly logs: number;
  readonly unreadable: number;
  /** How many files that have the name of a log are not text. */
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  /** Whether the user cancelled it. */
  readonly isPartial: boolean;
}

/**
 * The problems of the logs of a workspace. They take about as long to find as the logs take to read, so they are found only for
 * the meetings that someone looks at, and for all logs if someone asks for that. Then they are also shown, until the user wants
 * that no more: those of open documents are shown anyway.
 */
export class ProblemIndex {
  readonly #connection: Connection;
  readonly #reader: LogReader;
  readonly #index: WorkspaceIndex;
  readonly #help: HelpAddress;
  readonly #found: () => void;
  /** By log. */
  readonly #known = new Map<string, readonly FoundProblem[]>();
  readonly #wanted = new Set<string>();
  /** The logs whose problems the client was sent. */
  readonly #published = new Set<string>();
  #finding: Promise<void> | undefined;
  #isChecking = false;
  #isCancelled = false;

  /** `found` is called when problems are known that were wanted. */
  constructor(connection: Connection, reader: LogReader, index: WorkspaceIndex, help: HelpAddress, found: () => void) {
    this.#connection = connection;
    this.#reader = reader;
    this.#index = index;
    this.#help = help;
    this.#found = found;
  }

  /** The problems of a log, if they are known; otherwise they are found soon. */
  of(log: string): readonly FoundProblem[] | undefined {
    const known = this.#known.get(log);
    if (!known) this.#wanted.add(log);
    return known;
  }

  /** Finds what is wanted, in the background. */
  findWanted(): void {
    if (this.#finding || this.#wanted.size === 0) return;
    const finding = this.#findAll().finally(() => {
      this.#finding = undefined;
    });
    this.#finding = finding;
    inBackground(this.#connection, finding.then(this.#found));
  }

  /** Finds and shows the problems of all logs. */
  async checkAll(token: CancellationToken | undefined, progressed: (state: IndexState) => void): Promise<CheckResult> {
    this.#isChecking = true;
    this.#isCancelled = false;
    const { logs } = await this.#index.logs(token);
    const names = logs.map(({ digest }) => digest.log);
    let read = 0;
    for (const log of names) {
      if (this.#isCancelled || token?.isCancellationRequested) break;
      await this.#find(log);
      progressed({ isReading: true, read: ++read, total: names.length });
      await pause();
    }
    this.#found();
    const all = names.slice(0, read).flatMap((log) => this.#known.get(log) ?? []);
    const of = (severity: FoundProblem['severity']) => all.filter((one) => one.severity === severity).length;
    return {
      logs: read,
      unreadable: this.#index.index.unreadable.length,
      skipped: this.#index.index.skipped.length,
      errors: of('error'),
      warnings: of('warning'),
      others: of('other'),
      isPartial: read < names.length || this.#index.isPartial,
    };
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** Shows the problems of logs that are not open no more. */
  forgetChecked(): void {
    this.#isChecking = false;
    for (const log of this.#published) this.#publish(log, []);
  }

  /** A document was opened, edited or closed, or a file changed. */
  changed(uri: string): void {
    const log = this.#index.fileOf(uri)?.uri ?? uri;
    this.#known.delete(log);
    if (this.#reader.isOpen(log)) this.#publish(log, []);
    else if (this.#isChecking) this.#wanted.add(log);
  }

  /** All problems may be others: settings or a project's file have changed. */
  allChanged(): void {
    const logs = [...this.#known.keys()];
    this.#known.clear();
    if (this.#isChecking) for (const log of logs) this.#wanted.add(log);
  }

  async #findAll(): Promise<void> {
    await this.#index.logs();
    for (let [log] = this.#wanted; log !== undefined; [log] = this.#wanted) {
      this.#wanted.delete(log);
      await this.#find(log);
      await pause();
    }
  }

  /** Finds the problems of a log, and shows them if all are shown. */
  async #find(log: string): Promise<void> {
    const file = this.#index.fileOf(log);
    const all = file && this.#index.index.has(log) ? await this.#diagnostics(file) : [];
    this.#known.set(
      log,
      all.flatMap(({ range, severity }) => ({ line: range.start.line + 1, severity: levelOf(severity) })),
    );
    if (this.#isChecking && !this.#reader.isOpen(log)) this.#publish(log, all);
  }

  async #diagnostics(file: ListedFile): Promise<Diagnostic[]> {
    const read = await this.#reader.read(file, () => false);
    if (!read || typeof read === 'string') return [];
    const made = after(findingProblems(read.log), () => diagnostics(read.log, file.uri, read.settings, this.#help));
    return (await inSlices({ steps: made }, () => false)) ?? [];
  }

  #publish(uri: string, all: Diagnostic[]): void {
    if (all.length === 0 && !this.#published.has(uri)) return;
    if (all.length === 0) this.#published.delete(uri);
    else this.#published.add(uri);
    inBackground(this.#connection, this.#connection.sendDiagnostics({ uri, diagnostics: all }));
  }
}

function levelOf(severity: Diagnostic['severity']): FoundProblem['severity'] {
  if (severity === DiagnosticSeverity.Error) return 'error';
  return severity === DiagnosticSeverity.Warning ? 'warning' : 'other';
}
