import { commands, Uri, workspace } from 'vscode';
import { exists } from './files.js';

/** The folder of example meetings, in the extension and in its storage. */
const name = 'tool-library';

/** The files in it: in a browser, the extension cannot list its own folders. */
const files = [
  'meetlog.json',
  'minutes-2031-03-19.md',
  'tool-library.2031-03-05-18.30.log.txt',
  'tool-library.2031-03-19-18.30.log.txt',
  'tool-library.2031-04-02-18.30.log.txt',
];

/**
 * Opens three example meetings in a window of their own: those of the user's folder would mix with them. They are a copy in the
 * extension's storage, which users can change; files that are there already stay as they are.
 */
export async function openExampleFolder(extension: Uri, storage: Uri): Promise<void> {
  const folder = Uri.joinPath(storage, name);
  await Promise.all(files.map((file) => copyOnce(Uri.joinPath(extension, 'examples', name, file), folder, file)));
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}

async function copyOnce(source: Uri, folder: Uri, file: string): Promise<void> {
  const target = Uri.joinPath(folder, file);
  if (!(await exists(target))) await workspace.fs.writeFile(target, await workspace.fs.readFile(source));
}
