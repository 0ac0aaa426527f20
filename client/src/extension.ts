import type { ExtensionContext, Uri } from 'vscode';
import { registerCheckAllLogs } from './checkAllLogs.js';
import { registerCheckMinutes } from './checkMinutes.js';
import { chosenKinds, registerDetection } from './detection.js';
import { registerDroppedLogs } from './droppedLogs.js';
import { linkMiddleware } from './encodedLinks.js';
import { ExportDocuments, exportMiddleware } from './exportDocuments.js';
import { registerFirstContact } from './firstContact.js';
import { findLogs } from './foundLogs.js';
import { registerGoTo } from './goTo.js';
import { registerHideProblem } from './hideProblem.js';
import { type NewClient, Server } from './languageServer.js';
import { type ReadHead, registerLargeLogs } from './largeLogs.js';
import { LayoutChoices, registerLayoutChoice } from './layoutChoice.js';
import { LensCommands } from './lensCommands.js';
import { registerLiveLinks } from './liveLinks.js';
import { registerLogSymbols } from './logSymbols.js';
import { registerCommands } from './minutesCommands.js';
import { registerOpenAsLog } from './openAsLog.js';
import { registerRulerMarks } from './overviewRuler.js';
import { OwnTexts } from './ownTexts.js';
import { registerPreview } from './preview/panel.js';
import { registerProblemHelp } from './problemHelp.js';
import { registerProjectFile } from './projectEntries.js';
import { registerCollectPeople } from './proposedPeople.js';
import { registerStatus } from './status.js';
import { registerTalkPaste } from './talkPaste.js';
import { registerUnreadLogs, UnreadQuestions } from './unreadLogs.js';
import { registerMeetingViews } from './views/meetingViews.js';

/**
 * Starts the extension in any host. The server is started with the first meeting log. `home` is the user's home folder in hosts
 * that have one; `readHead` reads the first part of a file, likewise.
 */
export function start(context: ExtensionContext, newClient: NewClient, home?: Uri, readHead?: ReadHead): void {
  const layouts = new LayoutChoices(context.workspaceState);
  const lenses = new LensCommands();
  const kinds = chosenKinds(context.globalState);
  const own = new OwnTexts(context.globalState);
  const server = new Server(
    newClient,
    {
      ...layouts.middleware,
      ...lenses.middleware,
      ...exportMiddleware,
      ...linkMiddleware,
    },
    () => findLogs({ kindOf: (file) => kinds.of(file), layoutOf: (file) => layouts.of(file) }),
  );
  const exports = new ExportDocuments(server);
  context.subscriptions.push(
    server,
    lenses,
    exports,
    registerDetection(context.globalState, own),
    registerCommands(server, context, own, home),
    registerLiveLinks(),
    registerLargeLogs(context.workspaceState, readHead),
    registerPreview(server, context.extensionUri),
    registerLayoutChoice(server, layouts),
    registerStatus(server, new UnreadQuestions(context.workspaceState)),
    registerUnreadLogs(server),
    registerProblemHelp(context.extensionUri),
    registerFirstContact(context.extensionUri, context.globalStorageUri, exports),
    registerOpenAsLog(exports),
    registerGoTo(server),
    registerRulerMarks(server),
    registerTalkPaste(server),
    registerDroppedLogs(server, readHead),
    registerHideProblem(),
    registerCheckMinutes(server),
    registerProjectFile(server),
    registerCollectPeople(server),
    registerMeetingViews(server),
    registerCheckAllLogs(server),
    registerLogSymbols(server),
  );
}
