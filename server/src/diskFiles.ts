import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WorkspaceFiles } from './workspace/workspaceFiles.js';

/** The largest file that is read, in bytes. */
const largest = 100_000_000;

/** Files of this computer: those with the scheme `file`. */
export const diskFiles: WorkspaceFiles = {
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      return size > largest ? undefined : new TextDecoder().decode(await readFile(path));
    } catch {
      return undefined;
    }
  },
};
