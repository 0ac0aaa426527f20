import * as vscode from 'vscode';
import { languageId } from './detection.js';
import { projectFileName } from './projectEntries.js';

/*
 * Offers `meetlog mcp` to assistants in VS Code 1.101 and later. The types of the oldest version do not have that API, and there
 * it is closed to extensions.
 */

/** How to start a server: `McpStdioServerDefinition`. */
type NewDefinition = new (
  label: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  version: string,
) => object;

interface DefinitionProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(): Promise<object[]>;
}

/** The parts of newer versions of VS Code. */
export interface NewerVscode {
  readonly McpStdioServerDefinition?: NewDefinition;
  readonly lm?: {
    registerMcpServerDefinitionProvider?(id: string, provider: DefinitionProvider): vscode.Disposable;
  };
}

/** The name of the provider in the manifest. */
const providerId = 'meetlog.logs';
/** What the workspace remembers once a meeting log of it was open. */
const seenKey = 'hasMeetingLogs';

/**
 * Offers the server for the folders of trusted workspaces that have meetings: a log of theirs was open at some time, or they have
 * a project's file. `program` is this Node.js. Nothing happens in older versions.
 */
export function registerAssistants(
  context: Pick<vscode.ExtensionContext, 'extension' | 'workspaceState' | 'asAbsolutePath'>,
  program: string,
  { lm, McpStdioServerDefinition: Definition }: NewerVscode = vscode as unknown as NewerVscode,
): vscode.Disposable {
  if (!Definition || !lm?.registerMcpServerDefinitionProvider) return new vscode.Disposable(() => undefined);
  const changed = new vscode.EventEmitter<void>();
  const { extension, workspaceState } = context;

  const provideMcpServerDefinitions = async () => {
    const folders = localFolders();
    const hasMeetings = workspaceState.get(seenKey) === true || (await hasProjectFile(folders));
    if (!vscode.workspace.isTrusted || folders.length === 0 || !hasMeetings) return [];
    const args = [context.asAbsolutePath('dist/cli.js'), 'mcp', ...folders.map(({ fsPath }) => fsPath)];
    // In desktop VS Code, this program is Electron.
    const env = { ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
    return [new Definition('Meetlog', program, args, env, extension.packageJSON.version)];
  };
  const see = async (document: vscode.TextDocument) => {
    const isOurs = document.languageId === languageId && vscode.workspace.getWorkspaceFolder(document.uri);
    if (!isOurs || workspaceState.get(seenKey)) return;
    await workspaceState.update(seenKey, true);
    changed.fire();
  };
  try {
    const provider = { onDidChangeMcpServerDefinitions: changed.event, provideMcpServerDefinitions };
    const registration = lm.registerMcpServerDefinitionProvider(providerId, provider);
    vscode.workspace.textDocuments.forEach(see);
    return vscode.Disposable.from(
      registration,
      changed,
      vscode.workspace.onDidOpenTextDocument(see),
      vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    );
  } catch {
    // The API is still a proposal there.
    return changed;
  }
}

/** The folders of the workspace that a program can read. */
function localFolders(): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
}

async function hasProjectFile(folders: readonly vscode.Uri[]): Promise<boolean> {
  const stats = folders.map((folder) => vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, projectFileName)));
  return (await Promise.allSettled(stats)).some(({ status }) => status === 'fulfilled');
}
