import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** How long a server may take for anything, in milliseconds: less than a test may, so that a failure shows what was awaited. */
const patience = 55_000;

/** An editor that talks to the built server over standard input and output. All of its waits fail when the server ends. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** The exit code, null if a signal ended the server. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #waiting: (() => void)[] = [];
  /** Functions that give up each wait. */
  readonly #waits = new Set<(why: string) => void>();
  #end: string | undefined;

  /** With `measured`, the server supports `memory`. */
  constructor({ measured = false } = {}) {
    const options = measured ? ['--expose-gc', '--require', './test/lsp/memory.cjs'] : [];
    this.#process = spawn(process.execPath, [...options, 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', ...(measured ? ['ipc' as const] : [])],
    });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    // A test that fails before it closes its editor must not prevent the tests from ending, so every wait has a timer.
    this.#process.unref();
    for (const pipe of [stdin, stdout, this.#process.channel]) (pipe as Socket | null | undefined)?.unref();
    this.ended = new Promise((done) => {
      this.#process.once('close', (code, signal) => {
        this.#end = `the server ended (${signal ?? code})`;
        done(code);
        // Its last output is still read.
        setTimeout(() => this.#giveUp(), 100);
      });
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const done of this.#waiting.splice(0)) done();
    });
    this.connection.listen();
  }

  async initialize(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    folders: readonly string[] = [],
  ): Promise<InitializeResult> {
    const workspaceFolders = folders.length === 0 ? null : folders.map((uri) => ({ uri, name: uri }));
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions, workspaceFolders };
    const result = await this.ask<InitializeResult>('initialize', params);
    await this.tell('initialized', {});
    return result;
  }

  ask<R>(method: string, params: object): Promise<R> {
    return this.#within(method, () => this.connection.sendRequest<R>(method, params));
  }

  /** Sends a request and cancels it at once, ignoring the answer. */
  async askAndCancel(method: string, params: object): Promise<void> {
    const source = new CancellationTokenSource();
    const answer = this.#within(method, () =>
      this.connection.sendRequest(method, params, source.token).then(
        () => undefined,
        () => undefined,
      ),
    );
    source.cancel();
    await answer;
  }

  /** Writes any text to the server's standard input. */
  write(bytes: string | Uint8Array): void {
    this.#process.stdin?.write(bytes);
  }

  tell(method: string, params: object): Promise<void> {
    return this.#within(method, () => this.connection.sendNotification(method, params));
  }

  open(uri: string, text: string, languageId = 'meeting-log'): Promise<void> {
    return this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  shut(uri: string): Promise<void> {
    return this.tell('textDocument/didClose', { textDocument: { uri } });
  }

  /** Replaces the text between two characters of a line. */
  edit(uri: string, version: number, line: number, from: number, to: number, text: string): Promise<void> {
    const range = { start: { line, character: from }, end: { line, character: to } };
    return this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  }

  /** The codes of the diagnostics that the server sends next. */
  async nextPublished(): Promise<(string | number | undefined)[]> {
    if (this.published.length === 0) {
      await this.#within('diagnostics', () => new Promise<void>((done) => this.#waiting.push(done)));
    }
    return this.published.shift()?.diagnostics.map(({ code }) => code) ?? [];
  }

  /** The diagnostics that the server last sent for an open document; undefined if it has sent none. */
  publishedFor(uri: string): Diagnostic[] | undefined {
    return this.published.findLast((one) => one.uri === uri && one.version !== undefined)?.diagnostics;
  }

  /** How many bytes the server uses, without garbage; only if it is measured. */
  memory(): Promise<number> {
    return this.#within('memory', () => {
      const told = new Promise<number>((done) => this.#process.once('message', (bytes) => done(Number(bytes))));
      this.#process.send('memory');
      return told;
    });
  }

  /** Ends the server according to the protocol, and returns its exit code. It is killed if it does not end. */
  async close(): Promise<number | null> {
    try {
      if (this.#end === undefined) {
        await this.ask('shutdown', {});
        await this.tell('exit', {});
      }
      return await this.#within('exit', () => this.ended, false);
    } finally {
      this.kill();
      this.connection.dispose();
    }
  }

  /** Kills the server without warning. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Disconnects without warning. */
  leave(): void {
    this.#process.stdin?.end();
  }

  /** Waits for something with a time limit. With `untilEnd`, the wait also ends when the server ends. */
  #within<R>(what: string, work: () => Promise<R>, untilEnd = true): Promise<R> {
    return new Promise<R>((done, fail) => {
      const giveUp = (why: string) => fail(new Error(`${what}: ${why}`));
      if (untilEnd && this.#end !== undefined) return giveUp(this.#end);
      const timer = setTimeout(() => giveUp(`nothing for ${patience / 1000} s`), patience);
      if (untilEnd) this.#waits.add(giveUp);
      const doing = async () => work();
      doing()
        .then(done, fail)
        .finally(() => {
          clearTimeout(timer);
          this.#waits.delete(giveUp);
        });
    });
  }

  #giveUp(): void {
    for (const giveUp of this.#waits) giveUp(this.#end ?? '');
    this.#waits.clear();
  }
}
