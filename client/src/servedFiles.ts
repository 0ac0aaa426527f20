import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ChatText, chatText, headBytes } from '../../server/src/log/detect/chatText.js';
import { decodeBytes } from '../../server/src/log/text/decodeBytes.js';
import type { ClientRequests, FileParams, ListedFile } from '../../server/src/protocol.js';
import { isTooLarge } from './sizeLimit.js';

/**
 * Reads files for the server, which cannot read those of virtual workspaces, and none at all in a browser; and lists those that
 * may be logs.
 */
export function serveFiles(client: BaseLanguageClient, findLogs: () => Promise<readonly ListedFile[]>): void {
  const read: keyof ClientRequests = 'meetlog/readFile';
  const readChat: keyof ClientRequests = 'meetlog/readChat';
  const find: keyof ClientRequests = 'meetlog/findLogs';
  client.onRequest(read, ({ uri }: FileParams) => reading(uri, (bytes) => decodeBytes(bytes).text));
  client.onRequest(readChat, ({ uri }: FileParams) =>
    reading(uri, async (bytes): Promise<{ text: ChatText }> => {
      const isLong = bytes.length > headBytes;
      return { text: await chatText(bytes.subarray(0, headBytes), isLong ? () => decodeBytes(bytes).text : undefined) };
    }),
  );
  client.onRequest(find, findLogs);
}

/** Reads a file; null if it is too large, or cannot be read. */
async function reading<T>(uri: string, read: (bytes: Uint8Array) => T | Promise<T>): Promise<T | null> {
  try {
    const file = Uri.parse(uri);
    const { size } = await workspace.fs.stat(file);
    return isTooLarge(size) ? null : await read(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
