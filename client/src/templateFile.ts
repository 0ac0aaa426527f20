import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { MinutesParams } from '../../server/src/protocol.js';
import { Reported } from './report.js';

/** The templates shipped with Meetlog, with their files in `examples/templates/`. */
const own = [
  { label: 'Announcement', detail: 'Topics with their decisions, in Markdown', file: 'announcement.md.liquid' },
  { label: 'Mail', detail: 'Decisions and who does what, as plain text', file: 'mail.txt.liquid' },
] as const;

/**
 * The template from a log's settings, or else the one that the user picks; undefined if there is none. A template in an untrusted
 * folder is an error: a template is a program.
 */
export async function readTemplate(log: Uri, extension: Uri): Promise<MinutesParams['template']> {
  const named = workspace.getConfiguration('meetlog', log).get('minutes.template', '');
  const file = named === '' ? await pickTemplate(extension) : locate(named, log);
  if (!file) return undefined;
  if (!workspace.isTrusted && workspace.getWorkspaceFolder(file)) {
    throw new Reported('templates in this folder are used only if you trust it (command “Manage Workspace Trust”)');
  }
  const name = file.path.replace(/^.*\//, '');
  try {
    return { name, text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch {
    throw new Reported(`the template ${name} cannot be read`);
  }
}

/** A path is absolute, or relative to the open folder, or else to the log's folder. */
function locate(path: string, log: Uri): Uri {
  const folder = workspace.getWorkspaceFolder(log)?.uri ?? Uri.joinPath(log, '..');
  if (/^[a-z]:[\\/]/i.test(path)) return folder.with({ path: `/${path.replaceAll('\\', '/')}` });
  return path.startsWith('/') ? folder.with({ path }) : Uri.joinPath(folder, path);
}

async function pickTemplate(extension: Uri): Promise<Uri | undefined> {
  const items: (QuickPickItem & { readonly file?: string })[] = [
    ...own,
    { label: '', kind: QuickPickItemKind.Separator },
    { label: 'Choose File…' },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: 'Select a template' });
  if (!picked) return undefined;
  if (picked.file !== undefined) return Uri.joinPath(extension, 'examples/templates', picked.file);
  const [file] = (await window.showOpenDialog({ title: 'Select a Template', openLabel: 'Use' })) ?? [];
  return file;
}
