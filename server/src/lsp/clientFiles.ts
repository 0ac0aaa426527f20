import { type Connection, type InitializeParams, RequestType } from 'vscode-languageserver';
import type { ChatText } from '../log/detect/chatText.js';
import type { ClientRequests, InitializationOptions } from '../protocol.js';
import { firstOf, type WorkspaceFiles } from '../workspace/workspaceFiles.js';

type ReadFile = ClientRequests['meetlog/readFile'];
type ReadChat = ClientRequests['meetlog/readChat'];

const readFile = new RequestType<ReadFile['params'], ReadFile['result'], void>('meetlog/readFile');
const readChat = new RequestType<ReadChat['params'], ReadChat['result'], void>('meetlog/readChat');

/** Reads files of a workspace: those that the host can by itself, and the others through a client that offers that. */
export function workspaceFiles(
  connection: Connection,
  { initializationOptions }: InitializeParams,
  host: WorkspaceFiles,
): WorkspaceFiles {
  const isOffered = (initializationOptions as InitializationOptions | undefined)?.readsFiles === true;
  if (!isOffered) return host;
  return firstOf(host, {
    read: async (uri) => (await answered(connection.sendRequest(readFile, { uri }))) ?? undefined,
    readChat: async (uri): Promise<ChatText | undefined> =>
      (await answered(connection.sendRequest(readChat, { uri })))?.text,
  });
}

/** A client's answer; null if it has none. */
async function answered<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
