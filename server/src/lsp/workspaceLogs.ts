import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  NotificationType,
  RequestType0,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { HelpAddress } from '../features/diagnostics.js';
import { workspaceSymbols } from '../features/workspaceSymbols.js';
import type {
  ClientRequests,
  IndexState,
  InitializationOptions,
  ListedFile,
  ServerNotifications,
} from '../protocol.js';
import { ledgerProject } from '../workspace/ledgerProject.js';
import type { IndexedLogs } from '../workspace/logIndex.js';
import type { LedgerProject } from '../workspace/source.js';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { inBackground } from './background.js';
import { ownsCommands } from './capabilities.js';
import { IndexProgress } from './indexProgress.js';
import type { LogReader } from './logReader.js';
import { ProblemIndex } from './problemIndex.js';
import type { Projects } from './projects.js';
import { inSlices } from './slices.js';
import { LogWatch } from './watchLogs.js';
import { type IndexSource, WorkspaceIndex } from './workspaceIndex.js';

/** How long nothing must change, in milliseconds, before a client is told that answers are different, or that they may be. */
const quiet = 500;
const patience = 5000;
/** How often a client is told how much is read, in milliseconds. */
const betweenStates = 200;

const findLogs = new RequestType0<ClientRequests['meetlog/findLogs']['result'], void>('meetlog/findLogs');
const indexChanged = new NotificationType<ServerNotifications['meetlog/indexChanged']>('meetlog/indexChanged');

/** What requests about the workspace need of where the server runs. */
export interface WorkspaceHost {
  readonly files: WorkspaceFiles;
  readonly help: HelpAddress;
}

/** All logs of the workspace, as requests see them. */
export class WorkspaceLogs {
  readonly #connection: Connection;
  readonly index: WorkspaceIndex;
  readonly problems: ProblemIndex;
  readonly #watch: LogWatch;
  readonly #progress: IndexProgress;
  readonly #isTold: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextState = 0;

  constructor(
    connection: Connection,
    client: InitializeParams,
    reader: LogReader,
    projects: Projects,
    { files, help }: WorkspaceHost,
  ) {
    this.#connection = connection;
    this.#isTold = ownsCommands(client);
    this.index = new WorkspaceIndex(
      { ...sourceOf(connection, client, reader, projects, files), touched: (uri) => this.problems.changed(uri) },
      (isSure) => this.#later(isSure ? quiet : patience),
      (state) => this.#progressed(state),
    );
    this.problems = new ProblemIndex(connection, reader, this.index, help, () => this.tell());
    this.#watch = new LogWatch(connection, client, this.index);
    this.#progress = new IndexProgress(connection, 'Reading logs', () => this.index.cancel());
    this.#serveSymbols();
  }

  /** All logs; see `WorkspaceIndex.logs`. */
  async read(token?: CancellationToken): Promise<IndexedLogs> {
    this.#watch.begin();
    const logs = await this.index.logs(token);
    this.#progress.end();
    return logs;
  }

  /** Settings or a project's file have changed. */
  settingsChanged(): void {
    this.problems.allChanged();
    // The user may have chosen other layouts, or which files are logs.
    this.index.settingsChanged();
  }

  /** Tells the client that answers are different now. */
  tell(): void {
    if (this.#isTold) inBackground(this.#connection, this.#connection.sendNotification(indexChanged, this.index.state));
  }

  #later(delay: number): void {
    // What is sure comes first.
    if (this.#timer !== undefined && delay > quiet) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.problems.findWanted();
      this.tell();
    }, delay);
  }

  #progressed(state: IndexState): void {
    this.#progress.report(state);
    if (performance.now() < this.#nextState) return;
    this.#nextState = performance.now() + betweenStates;
    this.tell();
  }

  #serveSymbols(): void {
    this.#connection.onRequest(WorkspaceSymbolRequest.type, async ({ query }, token) => {
      const logs = await this.read(token);
      return (await inSlices({ steps: workspaceSymbols(logs, query) }, () => false, token)) ?? [];
    });
  }
}

function sourceOf(
  connection: Connection,
  { initializationOptions }: InitializeParams,
  reader: LogReader,
  projects: Projects,
  files: WorkspaceFiles,
): Omit<IndexSource, 'touched'> {
  const isListing = (initializationOptions as InitializationOptions | undefined)?.findsLogs === true;
  const listed = async (): Promise<readonly ListedFile[]> => {
    if (projects.folders.length === 0) return [];
    if (isListing) return connection.sendRequest(findLogs);
    return ((await files.list?.(projects.folders)) ?? []).map((uri) => ({ uri }));
  };
  const failed = (uri: string, error: unknown) =>
    connection.console.error(`${uri}: ${error instanceof Error ? error.stack : error}`);
  return {
    howRead: () => reader.howRead(),
    text: (uri) => reader.text(uri),
    read: (file, isUseless, text) => reader.read(file, isUseless, text),
    isOpen: (uri) => reader.isOpen(uri),
    isWithin: (uri) =>
      projects.folders.length === 0 ? !uri.startsWith('untitled:') : projects.folderOf(uri) !== undefined,
    failed,
    async list() {
      try {
        return await listed();
      } catch (error) {
        failed('The logs of the workspace cannot be listed', error);
        return [];
      }
    },
    async projects(logs): Promise<(log: string) => LedgerProject | undefined> {
      const found = new Map<string, LedgerProject | undefined>();
      for (const log of logs) found.set(log, ledgerProject(await projects.ofClosed(log)));
      return (log) => found.get(log);
    },
  };
}
