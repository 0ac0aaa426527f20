import { type Connection, type InitializeParams, RequestType } from 'vscode-languageserver';
import type { ClientRequests, InitializationOptions } from '../protocol.js';
import { firstOf, type ReadOptions, type WorkspaceFiles } from '../workspace/workspaceFiles.js';

type ReadFile = ClientRequests['meetlog/readFile'];

const readFile = new RequestType<ReadFile['params'], ReadFile['result'], void>('meetlog/readFile');

/** Reads files of a workspace: those that the host can by itself, and the others through a client that offers that. */
export function workspaceFiles(
  connection: Connection,
  { initializationOptions }: InitializeParams,
  host: WorkspaceFiles,
): WorkspaceFiles {
  const isOffered = (initializationOptions as InitializationOptions | undefined)?.readsFiles === true;
  return isOffered ? firstOf(host, { read: (uri, options) => askClient(connection, uri, options) }) : host;
}

async function askClient(connection: Connection, uri: string, options?: ReadOptions): Promise<string | undefined> {
  try {
    return (await connection.sendRequest(readFile, { uri, ...options })) ?? undefined;
  } catch {
    return undefined;
  }
}
