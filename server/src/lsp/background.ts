import type { Connection } from 'vscode-languageserver';

/** Does something that no request waits for. A failure, such as a client that refuses a request of ours, is logged. */
export function inBackground({ console }: Connection, work: Promise<unknown>): void {
  work.catch((error) => console.error(String(error)));
}
