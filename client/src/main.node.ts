import type { ExtensionContext } from 'vscode';
import { start } from './extension.js';

/** Runs the server as a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  start(context, async (id, name, options) => {
    // A large bundle of its own: whoever looks at an ordinary log does not wait for it.
    const { LanguageClient, TransportKind } = await import('./languageClient.node.js');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  });
}
