import { FileType, type GlobPattern, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { ListedFile } from '../../server/src/protocol.js';
import type { LogKind } from './detection.js';
import { mayBeLogName } from './largeLogs.js';

/** What the user chose for files. */
export interface FileChoices {
  readonly kindOf: (file: Uri) => LogKind | undefined;
  readonly layoutOf: (file: Uri) => string | undefined;
}

/** File systems of which VS Code cannot search the files are searched by us, up to this many folders. */
const mostFolders = 2000;
const skipped = ['node_modules', '.git'];
const logs =
  '**/*.{[lL][oO][gG],[tT][xX][tT],[iI][rR][cC][lL][oO][gG],[wW][eE][eE][cC][hH][aA][tT][lL][oO][gG],[mM][eE][eE][tT][lL][oO][gG]}';

/** The files of the workspace that may be meeting logs, by their names, the settings and what the user chose. */
export async function findLogs(choices: FileChoices): Promise<ListedFile[]> {
  const found = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => logsIn(folder, choices)));
  // A folder may be inside another.
  return [...new Map(found.flat().map((file) => [file.uri, file])).values()];
}

async function logsIn(folder: WorkspaceFolder, { kindOf, layoutOf }: FileChoices): Promise<ListedFile[]> {
  const detection = workspace.getConfiguration('meetlog', folder.uri).get('detection', 'auto');
  const files = await filesIn(folder);
  return files.flatMap((file) => {
    const kind = kindOf(file) ?? kinds[detection] ?? 'auto';
    // These are always logs: VS Code knows them by their names.
    const isOurs = /\.(?:irclog|meetlog)$/i.test(file.path);
    if (kind === 'ordinary' && !isOurs) return [];
    const layout = layoutOf(file);
    return [
      { uri: file.toString(), ...(layout !== undefined && { layout }), ...(kind === 'meeting' && { isChosen: true }) },
    ];
  });
}

const kinds: Readonly<Record<string, LogKind>> = { always: 'meeting', never: 'ordinary' };

async function filesIn(folder: WorkspaceFolder): Promise<Uri[]> {
  const found = await workspace.findFiles(new RelativePattern(folder, logs), excludedIn(folder));
  return found.length > 0 || folder.uri.scheme === 'file' ? found : searched(folder.uri);
}

/** What the user does not want to search; VS Code itself only leaves out `files.exclude`. */
function excludedIn({ uri }: WorkspaceFolder): GlobPattern {
  const all = workspace.getConfiguration('search', uri).get<Record<string, unknown>>('exclude', {});
  const patterns = Object.entries(all).flatMap(([pattern, isExcluded]) => (isExcluded === true ? pattern : []));
  return `{${[...new Set([...patterns, ...skipped.map((name) => `**/${name}`)])].join(',')}}`;
}

/** The logs in a folder of a file system without a search. */
async function searched(root: Uri): Promise<Uri[]> {
  const found: Uri[] = [];
  const folders = [root];
  for (let count = 0; count < mostFolders; count++) {
    const folder = folders.shift();
    if (!folder) break;
    for (const [name, type] of await entriesOf(folder)) {
      const file = Uri.joinPath(folder, name);
      if (type === FileType.Directory && !skipped.includes(name)) folders.push(file);
      else if (type === FileType.File && mayBeLogName(name)) found.push(file);
    }
  }
  return found;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
