import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  ErrorHandler,
  LanguageClientOptions,
  SymbolInformation as LspSymbol,
} from 'vscode-languageclient';
import {
  type IndexState,
  type InitializationOptions,
  type ListedFile,
  type LogParams,
  type Method,
  minutesScheme,
  type Notifications,
  type Params,
  type Result,
  type ServerNotifications,
} from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import { ProgressNotices } from './progressNotices.js';
import { serveFiles } from './servedFiles.js';

/** Makes a language client for the current host, loading what it needs only then. */
export type NewClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * The language server, as seen by the rest of the client. It starts when the first meeting log is opened, or with the first
 * request. If it ends by itself, it is restarted, up to five times in three minutes.
 */
export class Server implements Disposable {
  readonly #newClient: NewClient;
  readonly #middleware: LanguageClientOptions['middleware'];
  readonly #listeners: Disposable;
  readonly #refreshed = new EventEmitter<void>();
  /**
   * All answers may have changed, because the server was restarted or has new settings: everything that shows them must ask
   * again.
   */
  readonly onDidRefresh = this.#refreshed.event;
  readonly #indexChanged = new EventEmitter<IndexState>();
  /** Answers about all logs of the workspace have changed, or more logs are read. */
  readonly onDidChangeIndex = this.#indexChanged.event;
  readonly #findLogs: () => Promise<readonly ListedFile[]>;
  readonly #progress = new ProgressNotices(() => this.#client);
  #client: Promise<BaseLanguageClient> | undefined;
  /** How often the server has started or ended. */
  #changes = 0;

  /** `findLogs` lists the files of the workspace that may be logs. */
  constructor(
    newClient: NewClient,
    middleware: LanguageClientOptions['middleware'],
    findLogs: () => Promise<readonly ListedFile[]>,
  ) {
    this.#newClient = newClient;
    this.#findLogs = findLogs;
    this.#middleware = middleware;
    const startFor = (document: TextDocument) => {
      // If it cannot be started, `ask` reports why.
      if (document.languageId === languageId) this.#running().catch(() => undefined);
    };
    this.#listeners = Disposable.from(
      workspace.onDidOpenTextDocument(startFor),
      workspace.onDidGrantWorkspaceTrust(() => this.#trusted()),
    );
    workspace.textDocuments.forEach(startFor);
  }

  /** A request to a server that ended is repeated to its replacement. */
  async ask<M extends Method>(method: M, params: Params<M>, token?: CancellationToken): Promise<Result<M>> {
    const client = alive(await this.#running());
    const before = this.#changes;
    // An undefined token would be another parameter.
    const send = (to: BaseLanguageClient) =>
      token ? to.sendRequest<Result<M>>(method, params, token) : to.sendRequest<Result<M>>(method, params);
    try {
      return await send(client);
    } catch (error) {
      // The client notices at the same moment that the server has ended.
      await new Promise((done) => setTimeout(done));
      if (this.#changes === before) throw error;
      return send(alive(client));
    }
  }

  /** Whether the server has been started. */
  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** The symbols of all logs of the workspace; none if the server fails. */
  async symbols(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    try {
      const client = alive(await this.#running());
      const found = await client.sendRequest<LspSymbol[] | null>('workspace/symbol', { query }, token);
      return (await client.protocol2CodeConverter.asSymbolInformations(found, token)) ?? [];
    } catch {
      return [];
    }
  }

  /** Makes the server request all settings again. */
  async settingsChanged(): Promise<void> {
    const client = alive(await this.#running());
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    this.#refreshed.fire();
  }

  /** Makes the server read a file that was changed, sooner than VS Code would. */
  fileChanged(file: Uri): void {
    const changes = [{ uri: file.toString(), type: changedFile }];
    this.#tell('workspace/didChangeWatchedFiles', { changes });
  }

  #trusted(): void {
    const trusted: keyof Notifications = 'meetlog/trusted';
    this.#tell(trusted, {});
  }

  /** Tells the server, if it is running, something after which all answers may be others. */
  #tell(method: string, params: object): void {
    this.#client
      ?.then((client) => client.sendNotification(method, params))
      .then(() => this.#refreshed.fire())
      .catch(() => undefined);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#refreshed.dispose();
    this.#indexChanged.dispose();
    // Stopping a server that is not running only fails.
    this.#client?.then((client) => client.dispose()).catch(() => undefined);
  }

  #running(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start();
    return this.#client;
  }

  async #start(): Promise<BaseLanguageClient> {
    let preset: ErrorHandler | undefined;
    const handler = () => {
      preset ??= client.createDefaultErrorHandler();
      return preset;
    };
    const client = await this.#newClient('meetlog', 'Meetlog', {
      documentSelector: [{ language: languageId }],
      initializationOptions: (): InitializationOptions => ({
        minutesCommands: true,
        readsFiles: true,
        findsLogs: true,
        isTrusted: workspace.isTrusted,
      }),
      errorHandler: {
        // If something cannot be sent, the server is ending. The default would show an error for each message, and not restart it
        // after the second.
        error: (error, message, count) =>
          message ? { action: goOn, handled: true } : handler().error(error, message, count),
        closed: () => handler().closed(),
      },
      // A single message shows everything known.
      initializationFailedHandler: () => false,
      middleware: {
        ...this.#middleware,
        // `symbols` asks for them, also before the client is there.
        provideWorkspaceSymbols: () => [],
        handleWorkDoneProgress: this.#progress.handle,
        workspace: {
          ...this.#middleware?.workspace,
          // Requests after this notification are answered with the new settings.
          didChangeConfiguration: async (sections, next) => {
            await next(sections);
            this.#refreshed.fire();
          },
          didChangeWatchedFile: async (event, next) => {
            await next(event);
            this.#refreshed.fire();
          },
        },
      },
    });
    serveFiles(client, this.#findLogs);
    const indexChanged: keyof ServerNotifications = 'meetlog/indexChanged';
    client.onNotification(indexChanged, (state: IndexState) => this.#indexChanged.fire(state));
    this.#watch(client);
    // The client shows why it could not start; `ask` reports that it is not running.
    await client.start().catch(() => undefined);
    return client;
  }

  #watch(client: BaseLanguageClient): void {
    let hasRun = false;
    client.onDidChangeState(() => {
      this.#changes++;
      if (!client.isRunning()) return this.#progress.endAll();
      // One that ends before it is ready is restarted once.
      if (hasRun) this.#comeBack(client).catch(() => undefined);
      hasRun = true;
    });
  }

  async #comeBack(client: BaseLanguageClient): Promise<void> {
    // It is running before it has told the server which documents are open.
    await client.start();
    readAgain(client);
    this.#refreshed.fire();
  }
}

/** `ErrorAction.Continue`, which does not exist before the client is loaded. */
const goOn = 1;
/** `FileChangeType.Changed`, likewise. */
const changedFile = 2;

/** A client whose server is running or starting. */
function alive(client: BaseLanguageClient): BaseLanguageClient {
  if (client.needsStop()) return client;
  throw new Error('the language server is not running. Use “Developer: Reload Window” to start it again');
}

/** Makes VS Code reload open live minutes, which a new server does not know about. */
function readAgain(client: BaseLanguageClient): void {
  const providers = client.getFeature('workspace/textDocumentContent')?.getProviders() ?? [];
  const open = workspace.textDocuments.filter(({ uri }) => uri.scheme === minutesScheme);
  for (const { onDidChangeEmitter } of providers) for (const { uri } of open) onDidChangeEmitter.fire(uri);
}

/** The parameters that identify the log of a request. */
export function about(log: Uri): LogParams {
  return { textDocument: { uri: log.toString() } };
}
