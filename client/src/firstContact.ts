import { commands, Disposable, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { generateMinutesCommand, previewCommand } from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import { openExampleFolder } from './exampleFolder.js';
import type { ExportDocuments } from './exportDocuments.js';
import { exists } from './files.js';
import { reportFailure } from './minutesCommands.js';
import { openAsLog, showLog } from './openAsLog.js';

/** The name of the example's document: one that no file in the user's folder should have. */
const exampleName = 'example-meeting.log';

/** The commands of the walkthrough and of the Explorer's context menu. They first open the log that they need. */
export function registerFirstContact(extension: Uri, storage: Uri, exports: ExportDocuments): Disposable {
  const register = (command: string, run: (file?: Uri) => Promise<unknown>) =>
    commands.registerCommand(command, (file?: Uri) => reportFailure(async () => void (await run(file))));
  /** The log for the next step of the walkthrough: while the walkthrough is active, no text editor is. */
  const log = async () => visibleLog() ?? (await openExample(extension));
  return Disposable.from(
    register('meetlog.openExample', () => openExample(extension)),
    register('meetlog.openExampleFolder', () => openExampleFolder(extension, storage)),
    register('_meetlog.walkthrough.showProblems', async () => {
      await log();
      await commands.executeCommand('workbench.actions.view.problems');
    }),
    register('_meetlog.walkthrough.generateMinutes', async () => generate(await log())),
    register('meetlog.generateMinutesOfFile', async (file) => file && generate(await openAsLog(file, exports))),
    register('meetlog.previewMinutesOfFile', async (file) => {
      if (file) await commands.executeCommand(previewCommand, (await openAsLog(file, exports)).uri.toString());
    }),
  );
}

function visibleLog(): TextDocument | undefined {
  return window.visibleTextEditors.find(({ document }) => document.languageId === languageId)?.document;
}

async function generate({ uri }: TextDocument): Promise<void> {
  await commands.executeCommand(generateMinutesCommand, uri.toString());
}

/** Opens the example as an untitled document, so that users can try everything in it. */
async function openExample(extension: Uri): Promise<TextDocument> {
  const document = await showLog(await exampleDocument());
  if (document.getText() === '') {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'examples/rooftop-garden.log'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Range(0, 0, 0, 0).start, new TextDecoder().decode(bytes));
    await workspace.applyEdit(edit);
  }
  return document;
}

async function exampleDocument(): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  const file = folder && Uri.joinPath(folder.uri, exampleName);
  if (file && (await exists(file))) return workspace.openTextDocument({ language: languageId });
  const untitled = Uri.from({ scheme: 'untitled', path: file?.path ?? `/${exampleName}` });
  // Its editor comes first: VS Code opens a document with a name that is in no editor by itself, wherever it likes.
  await commands.executeCommand('vscode.open', untitled, { preview: false });
  return workspace.openTextDocument(untitled);
}
