import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from './pool.js';

/** A worker in its own thread. Its script answers each list of items with a list of results. */
export class ThreadWorker<T, R> implements Worker<T, R> {
  readonly #thread: Thread;
  #asked: { resolve(results: readonly R[]): void; reject(error: Error): void } | undefined;
  #death: Error | undefined;

  /** Throws if the system cannot start a thread. */
  constructor(...[script, options]: ConstructorParameters<typeof Thread>) {
    this.#thread = new Thread(script, options);
    this.#thread.on('message', (results: readonly R[]) => this.#asked?.resolve(results));
    this.#thread.on('messageerror', (error) => this.#die(error));
    this.#thread.on('error', (error) => this.#die(error));
    this.#thread.on('exit', (code) => this.#die(new Error(`its thread ended with ${code}`)));
  }

  work(items: readonly T[]): Promise<readonly R[]> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      if (this.#death) reject(this.#death);
      else this.#thread.postMessage(items);
    });
  }

  end(): void {
    void this.#thread.terminate();
  }

  /** The first error says most; an exit always follows. */
  #die(error: unknown): void {
    this.#death ??= error instanceof Error ? error : new Error(String(error));
    this.#asked?.reject(this.#death);
  }
}
