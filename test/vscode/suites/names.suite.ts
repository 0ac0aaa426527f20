import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, open, until, untilLanguage, write } from '../helpers.js';

const name = '#whoswho.2031-03-14.log';
const text = [
  '10:00:00 <relay> [discord] <ann> #startmeeting',
  '10:00:10 <relay> [discord] <ann> #chair wren',
  '10:00:20 <relay> [discord] <Wren Hill> #topic Saws',
  '10:00:30 <cid> nice',
  '10:00:40 <relay> [discord] <ann> #action wren to oil the saw',
  '10:00:50 <relay> [discord] <ann> #action the drill goes to wrenn',
  '10:00:55 <relay> [discord] <Wren Hill> #endmeeting',
  '',
].join('\n');

describe('people who are met by other names', () => {
  let document: vscode.TextDocument;
  const ask = <T>(command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T[] | undefined>(command, document.uri, ...args);
  const titles = async () =>
    ((await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider')) ?? []).map((symbol) => symbol.name);

  before(async () => {
    await write(name, text);
    document = await open(name);
    await untilLanguage(document, 'meeting-log');
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('have their actions and rights, also through a bridge', async () => {
    const codes = await until(
      'the problem of the misspelt name',
      () => codesOf(document),
      (found) => found.length > 0,
    );
    assert.deepEqual(codes, ['unassigned-action']);
    const hovers = await ask<vscode.Hover>('vscode.executeHoverProvider', new vscode.Position(2, 31));
    const shown = (hovers ?? [])
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value);
    assert.match(shown.join('\n'), /Wren Hill.*chair, appointed at 10:00:10 by ann/);
    assert.match(shown.join('\n'), /wren to oil the saw/);
  });

  it('are offered where a name is misspelt', async () => {
    const actions = await ask<vscode.CodeAction>('vscode.executeCodeActionProvider', new vscode.Range(5, 40, 5, 41));
    assert.include(
      (actions ?? []).map(({ title }) => title),
      'Assign to Wren Hill',
    );
  });

  it('meet in the channel that the file is named after, or that a setting has', async () => {
    await until('the channel of the file', titles, ([title]) => title === '#whoswho Meeting');
    const set = (value: string | undefined) =>
      vscode.workspace.getConfiguration('meetlog', document.uri).update('channel', value);
    await set('#workshop');
    await until('the channel of the setting', titles, ([title]) => title === '#workshop Meeting');
    await set(undefined);
    await until('the channel of the file again', titles, ([title]) => title === '#whoswho Meeting');
  });
});
