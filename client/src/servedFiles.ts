import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { headLength, mayBeChat } from '../../server/src/log/detect/chat.js';
import type { ClientRequests, FileParams, ListedFile } from '../../server/src/protocol.js';
import { isTooLarge } from './sizeLimit.js';

/**
 * Reads files for the server, which cannot read those of virtual workspaces, and none at all in a browser; and lists those that
 * may be logs.
 */
export function serveFiles(client: BaseLanguageClient, findLogs: () => Promise<readonly ListedFile[]>): void {
  const read: keyof ClientRequests = 'meetlog/readFile';
  const find: keyof ClientRequests = 'meetlog/findLogs';
  client.onRequest(read, ({ uri, onlyChat }: FileParams) => textOf(Uri.parse(uri), onlyChat));
  client.onRequest(find, findLogs);
}

async function textOf(file: Uri, onlyChat = false): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (isTooLarge(size)) return null;
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    return onlyChat && !mayBeChat(text.slice(0, headLength)) ? '' : text;
  } catch {
    return null;
  }
}
