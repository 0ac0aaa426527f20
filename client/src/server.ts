import { type Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type Choices,
  choicesRequest,
  type Format,
  formatsRequest,
  type InitializationOptions,
  type LogSummary,
  type MeetingSummary,
  type MinutesParams,
  type MinutesResult,
  meetingsRequest,
  minutesRequest,
  type NearItemParams,
  type NearItemResult,
  nearItemRequest,
  type Preview,
  previewRequest,
  summaryRequest,
  topicRequest,
} from '../../server/src/protocol.js';
import { languageId } from './detection.js';

/** Makes a language client for the host at hand. */
export type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the client sees it. It starts when the first meeting log is open, or when it is first asked. */
export class Server implements Disposable {
  readonly #newClient: NewClient;
  readonly #middleware: LanguageClientOptions['middleware'];
  readonly #whenOpened: Disposable;
  #client: Promise<BaseLanguageClient> | undefined;

  constructor(newClient: NewClient, middleware: LanguageClientOptions['middleware']) {
    this.#newClient = newClient;
    this.#middleware = middleware;
    const startFor = (document: TextDocument) => {
      if (document.languageId === languageId) void this.#running();
    };
    this.#whenOpened = workspace.onDidOpenTextDocument(startFor);
    workspace.textDocuments.forEach(startFor);
  }

  formats(): Promise<readonly Format[]> {
    return this.#ask(formatsRequest, {});
  }

  choices(): Promise<Choices> {
    return this.#ask(choicesRequest, {});
  }

  /** Has the server ask for all settings again. */
  async settingsChanged(): Promise<void> {
    const client = await this.#running();
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Null where there is no such meeting or format. `meeting` counts from 0. A template that cannot be used is an error. */
  minutes(uri: Uri, given: Omit<MinutesParams, 'textDocument'>): Promise<MinutesResult | null> {
    return this.#ask(minutesRequest, { textDocument: textDocument(uri), ...given });
  }

  /** The topic that a line belongs to, in Markdown; null where there is none. */
  topic(uri: Uri, line: number): Promise<string | null> {
    return this.#ask(topicRequest, { textDocument: textDocument(uri), line });
  }

  /** The meeting that a line belongs to, or the one before it; null where there is none. */
  preview(uri: Uri, line: number): Promise<Preview | null> {
    return this.#ask(previewRequest, { textDocument: textDocument(uri), line });
  }

  summary(uri: Uri): Promise<LogSummary | null> {
    return this.#ask(summaryRequest, { textDocument: textDocument(uri) });
  }

  meetings(uri: Uri): Promise<readonly MeetingSummary[] | null> {
    return this.#ask(meetingsRequest, { textDocument: textDocument(uri) });
  }

  nearItem(uri: Uri, line: number, direction: NearItemParams['direction']): Promise<NearItemResult> {
    return this.#ask(nearItemRequest, { textDocument: textDocument(uri), line, direction });
  }

  dispose(): void {
    this.#whenOpened.dispose();
    void this.#client?.then((client) => client.dispose());
  }

  async #ask<R>(method: string, params: object): Promise<R> {
    const client = await this.#running();
    return client.sendRequest<R>(method, params);
  }

  #running(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start();
    return this.#client;
  }

  async #start(): Promise<BaseLanguageClient> {
    const initializationOptions: InitializationOptions = { minutesCommands: true };
    const client = this.#newClient('meetlog', 'Meetlog', {
      documentSelector: [{ language: languageId }],
      initializationOptions,
      ...(this.#middleware && { middleware: this.#middleware }),
    });
    await client.start();
    return client;
  }
}

function textDocument(uri: Uri): { uri: string } {
  return { uri: uri.toString() };
}
