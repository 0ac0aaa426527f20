import { Uri, window, workspace } from 'vscode';
import type { MinutesParams } from '../../server/src/protocol.js';

/**
 * The template that the settings name for a log, or else the one that the user picks; undefined if there is none.
 * One that lies in a folder which is not trusted is an error: a template is a program.
 */
export async function readTemplate(log: Uri): Promise<MinutesParams['template']> {
  const named = workspace.getConfiguration('meetlog', log).get('minutes.template', '');
  const file = named === '' ? await pickTemplate() : locate(named, log);
  if (!file) return undefined;
  if (!workspace.isTrusted && workspace.getWorkspaceFolder(file)) {
    throw new Error('templates of a folder are used only where you trust it (command “Manage Workspace Trust”)');
  }
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    return { name: file.path.replace(/^.*\//, ''), text };
  } catch {
    throw new Error(`the template ${file.path} cannot be read`);
  }
}

/** A path is absolute, or starts at the folder that was opened, else at the log's. */
function locate(path: string, log: Uri): Uri {
  const folder = workspace.getWorkspaceFolder(log)?.uri ?? Uri.joinPath(log, '..');
  if (/^[a-z]:[\\/]/i.test(path)) return folder.with({ path: `/${path.replaceAll('\\', '/')}` });
  return path.startsWith('/') ? folder.with({ path }) : Uri.joinPath(folder, path);
}

async function pickTemplate(): Promise<Uri | undefined> {
  const [file] = (await window.showOpenDialog({ title: 'Minutes by which template?', openLabel: 'Use' })) ?? [];
  return file;
}
