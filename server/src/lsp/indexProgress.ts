import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { IndexState } from '../protocol.js';
import { inBackground } from './background.js';

/** Shorter work needs no progress, in milliseconds. */
const patience = 1000;

/** Shows how far long work over many logs is, with a button to cancel it. Clients without progress show nothing. */
export class IndexProgress {
  readonly #connection: Connection;
  readonly #title: string;
  readonly #cancel: () => void;
  #shown: Promise<WorkDoneProgressServerReporter> | undefined;
  #begun = 0;
  #percentage = -1;

  constructor(connection: Connection, title: string, cancel: () => void) {
    this.#connection = connection;
    this.#title = title;
    this.#cancel = cancel;
  }

  /** To be called often while the work is being done. */
  report({ read, total }: IndexState): void {
    this.#begun ||= performance.now();
    if (performance.now() - this.#begun < patience || read >= total) return;
    const percentage = Math.floor((100 * read) / total);
    const message = `${read.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    const isFirst = this.#shown === undefined;
    if (!isFirst && percentage === this.#percentage) return;
    this.#percentage = percentage;
    this.#shown ??= this.#connection.window.createWorkDoneProgress();
    const shown = this.#shown.then((progress) => {
      if (!isFirst) return progress.report(percentage, message);
      progress.begin(this.#title, percentage, message, true);
      progress.token.onCancellationRequested(this.#cancel);
    });
    inBackground(this.#connection, shown);
  }

  /** To be called when the work is done or cancelled. */
  end(): void {
    this.#begun = 0;
    const shown = this.#shown?.then((progress) => progress.done());
    this.#shown = undefined;
    if (shown) inBackground(this.#connection, shown);
  }
}
