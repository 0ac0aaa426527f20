import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

const name = 'navigation.log';
const text = [
  '10:00:00 <ann> #startmeeting',
  '10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at x.',
  '10:00:10 <ann> #chair bob',
  '10:00:11 <bot> Current chairs: ann bob',
  '10:00:20 <bob> #topic Saws',
  '10:00:30 <ann> #info bob oils them',
  '10:00:55 <bob> #endmeeting',
  '',
].join('\n');

describe('a person or a command in a log', () => {
  let document: vscode.TextDocument;
  const ask = async <T>(command: string, line: number, part: string, ...args: unknown[]) => {
    const at = new vscode.Position(line, document.lineAt(line).text.indexOf(part) + 1);
    return (await vscode.commands.executeCommand<T | undefined>(command, document.uri, at, ...args)) as T;
  };
  const lines = (found: readonly { readonly range: vscode.Range }[]) => found.map(({ range }) => range.start.line);

  before(async () => {
    await write(name, text);
    document = await open(name);
    await untilLanguage(document, 'meeting-log');
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('is hovered wherever it is', async () => {
    const hovers = await until(
      'a hover',
      () => ask<vscode.Hover[]>('vscode.executeHoverProvider', 3, 'bob'),
      (found) => found?.length > 0,
    );
    const [content] = (hovers[0]?.contents ?? []) as vscode.MarkdownString[];
    assert.include(content?.value, '**bob** · chair, appointed at 10:00:10 by ann');
  });
  it('has a definition', async () => {
    const defined = async (line: number, part: string) =>
      lines(await ask<vscode.Location[]>('vscode.executeDefinitionProvider', line, part));
    assert.deepEqual(await defined(5, 'bob'), [4]);
    assert.deepEqual(await defined(6, '#end'), [0]);
    assert.deepEqual(await defined(3, 'Current'), [2]);
  });
  it('has references', async () => {
    const referring = async (line: number, part: string) =>
      lines(await ask<vscode.Location[]>('vscode.executeReferenceProvider', line, part));
    assert.deepEqual(await referring(4, '<bob'), [2, 3, 4, 5, 6]);
    assert.deepEqual(await referring(4, '#topic'), [5]);
  });
  it('is highlighted', async () => {
    const found = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', 0, '#start');
    assert.deepEqual(lines(found), [0, 6]);
  });
  it('is renamed, unless it is the bot', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', 4, '<bob', 'zoe');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), text.replaceAll('bob', 'zoe'));
    let why = '';
    try {
      await ask('vscode.executeDocumentRenameProvider', 3, '<bot', 'zoe');
    } catch (error) {
      why = String(error);
    }
    assert.include(why, 'is the bot');
  });
});
