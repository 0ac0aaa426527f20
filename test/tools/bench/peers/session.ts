import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Sample } from './samples.js';

/** How a server is started, and its options. */
export interface Launch {
  readonly args: readonly string[];
  readonly initializationOptions?: object;
  /** The settings that it requests from its client, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What an editor requests after each keystroke. */
export type Request = 'documentSymbol' | 'foldingRange' | 'diagnostics';

const capabilities: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: false } },
  textDocument: {
    synchronization: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    publishDiagnostics: { versionSupport: true },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
  },
};

/** How long an answer may take. */
const patience = 30_000;

/** A server over standard input and output, with one open document in which someone types. */
export class Session {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #launch: Launch;
  readonly #uri: string;
  readonly #languageId: string;
  readonly #lines: string[];
  readonly #failure: Promise<never>;
  #offers: ServerCapabilities = {};
  #version = 1;
  #published: (params: PublishDiagnosticsParams) => void = () => {};

  private constructor(launch: Launch, sample: Sample) {
    this.#launch = launch;
    // Not among our own files, whose types and settings a server would find. The file does not exist on disk.
    this.#uri = pathToFileURL(join(tmpdir(), 'meetlog-bench', sample.file)).href;
    this.#languageId = sample.languageId;
    this.#lines = [...sample.lines];
    this.#process = spawn(process.execPath, [...launch.args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params) => this.#published(params));
    this.#connection.onRequest((method, params) => this.#answer(method, params));
    this.#failure = new Promise((_, fail) => this.#process.once('exit', () => fail(new Error('it has ended'))));
    // It always rejects at the end, when nothing is waiting any more.
    this.#failure.catch(() => undefined);
    this.#connection.listen();
  }

  /** Starts a server, opens the document, and waits for its first diagnostics. */
  static async start(launch: Launch, sample: Sample): Promise<Session> {
    const session = new Session(launch, sample);
    try {
      await session.#open();
    } catch (error) {
      session.kill();
      throw error;
    }
    return session;
  }

  async #open(): Promise<void> {
    const { initializationOptions, settings = {} } = this.#launch;
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
    const result = await this.#within(this.#connection.sendRequest<InitializeResult>('initialize', params));
    this.#offers = result.capabilities;
    await this.#tell('initialized', {});
    await this.#tell('workspace/didChangeConfiguration', { settings });
    const document = { uri: this.#uri, languageId: this.#languageId, version: 1, text: this.#lines.join('\n') };
    const pushed = this.pushes ? this.#nextPublish() : undefined;
    await this.#tell('textDocument/didOpen', { textDocument: document });
    await (pushed ?? this.#ask('textDocument/diagnostic'));
  }

  /** Whether it pushes diagnostics instead of being asked for them. */
  get pushes(): boolean {
    return !this.#offers.diagnosticProvider;
  }

  offers(request: Request): boolean {
    if (request === 'documentSymbol') return Boolean(this.#offers.documentSymbolProvider);
    return request === 'foldingRange' ? Boolean(this.#offers.foldingRangeProvider) : true;
  }

  /** Types a letter in the middle of the document, requests something, and returns the milliseconds until the answer. */
  async typeAndAsk(request: Request): Promise<number> {
    // A server that pushes does so after each key: the next key must wait for it, so that publishes are not confused.
    const pushed = this.pushes ? this.#nextPublish(this.#version + 1) : undefined;
    const start = performance.now();
    const answered = Promise.all([this.#type(), this.#answerTo(request, pushed)]).then(() => performance.now() - start);
    const [taken] = await Promise.all([answered, pushed]);
    return taken;
  }

  #answerTo(request: Request, pushed: Promise<void> | undefined): Promise<unknown> {
    if (request !== 'diagnostics') return this.#ask(`textDocument/${request}`);
    return pushed ?? this.#ask('textDocument/diagnostic');
  }

  #type(): Promise<void> {
    // Some lines below the middle, where a section begins, in the words at the end of the line.
    const line = (this.#lines.length >> 1) + 5;
    const before = this.#lines[line] ?? '';
    const character = before.length - 8;
    this.#lines[line] = `${before.slice(0, character)}x${before.slice(character)}`;
    const at = { line, character };
    const change = this.#wantsAll() ? { text: this.#lines.join('\n') } : { range: { start: at, end: at }, text: 'x' };
    const textDocument = { uri: this.#uri, version: ++this.#version };
    return this.#tell('textDocument/didChange', { textDocument, contentChanges: [change] });
  }

  #wantsAll(): boolean {
    const { textDocumentSync } = this.#offers;
    const kind = typeof textDocumentSync === 'object' ? textDocumentSync.change : textDocumentSync;
    return kind === TextDocumentSyncKind.Full;
  }

  #ask(method: string): Promise<unknown> {
    return this.#within(this.#connection.sendRequest(method, { textDocument: { uri: this.#uri } }));
  }

  #tell(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** The next diagnostics that a server sends for a version of the document, or without a version. */
  #nextPublish(version = 1): Promise<void> {
    const published = new Promise<void>((done) => {
      this.#published = (params) => {
        if (params.uri === this.#uri && (params.version ?? version) >= version) done();
      };
    });
    return this.#within(published);
  }

  /** Gives up on a server that does not answer, or has ended. */
  async #within<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('it does not answer')), patience);
    });
    try {
      return await Promise.race([answer, late, this.#failure]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Answers requests of a server to its client. The markdown server makes the client parse and read files. */
  #answer(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') {
      const { items } = params as { items: readonly { section: string }[] };
      return items.map(({ section }) => this.#launch.settings?.[section] ?? {});
    }
    if (method === 'markdown/parse') return new MarkdownIt().parse(this.#lines.join('\n'), {});
    return /^markdown\/(?:fs\/read|find)/.test(method) ? [] : null;
  }

  /** Ends it according to the protocol. */
  async close(): Promise<void> {
    const ended = new Promise<void>((done) => this.#process.once('exit', () => done()));
    try {
      await this.#within(this.#connection.sendRequest('shutdown'));
      await this.#tell('exit', {});
      await Promise.race([ended, new Promise((done) => setTimeout(done, 2000).unref())]);
    } finally {
      this.kill();
    }
  }

  kill(): void {
    this.#connection.dispose();
    this.#process.kill('SIGKILL');
  }
}
