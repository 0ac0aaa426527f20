import { type Connection, DiagnosticSeverity, type FileEvent, type InitializeParams } from 'vscode-languageserver';
import { rangeOf } from '../features/positions.js';
import type { LinkPattern } from '../meeting/linkPatterns.js';
import type { InitializationOptions } from '../protocol.js';
import { type LogProject, logProject, noProject } from '../workspace/logProject.js';
import { emptyProject, type Project, type ProjectFault, projectOf } from '../workspace/project.js';
import { compileLinks } from '../workspace/projectLinks.js';
import { folderOf, isProjectFile, newProjectPlace, projectPlaces } from '../workspace/projectPlace.js';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { inBackground } from './background.js';

/** A project's file that was read. */
interface KnownFile {
  readonly text: string;
  readonly project: Project;
  readonly links: readonly LinkPattern[];
  readonly faults: readonly ProjectFault[];
}

/**
 * The project of each open log, read from the nearest `meetlog.json` and cached until that changes. Reports what is wrong with
 * the files that it reads, as diagnostics of these.
 */
export class Projects {
  readonly #connection: Connection;
  readonly #files: WorkspaceFiles;
  readonly #canWatch: boolean;
  readonly #known = new Map<string, Promise<KnownFile | undefined>>();
  readonly #ofLogs = new Map<string, { project: Promise<LogProject> }>();
  /** The files with diagnostics. */
  readonly #reported = new Set<string>();
  #folders: readonly string[];
  #isTrusted: boolean;

  constructor(connection: Connection, client: InitializeParams, files: WorkspaceFiles) {
    this.#connection = connection;
    this.#files = files;
    this.#canWatch = client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.#folders = client.workspaceFolders?.map(({ uri }) => uri) ?? (client.rootUri ? [client.rootUri] : []);
    this.#isTrusted = (client.initializationOptions as InitializationOptions | undefined)?.isTrusted !== false;
  }

  /** The project of a log; never rejects. */
  of(log: string): Promise<LogProject> {
    const known = this.#ofLogs.get(log) ?? { project: this.#find(log) };
    this.#ofLogs.set(log, known);
    return known.project;
  }

  /** The project of a log that is not open: found again each time. */
  ofClosed(log: string): Promise<LogProject> {
    return this.#ofLogs.get(log)?.project ?? this.#find(log);
  }

  /** The innermost folder of the workspace that contains a file; undefined if none does. */
  folderOf(uri: string): string | undefined {
    return folderOf(uri, this.#folders);
  }

  /** The folders of the workspace. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** To be called when a log was closed. */
  forget(log: string): void {
    this.#ofLogs.delete(log);
  }

  /** The workspace has other folders now. Resolves to whether the project of an open log has changed. */
  foldersChanged(added: readonly string[], removed: readonly string[]): Promise<boolean> {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    return this.#renewAfter(Promise.resolve());
  }

  /** The user trusts the workspace now. Resolves to whether the project of an open log has changed. */
  trust(): Promise<boolean> {
    if (this.#isTrusted) return Promise.resolve(false);
    this.#isTrusted = true;
    this.#known.clear();
    return this.#renewAfter(Promise.resolve());
  }

  /** Files were made, changed or deleted. Resolves to whether the project of an open log has changed. */
  filesChanged(changes: readonly FileEvent[]): Promise<boolean> {
    const files = changes.map(({ uri }) => uri).filter(isProjectFile);
    if (files.length === 0) return Promise.resolve(false);
    return this.#renewAfter(Promise.all(files.map((file) => this.#reread(file))));
  }

  /** Reads a file again. What is known about it stays the same object if its text is the same. */
  async #reread(file: string): Promise<void> {
    const before = await this.#known.get(file);
    const text = await this.#files.read(file);
    if (before && before.text === text) return;
    this.#known.delete(file);
    if (text === undefined) this.#report(file, []);
  }

  /** Whoever asks for a project from now on waits for the new one. */
  async #renewAfter(change: Promise<unknown>): Promise<boolean> {
    const changes = Array.from(this.#ofLogs, async ([log, entry]) => {
      const known = entry.project;
      const renewed = change.then(() => this.#find(log));
      entry.project = renewed;
      const [before, now] = await Promise.all([known, renewed]);
      if (!isSame(before, now)) return true;
      // The same object, by which caches know it.
      if (entry.project === renewed) entry.project = known;
      return false;
    });
    return (await Promise.all(changes)).includes(true);
  }

  async #find(log: string): Promise<LogProject> {
    // Nothing would report later that it has changed.
    if (!this.#canWatch) this.#known.clear();
    for (const file of projectPlaces(log, this.#folders)) {
      const found = await this.#read(file);
      if (found) return logProject(found.project, found.links, { file, text: found.text }, log);
    }
    const file = newProjectPlace(log, this.#folders);
    return file === undefined ? noProject : logProject(emptyProject, noLinks, { file, text: undefined }, log);
  }

  #read(file: string): Promise<KnownFile | undefined> {
    const known = this.#known.get(file) ?? this.#readFile(file);
    this.#known.set(file, known);
    return known;
  }

  async #readFile(file: string): Promise<KnownFile | undefined> {
    const text = await this.#files.read(file);
    if (text === undefined) return undefined;
    const read = projectOf(text);
    const compiled = this.#isTrusted ? await compileLinks(read) : { links: noLinks, faults: [] };
    const faults = [...read.faults, ...compiled.faults];
    this.#report(file, faults);
    return { text, project: read.project, links: compiled.links, faults };
  }

  #report(uri: string, faults: readonly ProjectFault[]): void {
    if (faults.length === 0 && !this.#reported.has(uri)) return;
    if (faults.length === 0) this.#reported.delete(uri);
    else this.#reported.add(uri);
    const diagnostics = faults.map(({ message, ...place }) => ({
      range: rangeOf(place),
      severity: DiagnosticSeverity.Warning,
      source: 'meetlog',
      message,
    }));
    inBackground(this.#connection, this.#connection.sendDiagnostics({ uri, diagnostics }));
  }
}

const noLinks: readonly LinkPattern[] = [];

/** Whether nothing that answers depend on is different. */
function isSame(a: LogProject, b: LogProject): boolean {
  return a.place?.file === b.place?.file && a.place?.text === b.place?.text && a.links.length === b.links.length;
}
