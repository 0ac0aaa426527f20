import type { ExtensionContext } from 'vscode';
import { registerDetection } from './detection.js';
import { registerFirstContact } from './firstContact.js';
import { type NewClient, Server } from './languageServer.js';
import { LayoutChoices, registerLayoutChoice } from './layoutChoice.js';
import { LensCommands } from './lensCommands.js';
import { registerCommands } from './minutesCommands.js';
import { registerPreview } from './preview/panel.js';
import { registerStatus } from './status.js';

/** Starts the extension in any host. The server itself is started with the first meeting log. */
export function start(context: ExtensionContext, newClient: NewClient): void {
  const layouts = new LayoutChoices(context.workspaceState);
  const lenses = new LensCommands();
  const server = new Server(newClient, { ...layouts.middleware, ...lenses.middleware });
  context.subscriptions.push(
    server,
    lenses,
    registerDetection(context.globalState),
    registerCommands(server, context.workspaceState),
    registerPreview(server, context.extensionUri),
    registerLayoutChoice(server, layouts),
    registerStatus(server),
    registerFirstContact(context.extensionUri),
  );
}
