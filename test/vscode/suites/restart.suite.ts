import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, insert, open, until, untilActive, untilLanguage } from '../helpers.js';

declare const HOST: 'node' | 'browser';

interface Child {
  readonly pid: number;
  readonly spawnargs: readonly string[];
}

interface NodeProcess {
  _getActiveHandles(): readonly object[];
  kill(pid: number, signal: string): void;
  on(event: 'unhandledRejection', tell: (reason: unknown) => void): void;
  off(event: 'unhandledRejection', tell: (reason: unknown) => void): void;
}

/** The extension host's process, which started the server; a web worker has none. */
const { process } = globalThis as unknown as { readonly process: NodeProcess };

/** The process of the language server, if it runs. */
function serverId(): number | undefined {
  const children = process._getActiveHandles().filter((handle): handle is Child => 'spawnargs' in handle);
  return children.find(({ spawnargs }) => spawnargs.some((arg) => /dist[\\/]server\.js$/.test(arg)))?.pid;
}

(HOST === 'node' ? describe : describe.skip)('a server that is killed', () => {
  const title = 'Minutes Rooftop garden, spring plan';
  let document: vscode.TextDocument;
  /** The messages that VS Code was asked to show, and uncaught errors. */
  const told: string[] = [];
  const uncaught: unknown[] = [];
  const note = (reason: unknown) => uncaught.push(reason);
  const { showErrorMessage } = vscode.window;

  before(async () => {
    process.on('unhandledRejection', note);
    vscode.window.showErrorMessage = async (message: string) => {
      told.push(message);
      return undefined;
    };
    document = await open('rooftop-garden.log');
    await untilLanguage(document, 'meeting-log');
    await until('an outline', outline, ({ length }) => length > 0);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    vscode.window.showErrorMessage = showErrorMessage;
    await closeAll();
  });

  /** Every name in the outline. */
  const outline = async () => {
    const { uri } = document;
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    return names(found ?? []);
  };
  const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  const codes = () => codesOf(document);
  const kill = () => {
    const id = serverId();
    if (id === undefined) throw new Error('no server runs');
    process.kill(id, 'SIGKILL');
    return id;
  };

  it('is restarted and knows what was typed, before it was killed and after', async () => {
    await vscode.commands.executeCommand('meetlog.previewMinutes');
    await until('the preview', labels, (all) => all.includes(title));
    await vscode.commands.executeCommand('meetlog.openLiveMinutes', document.uri.toString(), 0, 'markdown');
    const { document: live } = await untilActive('the minutes', ({ uri }) => uri.scheme === 'meetlog');
    await insert(document, 9, '18:00:57 <noor> #info we have a quorum\n');
    await until('the outline to follow', outline, (names) => names.includes('Info: we have a quorum'));

    const killed = kill();
    for (const number of ['one', 'two', 'three', 'four', 'five']) {
      await insert(document, 10, `18:00:58 <noor> #info number ${number}\n`);
    }
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('meetlog.copyMinutes', document.uri.toString(), 0, 'markdown');
    assert.include(await vscode.env.clipboard.readText(), 'number five');

    await until('the outline to come back', outline, (names) => names.includes('Info: number five'));
    assert.notEqual(serverId(), killed);
    assert.isTrue(document.isDirty);
    assert.includeMembers(await outline(), ['Info: we have a quorum', 'Info: number one', 'Info: number four']);
    await until('the problems to come back', codes, ({ length }) => length === 4);
    const follows = (text: string) => text.includes('number five');
    await until('the minutes to come back', () => live.getText(), follows);
  });

  it('continues as before', async () => {
    const row = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('#todo'));
    await replace(document, row, '#todo', '#info');
    await until('a problem to go away', codes, (all) => all.length === 3 && !all.includes('unknown-command'));
    await replace(document, 0, 'spring plan', 'summer plan');
    await until('the preview to follow', labels, (all) => all.includes(title.replace('spring', 'summer')));
    const live = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'meetlog');
    await until(
      'the minutes to follow',
      () => live?.getText() ?? '',
      (text) => text.includes('summer plan'),
    );
  });

  it('shows no messages, and leaves nothing uncaught', () => {
    assert.deepEqual(told, []);
    assert.deepEqual(uncaught, []);
  });

  it('is not restarted if that happens too often, and commands report it', async () => {
    // Each is killed as soon as it exists, even while it starts.
    const hasGivenUp = () => told.some((message) => /server crashed 5 times in the last 3 minutes/.test(message));
    while (!hasGivenUp()) {
      const killed = kill();
      const next = () => hasGivenUp() || ![undefined, killed].includes(serverId());
      await until('another server', next, Boolean);
    }
    told.splice(0);
    assert.isUndefined(serverId());
    await insert(document, 10, '18:00:58 <noor> #info nobody listens\n');
    assert.deepEqual(told, []);
    for (const command of ['meetlog.copyMinutes', 'meetlog.nextItem', 'meetlog.chooseLayout']) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(command);
      assert.match(told.shift() ?? '', /^Meetlog: the language server is not running\. /);
    }
    // Gives background work time to finish.
    await new Promise((done) => setTimeout(done, 1000));
    assert.deepEqual([...told, ...uncaught], []);
  });
});

async function replace(document: vscode.TextDocument, row: number, old: string, text: string): Promise<void> {
  const at = document.lineAt(row).text.indexOf(old);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(row, at, row, at + old.length), text);
  await vscode.workspace.applyEdit(edit);
}
