import type { ExtensionContext } from 'vscode';
import { start } from './extension.js';

/** Runs the server as a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  start(context, async (id, name, options) => {
    // A bundle of its own: whoever looks at an ordinary log need not wait until all of it is read.
    const { LanguageClient, TransportKind } = await import('./languageClient.node.js');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  });
}
