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

/** How long a server may take for anything, in milliseconds: less than a test may, so that a failure says what was awaited. */
const patience = 55_000;

/** An editor that talks to the built server over standard input and output. All that it waits for fails when the server ends. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** The exit code, null where a signal ended the server. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #waiting: (() => void)[] = [];
  /** How to give up each wait. */
  readonly #waits = new Set<(why: string) => void>();
  #end: string | undefined;

  /** One whose memory is measured does what `memory` needs. */
  constructor({ measured = false } = {}) {
    const options = measured ? ['--expose-gc', '--require', './test/lsp/memory.cjs'] : [];
    this.#process = spawn(process.execPath, [...options, 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', ...(measured ? ['ipc' as const] : [])],
    });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('no pipes');
    // A test that fails before it closes its editor must not keep the tests from ending: every wait has a timer.
    this.#process.unref();
    for (const pipe of [stdin, stdout, this.#process.channel]) (pipe as Socket | null | undefined)?.unref();
    this.ended = new Promise((done) => {
      this.#process.once('close', (code, signal) => {
        this.#end = `the server ended (${signal ?? code})`;
        done(code);
        // What it wrote last is still taken in.
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

  async initialize(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
    const result = await this.ask<InitializeResult>('initialize', params);
    await this.tell('initialized', {});
    return result;
  }

  ask<R>(method: string, params: object): Promise<R> {
    return this.#within(method, () => this.connection.sendRequest<R>(method, params));
  }

  /** Asks for something and cancels it at once; whatever is answered will do. */
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

  /** Writes to the server's standard input, whatever it is. */
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

  /** Replaces what stands between two characters of one line. */
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

  /** The diagnostics that the server has sent last for a document that is open; undefined where it has sent none. */
  publishedFor(uri: string): Diagnostic[] | undefined {
    return this.published.findLast((one) => one.uri === uri && one.version !== undefined)?.diagnostics;
  }

  /** How many bytes the server holds, garbage aside; of one that is measured. */
  memory(): Promise<number> {
    return this.#within('memory', () => {
      const told = new Promise<number>((done) => this.#process.once('message', (bytes) => done(Number(bytes))));
      this.#process.send('memory');
      return told;
    });
  }

  /** Ends the server as the protocol says, and gives its exit code. One that does not end is killed. */
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

  /** Ends the server without a word. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Goes away without a word. */
  leave(): void {
    this.#process.stdin?.end();
  }

  /** Does something of which it must not take forever to come about. Where `untilEnd`, the server's end is the end of waiting. */
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
