import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mayBeChat } from './log/detect/chat.js';
import { logEnding, skippedFolders, type WorkspaceFiles } from './workspace/workspaceFiles.js';

/** The largest file that is read, and how much of one shows whether it is a chat, in bytes. */
const largest = 100_000_000;
const headBytes = 65_536;

/** Files of this computer: those with the scheme `file`. */
export const diskFiles: WorkspaceFiles = {
  async read(uri, { onlyChat = false } = {}) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      if (size > largest) return undefined;
      if (onlyChat && size > headBytes && !mayBeChat(await headOf(path))) return '';
      return new TextDecoder().decode(await readFile(path));
    } catch {
      return undefined;
    }
  },
  async list(folders) {
    const found = new Set<string>();
    for (const folder of folders.filter((uri) => uri.startsWith('file:')))
      for (const path of await logsIn(fileURLToPath(folder))) found.add(pathToFileURL(path).href);
    return [...found];
  },
};

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(headBytes) });
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Symbolic links are not followed, as they may lead around in a circle. */
async function logsIn(root: string): Promise<string[]> {
  const logs: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !skippedFolders.includes(entry.name)) folders.push(path);
      else if (entry.isFile() && logEnding.test(entry.name)) logs.push(path);
    }
  }
  return logs.sort();
}

/** The entries of a folder; none if it cannot be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
