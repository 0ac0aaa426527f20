import { FileType, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { languageId } from './detection.js';
import { logOfName } from './namesOfMinutes.js';

/** The log that minutes are of: the one beside them by its name or date, or else the one that the user chooses; undefined if none. */
export async function logOfMinutes(minutes: Uri): Promise<Uri | undefined> {
  const beside = await logsBeside(minutes);
  return beside[logOfName(nameOf(minutes), beside.map(nameOf))] ?? choose([...beside, ...openLogs()]);
}

/** The file name of a URI. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function openLogs(): Uri[] {
  return workspace.textDocuments.filter((document) => document.languageId === languageId).map(({ uri }) => uri);
}

const logName = /\.(?:log|irclog|weechatlog|meetlog)(?:\.txt)?$/i;

async function logsBeside(minutes: Uri): Promise<Uri[]> {
  if (minutes.scheme === 'untitled') return [];
  try {
    const folder = Uri.joinPath(minutes, '..');
    const entries = await workspace.fs.readDirectory(folder);
    const files = entries.filter(([name, type]) => (type & FileType.File) !== 0 && logName.test(name));
    return files.map(([name]) => Uri.joinPath(folder, name));
  } catch {
    // A folder that cannot be listed has no log that could be proposed.
    return [];
  }
}

interface LogItem extends QuickPickItem {
  readonly log?: Uri;
}

async function choose(logs: readonly Uri[]): Promise<Uri | undefined> {
  const known = new Map(logs.map((log) => [log.toString(), log]));
  const items: LogItem[] = Array.from(known.values(), (log) => ({
    label: nameOf(log),
    description: workspace.asRelativePath(log),
    log,
  }));
  const browse: LogItem = { label: '$(folder-opened) Choose a File…' };
  if (items.length > 0) items.push({ label: '', kind: QuickPickItemKind.Separator });
  const picked = await window.showQuickPick([...items, browse], { placeHolder: 'Select the log of these minutes' });
  if (picked !== browse) return picked?.log;
  return (await window.showOpenDialog({ title: 'Log of the Minutes', openLabel: 'Check' }))?.[0];
}
