import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequests } from '../../server/src/protocol.js';
import { isTooLarge } from './sizeLimit.js';

/** Reads files for the server, which cannot read those of virtual workspaces, and none at all in a browser. */
export function serveFiles(client: BaseLanguageClient): void {
  const method: keyof ClientRequests = 'meetlog/readFile';
  client.onRequest(method, ({ uri }: ClientRequests[typeof method]['params']) => textOf(Uri.parse(uri)));
}

async function textOf(file: Uri): Promise<string | null> {
  try {
    const { size } = await workspace.fs.stat(file);
    return isTooLarge(size) ? null : new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
