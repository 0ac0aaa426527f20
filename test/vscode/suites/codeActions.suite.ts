import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, open, until, untilLanguage, write } from '../helpers.js';

const text = [
  '10:00:00 <ann> #startmeeting Tea',
  '10:01:00 <bob> we take the green one',
  '10:02:00 <ann> #info',
  '10:03:00 <ann> #agred no milk',
  '10:04:00 <ann> #endmeeting',
  '',
].join('\n');

describe('code actions', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await write('actions.log', text);
    document = await open('actions.log');
    await untilLanguage(document, 'meeting-log');
    await until(
      'problems',
      () => codesOf(document).length,
      (length) => length === 2,
    );
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(
      'the text as it was',
      () => document.getText(),
      (now) => now === text,
    );
  });
  after(closeAll);

  /** The actions on a line, once there is one with this title. */
  async function action(title: string, line: number, kind?: string): Promise<vscode.CodeAction> {
    const { range } = document.lineAt(line);
    const all = await until(
      title,
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
          kind,
          // So many are resolved.
          20,
        ),
      (found) => found.some((one) => one.title === title),
    );
    return all.find((one) => one.title === title) as vscode.CodeAction;
  }
  const apply = async ({ edit }: vscode.CodeAction) =>
    assert.isTrue(await vscode.workspace.applyEdit(edit as vscode.WorkspaceEdit));

  it('record a line of talk, in place or by a chair', async () => {
    const info = await action('Record as #info', 1);
    assert.equal(info.kind?.value, 'refactor.rewrite.record');
    await apply(info);
    assert.equal(document.lineAt(1).text, '10:01:00 <bob> #info we take the green one');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await apply(await action('Record as #agreed', 1));
    assert.equal(document.lineAt(2).text, '10:01:00 <ann> #agreed we take the green one');
  });

  it('put the cursor where something is missing', async () => {
    await apply(await action('Add the missing text', 2));
    assert.equal(document.lineAt(2).text, '10:02:00 <ann> #info ');
    const editor = vscode.window.activeTextEditor;
    await until(
      'the cursor',
      () => editor?.selection.active.line,
      (line) => line === 2,
    );
    assert.equal(editor?.selection.active.character, 21);
  });

  it('fix everything at once', async () => {
    const all = await action('Fix all auto-fixable problems', 0, 'source.fixAll');
    assert.equal(all.kind?.value, 'source.fixAll.meetlog');
    await apply(all);
    assert.equal(document.lineAt(3).text, '10:03:00 <ann> #agreed no milk');
    await until(
      'fewer problems',
      () => codesOf(document),
      (codes) => codes.join() === 'missing-argument',
    );
  });
});
