import { type ChildProcess, spawn } from 'node:child_process';
import { Framing } from '../../server/src/lsp/transport/framing.js';

/** A message from the server. */
export interface Sent {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A message with its header. */
export function framed(message: unknown): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Talks to the built server in bytes, so that it can send what no client sends. */
export class RawEditor {
  readonly sent: Sent[] = [];
  stderr = '';
  /** The exit code, once the server has ended. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  #waiting: (() => void)[] = [];
  #id = 0;

  constructor(args: readonly string[] = ['--stdio']) {
    this.#process = spawn(process.execPath, ['dist/server.js', ...args], { stdio: 'pipe' });
    const framing = new Framing();
    this.#process.stdout?.on('data', (chunk: Uint8Array) => {
      for (const frame of framing.take(chunk)) this.sent.push('message' in frame ? (frame.message as Sent) : {});
      this.#wake();
    });
    this.#process.stderr?.on('data', (chunk) => {
      this.stderr += chunk;
      this.#wake();
    });
    this.#process.stdin?.on('error', () => undefined);
    this.ended = new Promise((done) => this.#process.once('close', done));
    void this.ended.then(() => this.#wake());
  }

  write(bytes: string | Uint8Array): void {
    this.#process.stdin?.write(bytes);
  }

  notify(method: string, params?: unknown): void {
    this.write(framed({ jsonrpc: '2.0', method, params }));
  }

  /** The answer to a request. */
  async ask(method: string, params?: unknown): Promise<Sent> {
    const id = ++this.#id;
    this.write(framed({ jsonrpc: '2.0', id, method, params }));
    return this.answer((sent) => sent.id === id && !sent.method);
  }

  /** Waits until something arrives on standard error, which is a separate pipe; possibly forever. */
  async says(told: RegExp): Promise<void> {
    while (!told.test(this.stderr)) await new Promise<void>((done) => this.#waiting.push(done));
  }

  /** Removes and returns the first matching message. */
  async answer(good: (sent: Sent) => boolean): Promise<Sent> {
    for (;;) {
      const at = this.sent.findIndex(good);
      if (at >= 0) return this.sent.splice(at, 1)[0] as Sent;
      if (this.#process.exitCode !== null) throw new Error(`the server ended: ${this.stderr}`);
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  async initialize(): Promise<void> {
    await this.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    this.notify('initialized', {});
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** Ends the input and returns the exit code. */
  leave(): Promise<number | null> {
    this.#process.stdin?.end();
    return this.ended;
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }
}
