import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  NotificationType,
} from 'vscode-languageserver';
import type { Notifications } from '../protocol.js';
import { projectFileName } from '../workspace/projectFile.js';
import { inBackground } from './background.js';
import type { Projects } from './projects.js';

const nowTrusted = new NotificationType<Notifications['meetlog/trusted']>('meetlog/trusted');

/** Calls back whenever the project of an open log has changed. To be called when the client is initialized. */
export function watchProjects(
  connection: Connection,
  { capabilities: { workspace } }: InitializeParams,
  projects: Projects,
  changed: () => void,
): void {
  const follow = (change: Promise<boolean>) =>
    inBackground(
      connection,
      change.then((isChanged) => {
        if (isChanged) changed();
      }),
    );
  connection.onDidChangeWatchedFiles(({ changes }) => follow(projects.filesChanged(changes)));
  connection.onNotification(nowTrusted, () => follow(projects.trust()));
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
      ),
    );
  }
}
