import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

type Middleware = NonNullable<LanguageClientOptions['middleware']>;
type Handler = NonNullable<Middleware['handleWorkDoneProgress']>;

interface Shown {
  readonly progress: Progress<{ message?: string; increment?: number }>;
  readonly end: () => void;
  percentage: number;
}

/** Shows the server's progress that can be cancelled as a notification: in the status bar, it could not be. */
export class ProgressNotices {
  readonly #client: () => Promise<BaseLanguageClient> | undefined;
  readonly #shown = new Map<string | number, Shown>();

  constructor(client: () => Promise<BaseLanguageClient> | undefined) {
    this.#client = client;
  }

  readonly handle: Handler = (token, params, next) => {
    if (params.kind === 'begin' && params.cancellable) this.#begin(token, params.title, params);
    else if (!this.#shown.has(token)) next(token, params);
    else if (params.kind === 'end') this.#end(token);
    else this.#report(token, params);
  };

  #begin(token: string | number, title: string, first: Report): void {
    const options = { location: ProgressLocation.Notification, title: `Meetlog: ${title}`, cancellable: true };
    void window.withProgress(options, (progress, cancel: CancellationToken) => {
      cancel.onCancellationRequested(() => {
        this.#client()
          ?.then((client) => client.sendNotification('window/workDoneProgress/cancel', { token }))
          .catch(() => undefined);
      });
      return new Promise<void>((end) => {
        this.#shown.set(token, { progress, end, percentage: 0 });
        this.#report(token, first);
      });
    });
  }

  #report(token: string | number, { message = '', percentage = 0 }: Report): void {
    const shown = this.#shown.get(token);
    shown?.progress.report({ message, increment: percentage - shown.percentage });
    if (shown) shown.percentage = percentage;
  }

  #end(token: string | number): void {
    this.#shown.get(token)?.end();
    this.#shown.delete(token);
  }

  /** To be called when the server has ended. */
  endAll(): void {
    for (const token of [...this.#shown.keys()]) this.#end(token);
  }
}

interface Report {
  readonly message?: string;
  readonly percentage?: number;
}
