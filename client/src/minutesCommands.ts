import { commands, Disposable, type ExtensionContext, env, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import {
  copyTopicCommand,
  generateMinutesCommand,
  type NearItemParams,
  saveMinutesCommand,
} from '../../server/src/protocol.js';
import { type Given, MinutesRequests } from './askMinutes.js';
import { about, type Server } from './languageServer.js';
import { MinutesEditors } from './minutesEditors.js';
import { offerBrowser } from './openInBrowser.js';
import { showBeside } from './otherGroup.js';
import type { OwnTexts } from './ownTexts.js';
import { reportFailure } from './report.js';
import { saveAs } from './saveMinutes.js';
import { SavePlaces } from './savePlaces.js';

export { reportFailure } from './report.js';

/** Every command that makes minutes or moves in a log. `home` is the user's home folder, if there is one. */
export function registerCommands(
  server: Server,
  { workspaceState, extensionUri }: ExtensionContext,
  own: OwnTexts,
  home?: Uri,
): Disposable {
  const places = new SavePlaces(workspaceState, home);
  const editors = new MinutesEditors(own);
  const requests = new MinutesRequests(server, extensionUri);
  const register = <A extends readonly unknown[]>(command: string, run: (...args: A) => Promise<void>) =>
    commands.registerCommand(command, (...args: A) => reportFailure(() => run(...args)));
  return Disposable.from(
    register(generateMinutesCommand, async (...given: Given) => {
      const minutes = await requests.ask(given, { folder: (log) => places.besideLog(log) });
      const document = minutes && (await editors.open(minutes));
      if (document) offerBrowser(document);
    }),
    register('meetlog.openLiveMinutes', async (...given: Given) => {
      const minutes = await requests.ask(given, { isLive: true });
      if (!minutes) return;
      await showBeside(await workspace.openTextDocument(Uri.parse(minutes.result.uri)), minutes.log);
    }),
    register(saveMinutesCommand, async (...given: Given) => {
      const minutes = await requests.ask(given, { folder: (log) => places.folderFor(log) });
      if (minutes) await saveAs(minutes, requests, places, own);
    }),
    register('meetlog.copyMinutes', async (...[log, meeting, format, include]: Given) => {
      const preset = workspace.getConfiguration('meetlog').get('minutes.format', 'markdown');
      const minutes = await requests.ask([log, meeting, format ?? preset, include], {});
      if (!minutes) return;
      await env.clipboard.writeText(minutes.result.text);
      window.setStatusBarMessage(`Copied the minutes as ${minutes.params.format}`, 5000);
    }),
    register(copyTopicCommand, (log?: string, line?: number) => copyTopic(server, log, line)),
    register('meetlog.nextItem', () => goToItem(server, 'next')),
    register('meetlog.previousItem', () => goToItem(server, 'previous')),
  );
}

/** Copies the topic at a line, by default at the cursor. */
async function copyTopic(server: Server, log?: string, line?: number): Promise<void> {
  const editor = window.activeTextEditor;
  const uri = log === undefined ? editor?.document.uri : Uri.parse(log);
  if (!uri) return;
  const text = await server.ask('meetlog/topic', { ...about(uri), line: line ?? editor?.selection.active.line ?? 0 });
  if (text === null) {
    void window.showInformationMessage('There is no topic at the cursor.');
    return;
  }
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copied the topic as Markdown', 5000);
}

async function goToItem(server: Server, direction: NearItemParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document, selection, viewColumn } = editor;
  const position = await server.ask('meetlog/nearItem', {
    ...about(document.uri),
    line: selection.active.line,
    direction,
  });
  if (!position) return;
  const range = new Range(position.line, position.character, position.line, position.character);
  await window.showTextDocument(document, {
    viewColumn: viewColumn ?? ViewColumn.Active,
    selection: range,
  });
}
