import type { Connection } from 'vscode-languageserver';
import { liveFolder, type MinutesOf, parseMinutesUri } from '../features/minutesUri.js';
import { inBackground } from './background.js';
import type { WriteMinutes } from './generate.js';

/** How long a log must be unchanged, in milliseconds, before its client is told that its minutes are out of date. */
const delay = 100;

/** Serves minutes as documents that follow their log: `workspace/textDocumentContent` of LSP 3.18. */
export class VirtualMinutes {
  readonly #connection: Connection;
  /**
   * For each log, the minutes that clients have read since they were last reported as out of date. A client that still shows them
   * reads them again.
   */
  readonly #shown = new Map<string, Set<string>>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(connection: Connection, write: WriteMinutes) {
    this.#connection = connection;
    connection.workspace.textDocumentContent.on(async ({ uri }) => {
      const asked = parseMinutesUri(uri);
      if (!asked) return null;
      const { log, ...params } = asked;
      this.#shown.set(log, (this.#shown.get(log) ?? new Set()).add(uri));
      const result = await write({ textDocument: { uri: log }, folder: liveFolder, ...params });
      return { text: result?.text ?? gone(asked) };
    });
  }

  /** To be called whenever a log is opened, changed or closed. */
  changed(log: string): void {
    if (!this.#shown.has(log)) return;
    clearTimeout(this.#timers.get(log));
    this.#timers.set(
      log,
      setTimeout(() => this.#refresh(log), delay),
    );
  }

  #refresh(log: string): void {
    const shown = this.#shown.get(log) ?? [];
    this.#shown.delete(log);
    this.#timers.delete(log);
    for (const uri of shown) {
      inBackground(this.#connection, this.#connection.workspace.textDocumentContent.refresh(uri));
    }
  }
}

/** Shown instead of minutes that cannot be written at the moment: the document must not vanish while someone edits the log. */
function gone({ log, meeting, format }: MinutesOf): string {
  return `No minutes to show: ${log} is not open or has no meeting ${meeting + 1}, or “${format}” is not a format.\n`;
}
