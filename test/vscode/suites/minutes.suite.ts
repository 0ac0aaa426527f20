import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  answering,
  closeAll,
  discardUntitled,
  folder,
  open,
  read,
  until,
  untilActive,
  untilLanguage,
  write,
} from '../helpers.js';

const meeting = (said: string) => `10:00:00 <ann> #startmeeting Heat\n${said}10:09:00 <ann> #endmeeting\n`;
const heat = meeting('10:01:00 <ann> #topic Boiler\n10:02:00 <ann> #agreed a new one\n');

describe('minutes', () => {
  const disposables: { dispose(): unknown }[] = [];
  const stub: typeof answering = (kind, answer) => {
    const stubbed = answering(kind, answer);
    disposables.push(stubbed);
    return stubbed;
  };
  before(discardUntitled);
  afterEach(async () => {
    for (const one of disposables.splice(0)) one.dispose();
    await discardUntitled();
    await closeAll();
  });

  const openLog = async (name: string, text = heat) => {
    await write(name, text);
    const document = await open(name);
    await untilLanguage(document, 'meeting-log');
    return document;
  };
  const generate = (log: vscode.TextDocument, format = 'markdown') =>
    vscode.commands.executeCommand('meetlog.generateMinutes', log.uri.toString(), 0, format);
  const tabs = () =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => `${group.viewColumn} ${label}`));
  const minutesNamed = (name: string) =>
    untilActive(name, ({ uri, getText }) => uri.path.endsWith(`/${name}`) && getText().length > 0);
  const retype = async (document: vscode.TextDocument, text: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
  };

  it('are opened under the name and in the folder of the log, and saved there', async () => {
    const log = await openLog('heat.log');
    await generate(log);
    const { document, viewColumn } = await minutesNamed('heat.md');
    assert.isTrue(document.isUntitled);
    assert.equal(document.languageId, 'markdown');
    assert.equal(viewColumn, vscode.ViewColumn.Two);
    assert.deepEqual(tabs(), ['1 heat.log', '2 heat.md']);
    assert.isTrue(await document.save());
    assert.include(await read('heat.md'), '([ann, 10:02:00](heat.log#L3))');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'heat.md'));
  });

  it('take up their tab again, in the group beside the log, from wherever they are called', async () => {
    const asked = stub('showWarningMessage', () => undefined);
    const log = await openLog('heat.log');
    await generate(log);
    const { document } = await minutesNamed('heat.md');
    // The tab of the minutes has the focus now, as when the preview has it.
    await retype(log, heat.replace('a new one', 'two new ones'));
    await generate(log);
    await until(
      'the minutes to follow',
      () => document.getText(),
      (text) => text.includes('two new ones'),
    );
    assert.deepEqual(tabs(), ['1 heat.log', '2 heat.md']);
    assert.deepEqual(asked.told, []);
  });

  it('ask before they replace what was edited', async () => {
    let answer: string | undefined;
    const asked = stub('showWarningMessage', () => answer);
    const log = await openLog('heat.log');
    await generate(log);
    const { document } = await minutesNamed('heat.md');
    await retype(document, 'mine\n');
    await generate(log);
    assert.deepEqual(asked.told, ['heat.md was edited.']);
    assert.equal(document.getText(), 'mine\n');
    answer = 'Replace';
    await generate(log);
    assert.include(document.getText(), 'a new one');
    await retype(document, 'mine\n');
    answer = 'Keep Both';
    await generate(log);
    await minutesNamed('heat-2.md');
    assert.equal(document.getText(), 'mine\n');
  });

  it('open a file that is there already, and leave it as it is on disk', async () => {
    let answer: string | undefined;
    const asked = stub('showWarningMessage', () => answer);
    await write('cold.md', 'written by hand\n');
    const log = await openLog('cold.log');
    await generate(log);
    assert.deepEqual(asked.told, ['cold.md already exists.']);
    answer = 'Replace';
    await generate(log);
    const { document } = await minutesNamed('cold.md');
    assert.include(document.getText(), 'a new one');
    assert.isTrue(document.isDirty);
    assert.equal(await read('cold.md'), 'written by hand\n');
    answer = 'Keep Both';
    await retype(document, 'again\n');
    await generate(log);
    await minutesNamed('cold-2.md');
  });

  it('of a log that is in no file are called by their meeting', async () => {
    const content =
      '10:00:00 <ann> #startmeeting Spring: plan?\n10:05:00 <ann> #agreed tea\n10:09:00 <ann> #endmeeting\n';
    const log = await vscode.workspace.openTextDocument({ content });
    await vscode.window.showTextDocument(log);
    await untilLanguage(log, 'meeting-log');
    await generate(log);
    const { document } = await minutesNamed('Spring plan.md');
    assert.match(document.getText(), /^# Spring: plan\?\n/);
    assert.notInclude(document.getText(), 'ntitled');
    assert.equal(vscode.Uri.joinPath(document.uri, '..').path, folder().path);
  });

  it('are copied without links that lead nowhere', async () => {
    const log = await openLog('heat.log');
    const copied = async (command: string, ...args: unknown[]) => {
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand(command, log.uri.toString(), ...args);
      return until('the clipboard', () => vscode.env.clipboard.readText(), Boolean);
    };
    assert.include(await copied('meetlog.copyMinutes', 0, 'markdown'), 'a new one (ann, 10:02:00)');
    assert.include(await copied('meetlog.copyTopic', 2), 'a new one (ann, 10:02:00)');
    const settings = vscode.workspace.getConfiguration('meetlog');
    await settings.update('minutes.logUrl', 'https://x.example/', vscode.ConfigurationTarget.Workspace);
    try {
      const linked = () => copied('meetlog.copyMinutes', 0, 'markdown');
      await until('the setting', linked, (text) => text.includes('(https://x.example/heat.log#L3)'));
    } finally {
      await settings.update('minutes.logUrl', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('that are saved elsewhere link to the log from there, and can be shown', async () => {
    const target = vscode.Uri.joinPath(folder(), 'templates/heat.md');
    const { showSaveDialog } = vscode.window;
    let proposed: vscode.Uri | undefined;
    vscode.window.showSaveDialog = async (options) => {
      proposed = options?.defaultUri;
      return target;
    };
    disposables.push({
      dispose: () => {
        vscode.window.showSaveDialog = showSaveDialog;
      },
    });
    const asked = stub('showInformationMessage', () => 'Show');
    const log = await openLog('heat.log');
    await vscode.commands.executeCommand('meetlog.saveMinutesAs', log.uri.toString(), 0, 'markdown');
    assert.match(proposed?.path ?? '', /\/heat\.md$/);
    assert.include(await read('templates/heat.md'), '([ann, 10:02:00](../heat.log#L3))');
    const { viewColumn } = await minutesNamed('heat.md');
    assert.equal(viewColumn, vscode.ViewColumn.Two);
    assert.deepEqual(asked.told, ['Saved templates/heat.md.']);
    await vscode.workspace.fs.delete(target);
  });

  it('that are live link to the log, and no other name of their scheme shows them', async () => {
    const log = await openLog('heat.log');
    await vscode.commands.executeCommand('meetlog.openLiveMinutes', log.uri.toString(), 0, 'markdown');
    const { document, viewColumn } = await untilActive('the minutes', ({ uri }) => uri.scheme === 'meetlog');
    assert.equal(viewColumn, vscode.ViewColumn.Two);
    const expected = log.uri.with({ fragment: 'L3' });
    const links = await until(
      'links',
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 99),
      (all) => (all ?? []).some(({ target }) => target?.toString() === expected.toString()),
    );
    // Not only those that VS Code finds by itself: in a remote window, they name a file on the local machine.
    const ours = links.filter(({ tooltip }) => tooltip === 'Go to line 3 of the log');
    assert.deepEqual(
      ours.map(({ target }) => target?.toString()),
      ours.map(() => expected.toString()),
    );
    assert.isNotEmpty(ours);
    const beside = document.uri.with({ path: '/heat.log' });
    let shown: string | undefined;
    try {
      shown = (await vscode.workspace.openTextDocument(beside)).getText();
    } catch {
      // As it is to be.
    }
    assert.isUndefined(shown);
  });

  it('are offered for a whole log without a meeting', async () => {
    const errors = stub('showErrorMessage', () => undefined);
    let answer: string | undefined = 'Use Whole Log';
    const asked = stub('showInformationMessage', () => answer);
    await write('talk.log', '10:00:00 <ann> hello\n10:01:00 <bob> #info tea\n');
    const log = await open('talk.log');
    await vscode.languages.setTextDocumentLanguage(log, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.generateMinutes', log.uri.toString(), undefined, 'markdown');
    const { document } = await minutesNamed('talk.md');
    assert.include(document.getText(), 'tea ([bob');
    answer = undefined;
    await vscode.commands.executeCommand('meetlog.copyMinutes', log.uri.toString());
    await vscode.commands.executeCommand('meetlog.copyTopic', log.uri.toString(), 0);
    assert.lengthOf(asked.told, 3);
    assert.equal(asked.told[2], 'There is no topic at the cursor.');
    assert.deepEqual(errors.told, []);
  });

  /** Picks, in this order, the items with these labels. */
  const picking = (...labels: string[]) => {
    const { showQuickPick } = vscode.window;
    const offered: string[][] = [];
    vscode.window.showQuickPick = (async (items: readonly vscode.QuickPickItem[]) => {
      offered.push(items.map(({ label }) => label));
      const wanted = labels.shift();
      return items.find(({ label }) => label === wanted);
    }) as never;
    disposables.push({
      dispose: () => {
        vscode.window.showQuickPick = showQuickPick;
      },
    });
    return offered;
  };

  it('have what was chosen on the way to their format', async () => {
    const log = await openLog('heat.log');
    const offered = picking('More Options…', 'Action Items Only', 'Markdown');
    await vscode.commands.executeCommand('meetlog.generateMinutes', log.uri.toString(), 0);
    const { document } = await minutesNamed('heat.md');
    assert.notInclude(document.getText(), 'a new one');
    assert.include(offered[1] ?? [], 'One Topic…');
    assert.deepEqual(offered[0], offered[2]);
  });

  it('are made by a template that comes with Meetlog', async () => {
    const log = await openLog('heat.log');
    const offered = picking('Announcement');
    await generate(log, 'template');
    const { document } = await minutesNamed('heat.md');
    assert.match(document.getText(), /^\*\*Heat\*\*/);
    assert.deepEqual(offered, [['Announcement', 'Mail', '', 'Choose File…']]);
  });
});
