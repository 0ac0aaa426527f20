import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, open, read, until, untilLanguage, write } from '../helpers.js';

const name = 'followed.log';
const title = 'Rooftop garden, spring plan';

describe('everything that shows a log follows', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await write(name, await read('rooftop-garden.log'));
    document = await open(name);
    await untilLanguage(document, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.previewMinutes');
    await follows(true);
  });
  after(async () => {
    await closeAll();
  });

  for (const target of ['Global', 'Workspace', 'WorkspaceFolder'] as const) {
    it(`the layout in the settings: ${target}`, async () => {
      await set('layout', 'weechat', target);
      await follows(false);
      await set('layout', undefined, target);
      await follows(true);
    });
    it(`the bot in the settings: ${target}`, async () => {
      // Its commands have other signs, so that only the greeting in the log starts a meeting, without a title.
      await set('bot', 'maubot', target);
      await until('the title to be gone', outlineTitle, (shown) => shown !== title);
      await set('bot', undefined, target);
      await until('the title to be back', outlineTitle, (shown) => shown === title);
    });
  }

  it('the settings of minutes, including live minutes', async () => {
    const { uri } = document;
    await vscode.commands.executeCommand('meetlog.openLiveMinutes', uri.toString(), 0, 'text');
    const live = vscode.workspace.textDocuments.find(
      (one) => one.uri.scheme === 'meetlog' && one.uri.toString().includes('followed'),
    );
    const untilText = (part: string) =>
      until(
        `live minutes with ${part}`,
        () => live?.getText() ?? '',
        (text) => text.includes(part),
      );
    await untilText('at 18:00:02 UTC');
    await set('minutes.timeZone', 'Asia/Tokyo', 'WorkspaceFolder');
    await untilText('at 03:00:02');
    await set('layout', 'weechat', 'WorkspaceFolder');
    await untilText('No minutes to show');
    await set('layout', undefined, 'WorkspaceFolder');
    await untilText('at 03:00:02');
    await set('minutes.timeZone', undefined, 'WorkspaceFolder');
    await untilText('at 18:00:02 UTC');
  });

  it('without changing any document', () => {
    assert.isFalse(document.isDirty);
    assert.equal(document.version, 1);
  });

  async function outlineTitle(): Promise<string | undefined> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return symbols?.[0]?.name;
  }

  /** Waits until everything that a host can see shows a meeting, or no longer does. */
  async function follows(isMeeting: boolean): Promise<void> {
    const ask = <T>(command: string, ...args: unknown[]) =>
      vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...args);
    // VS Code keeps an outline as long as neither the text nor the provider changes.
    const isShown = {
      outline: async () =>
        (await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider'))?.[0]?.name === title,
      folds: async () => ((await ask('vscode.executeFoldingRangeProvider')) ?? []).length > 0,
      lenses: async () => ((await ask('vscode.executeCodeLensProvider')) ?? []).length > 0,
      problems: () => codesOf(document).includes('missing-endmeeting'),
      preview: () => tabs().includes(`Minutes ${title}`),
    };
    for (const [what, ask] of Object.entries(isShown)) {
      await until(`${what} to ${isMeeting ? 'show the meeting' : 'be without one'}`, ask, (is) => is === isMeeting);
    }
  }
});

function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

async function set(key: string, value: unknown, target: keyof typeof vscode.ConfigurationTarget): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('meetlog', vscode.workspace.workspaceFolders?.[0]);
  await configuration.update(key, value, vscode.ConfigurationTarget[target]);
}
