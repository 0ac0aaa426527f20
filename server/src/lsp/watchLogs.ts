import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
} from 'vscode-languageserver';
import { isProjectFile } from '../workspace/projectPlace.js';
import { inBackground } from './background.js';
import { hasLogName, type WorkspaceIndex } from './workspaceIndex.js';

/** Passes changes of files on to the index. */
export function filesChanged(index: WorkspaceIndex, changes: readonly FileEvent[]): void {
  for (const { uri, type } of changes) {
    if (isProjectFile(uri)) index.projectsChanged();
    else if (!hasLogName(uri)) continue;
    else if (type === FileChangeType.Deleted) index.fileDeleted(uri);
    else index.fileChanged(uri, type === FileChangeType.Created);
  }
}

/** The capabilities for renamed and deleted folders, of which file watchers do not report what is in them. */
export const folderOperations = {
  didCreate: { filters: [{ pattern: { glob: '**/*', matches: 'folder' as const } }] },
  didRename: { filters: [{ pattern: { glob: '**/*', matches: 'folder' as const } }] },
  didDelete: { filters: [{ pattern: { glob: '**/*' } }] },
};

/** Makes a client report changes of logs, once the index is wanted: no one else needs them. */
export class LogWatch {
  readonly #connection: Connection;
  readonly #canWatch: boolean;
  #isWatching = false;

  constructor(connection: Connection, { capabilities }: InitializeParams, index: WorkspaceIndex) {
    this.#connection = connection;
    this.#canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    connection.workspace.onDidCreateFiles(() => index.listAgain());
    connection.workspace.onDidRenameFiles(() => index.listAgain());
    connection.workspace.onDidDeleteFiles(() => index.listAgain());
  }

  /** Begins, at the first call. */
  begin(): void {
    if (this.#isWatching || !this.#canWatch) return;
    this.#isWatching = true;
    const watchers = [{ globPattern: '**/*.{log,txt,irclog,weechatlog,meetlog}' }];
    inBackground(
      this.#connection,
      this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
  }
}
