import type { CancellationToken, Connection } from 'vscode-languageserver';
import { actionAt, actionsTree } from '../features/trees/actionsTree.js';
import { type Branch, nodesAt } from '../features/trees/branch.js';
import { decisionsTree } from '../features/trees/decisionsTree.js';
import { meetingsTree } from '../features/trees/meetingsTree.js';
import type { TreeContext } from '../features/trees/treeTexts.js';
import { nameIn } from '../features/uris.js';
import type { ActionRecordParams, RecordedAction, TreeName, TreeParams, TreePart } from '../protocol.js';
import type { Projects } from './projects.js';
import { own, ownBare } from './requests.js';
import { inSlices } from './slices.js';
import { keyOf } from './workspaceIndex.js';
import type { WorkspaceLogs } from './workspaceLogs.js';

type Trees = { readonly [T in TreeName]: (context: TreeContext, params: TreeParams) => readonly Branch[] };

/** Serves the trees about all logs of the workspace. */
export function serveTrees(connection: Connection, logs: WorkspaceLogs, projects: Projects): void {
  const nameOf = (log: string) => nameInFolders(log, projects);
  const trees: Trees = {
    meetings: (context) =>
      meetingsTree({
        ...context,
        unreadable: logs.index.index.unreadable,
        skipped: logs.index.index.skipped,
        problemsOf: (log) => logs.problems.of(log),
      }),
    actions: (context, { today, withDone = false }) => actionsTree(context, { today, withDone }),
    decisions: (context, { search = '' }) => decisionsTree(context, search),
  };
  const context = async (token: CancellationToken, needsLedger: boolean): Promise<TreeContext> => {
    const all = await logs.read(token);
    if (needsLedger) await inSlices(all.ledgerWork, () => false, token);
    return { logs: all, nameOf };
  };

  connection.onRequest(own('meetlog/tree'), async (params, token): Promise<TreePart> => {
    const about = await context(token, params.tree === 'actions');
    const isKnown = Object.hasOwn(trees, params.tree);
    const nodes = isKnown ? nodesAt(trees[params.tree](about, params), params.path) : [];
    logs.problems.findWanted();
    return { nodes, logs: about.logs.logs.length, isPartial: logs.index.isPartial };
  });
  connection.onRequest(own('meetlog/actionRecord'), async (params, token) =>
    recordOf(await context(token, true), params, projects),
  );
  connection.onRequest(ownBare('meetlog/readAgain'), () => {
    logs.index.readAgain();
    return null;
  });
}

/** The entry that closed an action, or one that would close it; null if there is no such action or file. */
async function recordOf(
  context: TreeContext,
  { path, today }: ActionRecordParams,
  projects: Projects,
): Promise<RecordedAction | null> {
  const action = actionAt(context, path.at(-1));
  if (!action) return null;
  const { place } = await projects.ofClosed(action.last.log);
  const { ledger } = context.logs;
  const known = ledger.records.get(action);
  if (known && action.closed) return { file: action.closed.log, entry: known };
  return place ? { file: place.file, entry: { log: place.log, text: action.text, state: 'done', date: today } } : null;
}

/** The path of a log in its folder; with several folders, behind the name of that. */
function nameInFolders(log: string, projects: Projects): string {
  const folder = projects.folderOf(log);
  if (folder === undefined) return nameIn(log);
  const path = keyOf(log).slice(keyOf(folder).length + 1);
  return projects.folders.length > 1 ? `${nameIn(folder)}/${path}` : path;
}
