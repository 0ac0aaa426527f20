import { type ExtensionContext, Uri } from 'vscode';
import { start } from './extension.js';

/** Runs the server in a web worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  start(context, async (id, name, options) => {
    // VS Code loads only one file of a web extension: this part of it runs on demand.
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient(id, name, new Worker(script), options);
  });
}
