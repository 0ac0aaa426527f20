import { type Disposable, languages, Uri, workspace } from 'vscode';
import { exists } from './files.js';
import type { Server } from './languageServer.js';
import { projectFileName } from './projectEntries.js';

/**
 * Finds meetings, topics, action items and decisions by *Go to Symbol in Workspace…*, also before any log is open if the folder has
 * a project file. Nowhere else is the server started for that: most folders have no meetings, and people search their symbols all
 * day.
 */
export function registerLogSymbols(server: Server): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      if (!server.isStarted && !(await hasProjectFile())) return [];
      return server.symbols(query, token);
    },
  });
}

async function hasProjectFile(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => exists(Uri.joinPath(uri, projectFileName))));
  return found.includes(true);
}
