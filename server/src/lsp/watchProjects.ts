import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  NotificationType,
} from 'vscode-languageserver';
import type { Notifications } from '../protocol.js';
import { projectFileName } from '../workspace/projectFile.js';
import { inBackground } from './background.js';
import type { OpenProjectFiles } from './openProjectFiles.js';
import type { Projects } from './projects.js';

const nowTrusted = new NotificationType<Notifications['meetlog/trusted']>('meetlog/trusted');

/** What follows changes of the workspace. */
export interface Followers {
  /** The project of an open log has changed. */
  readonly changed: () => void;
  /** Files have changed, any of those that are watched. */
  readonly filesChanged: (changes: readonly FileEvent[]) => void;
  /** The workspace has other folders, or is trusted now. */
  readonly foldersChanged: () => void;
}

/** Tells followers what changes in the workspace, when projects know it. To be called when the client is initialized. */
export function watchProjects(
  connection: Connection,
  { capabilities: { workspace } }: InitializeParams,
  { projects, openProjects }: { readonly projects: Projects; readonly openProjects: OpenProjectFiles },
  { changed, filesChanged, foldersChanged }: Followers,
): void {
  const follow = (change: Promise<boolean>, others: () => void) =>
    inBackground(
      connection,
      change.then((isChanged) => {
        if (isChanged) changed();
        others();
      }),
    );
  const followFiles = (changes: readonly FileEvent[]) =>
    follow(projects.filesChanged(changes), () => filesChanged(changes));
  connection.onDidChangeWatchedFiles(({ changes }) => followFiles(changes));
  openProjects.follow((uris) => followFiles(uris.map((uri) => ({ uri, type: FileChangeType.Changed }))));
  connection.onNotification(nowTrusted, () => follow(projects.trust(), foldersChanged));
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: `**/${projectFileName}` }];
    inBackground(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  if (workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      follow(
        projects.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
        foldersChanged,
      ),
    );
  }
}
