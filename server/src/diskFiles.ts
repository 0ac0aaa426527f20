import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ChatText, chatText, headBytes } from './log/detect/chatText.js';
import { decodeBytes } from './log/text/decodeBytes.js';
import { logEnding, skippedFolders, type WorkspaceFiles } from './workspace/workspaceFiles.js';

/** The largest file that is read, in bytes. */
const largest = 100_000_000;

/** Files of this computer: those with the scheme `file`. */
export const diskFiles: WorkspaceFiles = {
  read: (uri) => reading(uri, textOf),
  readChat: (uri) =>
    reading<ChatText>(uri, async (path, size) => {
      return size > headBytes ? chatText(await headOf(path), () => textOf(path)) : chatText(await readFile(path));
    }),
  async list(folders) {
    const found = new Set<string>();
    for (const folder of folders.filter((uri) => uri.startsWith('file:')))
      for (const path of await logsIn(fileURLToPath(folder))) found.add(pathToFileURL(path).href);
    return [...found];
  },
};

/** Reads a file of this computer; undefined if it is none, or cannot be read. */
async function reading<T>(uri: string, read: (path: string, size: number) => Promise<T>): Promise<T | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = fileURLToPath(uri);
    const { size } = await stat(path);
    return size > largest ? undefined : await read(path, size);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  return decodeBytes(await readFile(path)).text;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(headBytes) });
    return buffer.subarray(0, bytesRead);
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
