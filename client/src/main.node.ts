import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerAssistants } from './assistants.js';
import { start } from './extension.js';
import { fileHead } from './fileHead.js';
import { startServerProcess } from './serverProcess.js';
import { registerTasks } from './taskProvider.js';

/** How long a server may take to end when asked, in milliseconds. */
const timeToEnd = 2000;

/** Runs the server as a separate process. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const home = process.env.HOME ?? process.env.USERPROFILE;
  context.subscriptions.push(registerTasks(process.execPath, context.asAbsolutePath('dist/cli.js')));
  start(context, (...named) => newClient(module, ...named), home ? Uri.file(home) : undefined, readHead);
  context.subscriptions.push(registerAssistants(context, process.execPath));
}

function readHead(file: Uri, bytes: number): Promise<string> | undefined {
  return file.scheme === 'file' ? fileHead(file.fsPath, bytes) : undefined;
}

async function newClient(
  module: string,
  id: string,
  name: string,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  // The first process starts while the client is loaded, which takes about as long.
  let ready: ReturnType<typeof startServerProcess> | undefined = startServerProcess(module);
  // A large separate bundle, so that ordinary logs do not wait for it.
  const { IPCMessageReader, IPCMessageWriter, LanguageClient } = await import('./languageClient.node.js');
  const client = new LanguageClient(
    id,
    name,
    async () => {
      const server = ready ?? startServerProcess(module);
      ready = undefined;
      for (const output of [server.stdout, server.stderr]) {
        output?.on('data', (data) => client.outputChannel.append(String(data)));
      }
      const whenStopped = client.onDidChangeState(() => {
        if (client.needsStop()) return;
        whenStopped.dispose();
        setTimeout(() => server.kill(), timeToEnd);
      });
      return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
    },
    options,
  );
  return client;
}
