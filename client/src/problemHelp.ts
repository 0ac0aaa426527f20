import { commands, Disposable, Uri, workspace } from 'vscode';
import { explainProblemCommand } from '../../server/src/protocol.js';

/** The scheme of the page if it is not in a file system. */
const scheme = 'meetlog-help';

/**
 * Registers the command behind problem codes: it opens the page shipped with the extension at the problem's section. In a
 * browser, the page is on a web server, from which VS Code cannot open documents.
 */
export function registerProblemHelp(extensionUri: Uri): Disposable {
  const packed = Uri.joinPath(extensionUri, 'docs/problems.md');
  const isServed = packed.scheme === 'http' || packed.scheme === 'https';
  const page = isServed ? Uri.from({ scheme, path: '/problems.md' }) : packed;
  const command = commands.registerCommand(explainProblemCommand, (code?: unknown) =>
    commands.executeCommand('markdown.showPreview', page.with({ fragment: typeof code === 'string' ? code : '' })),
  );
  if (!isServed) return command;
  const provideTextDocumentContent = async () => (await fetch(packed.toString(true))).text();
  return Disposable.from(
    command,
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent }),
  );
}
