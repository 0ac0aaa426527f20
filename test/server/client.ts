import { type ChildProcess, spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** An editor that talks to the built server over its standard input and output. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #process: ChildProcess;
  readonly #waiting: (() => void)[] = [];

  constructor() {
    this.#process = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const done of this.#waiting.splice(0)) done();
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
    const result = await this.ask<InitializeResult>('initialize', params);
    await this.tell('initialized', {});
    return result;
  }

  ask<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  /** Asks for something and cancels it at once; whatever is answered will do. */
  async askAndCancel(method: string, params: object): Promise<void> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(method, params, source.token);
    source.cancel();
    await answer.catch(() => undefined);
  }

  /** Writes to the server's standard input, whatever it is. */
  write(bytes: string): void {
    this.#process.stdin?.write(bytes);
  }

  tell(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'meeting-log'): Promise<void> {
    return this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces what stands between two characters of one line. */
  edit(uri: string, version: number, line: number, from: number, to: number, text: string): Promise<void> {
    const range = { start: { line, character: from }, end: { line, character: to } };
    return this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** The codes of the diagnostics that the server sends next. */
  async nextPublished(): Promise<(string | number | undefined)[]> {
    if (this.published.length === 0) await new Promise<void>((done) => this.#waiting.push(done));
    return this.published.shift()?.diagnostics.map(({ code }) => code) ?? [];
  }

  /** Ends the server as the protocol says, and gives its exit code. */
  async close(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.#process.once('exit', done));
    await this.ask('shutdown', {});
    await this.tell('exit', {});
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
