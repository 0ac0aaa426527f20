import {
  commands,
  type Disposable,
  ProgressLocation,
  RelativePattern,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { languageId } from './detection.js';
import { exists } from './files.js';
import type { Server } from './languageServer.js';
import { addTo, projectFileName } from './projectEntries.js';
import { Reported, reportFailure } from './report.js';

/** Files whose names suggest a log. */
const logs = '**/*.{log,txt,irclog,weechatlog,meetlog}';
/** So many of them are read. */
const mostLogs = 5_000;

/** Registers the command that proposes people from logs: it opens the project's file with them, for review. */
export function registerCollectPeople(server: Server): Disposable {
  return commands.registerCommand('meetlog.collectPeople', () => reportFailure(() => collect(server)));
}

async function collect(server: Server): Promise<void> {
  const folder = await folderOfLogs();
  if (!folder) return;
  const file = Uri.joinPath(folder, projectFileName);
  const text = (await exists(file)) ? (await workspace.openTextDocument(file)).getText() : '';
  const found = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Collecting people', cancellable: true },
    async (_progress, token) => {
      const uris = (await logsIn(folder)).map(String);
      return server.ask('meetlog/collectPeople', { logs: uris, text }, token);
    },
  );
  if (found.people.length === 0) throw new Reported(`There is nobody to add to ${projectFileName}.`);
  await propose(server, file, found.people);
  // No one waits for the answer.
  void reportFailure(() => explain(found.people.length, found.why));
}

/** The folder of the workspace that the active log is in, or that the user picks; without a workspace, the log's own. */
async function folderOfLogs(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  const log = active?.languageId === languageId ? active.uri : undefined;
  const folders = workspace.workspaceFolders ?? [];
  const own = (log && workspace.getWorkspaceFolder(log)) ?? (folders.length === 1 ? folders[0] : undefined);
  if (own) return own.uri;
  if (folders.length > 0) return (await window.showWorkspaceFolderPick())?.uri;
  if (!log || log.scheme === 'untitled') throw new Reported('Open a folder with meeting logs first.');
  return Uri.joinPath(log, '..');
}

/** Outside of a workspace, a folder cannot be searched, but its files can be listed. */
async function logsIn(folder: Uri): Promise<Uri[]> {
  const own = workspace.getWorkspaceFolder(folder);
  if (own) return workspace.findFiles(new RelativePattern(own, logs), undefined, mostLogs);
  const entries = await workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => /\.(?:log|txt|irclog|weechatlog|meetlog)$/i.test(name));
  return names.slice(0, mostLogs).map((name) => Uri.joinPath(folder, name));
}

/** Opens the file with the new entries, which are not saved. */
async function propose(server: Server, file: Uri, people: readonly object[]): Promise<void> {
  if (!(await exists(file))) {
    const edit = new WorkspaceEdit();
    edit.createFile(file, { contents: new TextEncoder().encode('{}\n') });
    await workspace.applyEdit(edit);
  }
  const document = await workspace.openTextDocument(file);
  await addTo(server, document, { list: 'people', entries: people });
  await window.showTextDocument(document);
}

async function explain(count: number, why: string): Promise<void> {
  const people = count === 1 ? '1 person was' : `${count} people were`;
  const show = 'Show Reasons';
  const picked = await window.showInformationMessage(
    `${people} added to ${projectFileName}. Review and save it.`,
    show,
  );
  if (picked !== show) return;
  const document = await workspace.openTextDocument({ language: 'markdown', content: why });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}
