import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, codesOf, folder, open, until, untilLanguage, write } from '../helpers.js';

declare const HOST: 'node' | 'browser';

const bees = `10:00:00 <ann> #startmeeting Bees
10:01:00 <ann> #topic Hives
10:02:00 <ann> #action bob to oil the saw
10:03:00 <bob> ok
10:04:00 <ann> #agreed two new hives
10:05:00 <bob> #topik Honey
`;
const name = 'bees.2031-03-14.log';

describe('all logs of the workspace', () => {
  const uri = (file: string) => vscode.Uri.joinPath(folder(), file);
  const symbols = async (query: string) => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      query,
    );
    return found
      .filter(({ location }) => location.uri.path.includes('/bees'))
      .map((one) => `${one.name} (${one.containerName}) ${one.location.range.start.line}`);
  };
  const hasBees = (query: string, count: number) =>
    until(
      `${count} of ${query}`,
      () => symbols(query),
      (all) => all.length === count,
    );

  before(async () => {
    await write(name, bees);
    // The server starts with the first log.
    await untilLanguage(await open('rooftop-garden.log'), 'meeting-log');
  });
  after(async () => {
    for (const file of [name, 'bees-2.log', 'meetlog.json']) {
      await vscode.workspace.fs.delete(uri(file)).then(undefined, () => undefined);
    }
    await closeAll();
  });

  it('have symbols, of logs that are not open too', async () => {
    assert.deepEqual(await hasBees('oil saw', 1), ['bob: oil the saw (Bees, 2031-03-14) 2']);
    assert.deepEqual(await hasBees('two new', 1), ['two new hives (Bees, 2031-03-14) 4']);
  });

  it('follow edits, new files, renamed files and deleted files', async () => {
    const document = await vscode.workspace.openTextDocument(uri(name));
    await untilLanguage(document, 'meeting-log');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(4).range, '10:04:00 <ann> #agreed three hives');
    await vscode.workspace.applyEdit(edit);
    await hasBees('three hives', 1);
    await document.save();
    await write('bees-2.log', bees.replace('two', 'seven'));
    await hasBees('seven new hives', 1);
    await vscode.workspace.fs.rename(uri('bees-2.log'), uri('bees-3.log'));
    const places = () =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'seven new hives',
      );
    await until('its new name', places, (all) => all.some(({ location }) => location.uri.path.endsWith('/bees-3.log')));
    await vscode.workspace.fs.delete(uri('bees-3.log'));
    await hasBees('seven new hives', 0);
    await write(name, bees);
  });

  it('are checked on request, which says what was found, and forgotten on request', async () => {
    await closeAll();
    await write('bees-2.log', bees);
    const file = { uri: uri('bees-2.log') } as vscode.TextDocument;
    assert.deepEqual(codesOf(file), []);
    const said = answering('showInformationMessage', () => undefined);
    await vscode.commands.executeCommand('meetlog.checkAllLogs');
    await until(
      'problems',
      () => codesOf(file),
      (codes) => codes.includes('missing-endmeeting'),
    );
    assert.match(said.told.join(), /^Meetlog: Checked \d+ logs: /);
    said.dispose();
    const count = codesOf(file).length;
    // Those of an open document are not there twice.
    await untilLanguage(await open('bees-2.log'), 'meeting-log');
    await new Promise((done) => setTimeout(done, 500));
    await until(
      'the same problems',
      () => codesOf(file).length,
      (length) => length === count,
    );
    await closeAll();
    await until(
      'the same problems',
      () => codesOf(file).length,
      (length) => length === count,
    );
    await vscode.commands.executeCommand('meetlog.clearCheckedLogs');
    await until(
      'no problems',
      () => codesOf(file).length,
      (length) => length === 0,
    );
  });

  it('are shown in views', async () => {
    for (const view of ['meetings', 'actions', 'decisions'])
      await vscode.commands.executeCommand(`meetlog.${view}.focus`);
    await vscode.commands.executeCommand('meetlog.showDoneActions');
    await vscode.commands.executeCommand('meetlog.hideDoneActions');
    await vscode.commands.executeCommand('meetlog.clearDecisionFilter');
    await vscode.commands.executeCommand('meetlog.refreshMeetings');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('have tasks where programs can run', async () => {
    const all = await vscode.tasks.fetchTasks({ type: 'meetlog' });
    const names = all.map((task) => task.name);
    assert.sameMembers(names, HOST === 'node' ? ['check', 'minutes', 'actions'] : []);
    const check = all.find((task) => task.name === 'check');
    if (!check) return;
    assert.deepEqual(check.problemMatchers, ['$meetlog']);
    const { process: program, args, options } = check.execution as vscode.ProcessExecution;
    assert.isNotEmpty(program);
    assert.deepEqual(args.slice(1), ['check', '.']);
    assert.isTrue(args[0]?.endsWith('cli.js'));
    assert.equal(options?.cwd, folder().fsPath);
  });
});
