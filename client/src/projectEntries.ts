import { commands, type Disposable, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { ignoreProblemCommand, type ProjectEditParams } from '../../server/src/protocol.js';
import { exists, replaceFile } from './files.js';
import type { Server } from './languageServer.js';
import { Reported, reportFailure } from './report.js';

/** The project's file, and its name in messages. */
export const projectFileName = 'meetlog.json';

/** What is added to the project's file. */
type Addition = Pick<ProjectEditParams, 'list' | 'entries' | 'isRemoved'>;

/** Registers the command behind “Ignore this in meetlog.json”. */
export function registerProjectFile(server: Server): Disposable {
  return commands.registerCommand(ignoreProblemCommand, (file?: unknown, entry?: unknown) =>
    reportFailure(async () => {
      if (typeof file === 'string' && typeof entry === 'object' && entry !== null) {
        await ignore(server, Uri.parse(file), entry);
      }
    }),
  );
}

async function ignore(server: Server, file: Uri, entry: object): Promise<void> {
  await changeProject(server, file, { list: 'ignore', entries: [entry] });
}

/** Adds entries to a project's file, or removes them, and makes the server read it. */
export async function changeProject(server: Server, file: Uri, addition: Addition): Promise<void> {
  if (await exists(file)) await extend(server, file, addition);
  else await create(server, file, addition);
  server.fileChanged(file);
}

/** Makes the file, with its first entries. */
async function create(server: Server, file: Uri, addition: Addition): Promise<void> {
  const change = await server.ask('meetlog/projectEdit', { text: '', ...addition });
  if (change) await replaceFile(file, change.text);
}

/** Adds to the file, and saves it, unless it has other changes that the user has not saved. */
async function extend(server: Server, file: Uri, addition: Addition): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const wasDirty = document.isDirty;
  await addTo(server, document, addition);
  if (wasDirty) await window.showTextDocument(document, { preserveFocus: true });
  else if (!(await document.save())) throw new Reported(`${projectFileName} could not be saved.`);
}

/** Adds entries to a document, which may be empty, without saving it. */
export async function addTo(server: Server, document: TextDocument, addition: Addition): Promise<void> {
  const change = await server.ask('meetlog/projectEdit', { text: document.getText(), ...addition });
  if (!change) {
    await window.showTextDocument(document);
    throw new Reported(
      addition.isRemoved
        ? `${projectFileName} has no such entry, or is not valid JSON.`
        : `Nothing can be added to ${projectFileName} until it is valid JSON.`,
    );
  }
  const { offset, length, text } = change;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(offset), document.positionAt(offset + length)), text);
  if (!(await workspace.applyEdit(edit))) throw new Reported(`${projectFileName} could not be changed.`);
}
