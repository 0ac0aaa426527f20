import { commands, type Disposable, env, Uri } from 'vscode';
import { explainProblemCommand } from '../../server/src/protocol.js';

/**
 * Registers the command behind the codes of problems: it shows the page that comes with the extension, at the problem's section.
 * If the page is not in a file system, as on vscode.dev, the browser shows it.
 */
export function registerProblemHelp(extensionUri: Uri): Disposable {
  return commands.registerCommand(explainProblemCommand, async (code?: unknown) => {
    const fragment = typeof code === 'string' ? code : '';
    const page = Uri.joinPath(extensionUri, 'docs/problems.md').with({ fragment });
    if (page.scheme === 'https' || page.scheme === 'http') await env.openExternal(page);
    else await commands.executeCommand('markdown.showPreview', page);
  });
}
