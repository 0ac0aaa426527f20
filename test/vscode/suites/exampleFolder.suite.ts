import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, until, untilActive } from '../helpers.js';

describe('the folder of example meetings', () => {
  const { commands, workspace } = vscode;
  let opened: unknown[][] = [];
  const before = commands.executeCommand;

  // A second window would run the suites, too.
  beforeEach(() => {
    opened = [];
    commands.executeCommand = (async (command: string, ...args: unknown[]) =>
      command === 'vscode.openFolder' ? void opened.push(args) : before(command, ...args)) as never;
  });
  afterEach(async () => {
    commands.executeCommand = before;
    await closeAll();
  });

  const openIt = async () => {
    await commands.executeCommand('meetlog.openExampleFolder');
    const [folder, options] = opened.pop() as [vscode.Uri, unknown];
    assert.deepEqual(options, { forceNewWindow: true });
    return folder;
  };

  it('opens in a new window, with logs that are meeting logs', async () => {
    const folder = await openIt();
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    assert.deepEqual(names, [
      'meetlog.json',
      'minutes-2031-03-19.md',
      'tool-library.2031-03-05-18.30.log.txt',
      'tool-library.2031-03-19-18.30.log.txt',
      'tool-library.2031-04-02-18.30.log.txt',
    ]);
    await commands.executeCommand('vscode.open', vscode.Uri.joinPath(folder, names[4] as string));
    const { document } = await untilActive('the log', ({ languageId }) => languageId === 'meeting-log');
    await until(
      'its problem',
      () => codesOf(document),
      ([code]) => code === 'unknown-command',
    );
  });

  it('keeps what was changed in it, and brings back what was deleted', async () => {
    const folder = await openIt();
    const changed = vscode.Uri.joinPath(folder, 'meetlog.json');
    const deleted = vscode.Uri.joinPath(folder, 'minutes-2031-03-19.md');
    const read = async (file: vscode.Uri) => new TextDecoder().decode(await workspace.fs.readFile(file));
    await workspace.fs.writeFile(changed, new TextEncoder().encode('{}\n'));
    await workspace.fs.delete(deleted);
    await openIt();
    assert.equal(await read(changed), '{}\n');
    assert.match(await read(deleted), /^# Tool library/);
    await workspace.fs.delete(changed);
    await openIt();
    assert.containsAllKeys(JSON.parse(await read(changed)), ['people', 'links', 'actions', 'ignore', 'quorum']);
  });
});
