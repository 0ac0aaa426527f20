import type { Connection } from 'vscode-languageserver';

/** Runs something that no request waits for. Failures, such as a client that refuses one of our requests, are logged. */
export function inBackground({ console }: Connection, work: Promise<unknown>): void {
  work.catch((error) => console.error(String(error)));
}
