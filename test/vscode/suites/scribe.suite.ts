import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

const text = [
  '14:00:00 <RRSAgent> logging to https://example.org/2031/03/14-garden-irc',
  '14:00:05 <ann> Meeting: Garden Group',
  '14:00:10 <ann> present+ Ann, Dom, Eve Smith',
  '14:00:15 <dom> scribe+',
  '14:01:00 <dom> Topic: Beds',
  '14:01:10 <dom> ann: we water the beds',
  '14:01:20 <dom> RESOLVED: water them on Sundays',
  '14:01:30 <bob> s/Sundays/Mondays/',
  '14:01:40 <dom> ',
  '14:50:00 <ann> Zakim, end meeting',
  '',
].join('\n');

describe('a meeting with a scribe', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await write('garden.txt', text);
    document = await open('garden.txt');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('is found by itself', () => untilLanguage(document, 'meeting-log'));
  it('has an outline, with what corrections changed', async () => {
    const found = await until(
      'the outline',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (symbols) => (symbols?.length ?? 0) > 0,
    );
    const namesIn = (symbols: readonly vscode.DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => (children.length > 0 ? [name, ...namesIn(children)] : name));
    assert.deepEqual(namesIn(found), [['Garden Group', ['Beds', 'Resolved: water them on Mondays']]]);
  });
  it('says what a correction changed', async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(7, 18),
    );
    const shown = found.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('');
    assert.include(shown, '**Correction** by bob');
    assert.include(shown, 'Changes line 7');
  });
  it('offers labels, and those who speak', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(8).range.end,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.includeMembers(labels, ['Topic:', 'RESOLVED:', 'present+', 'ann', 'Eve Smith']);
  });
  it('can have a correction applied to it', async () => {
    const title = 'Apply this correction to the log';
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(7).range,
      vscode.CodeActionKind.RefactorRewrite.value,
      20,
    );
    const action = actions.find((one) => one.title === title);
    if (!action?.edit) return assert.fail(`there is no “${title}” among ${actions.map((one) => one.title).join(', ')}`);
    assert.isTrue(await vscode.workspace.applyEdit(action.edit));
    assert.equal(
      document.getText(),
      text.replace('Sundays', 'Mondays').replace('14:01:30 <bob> s/Sundays/Mondays/\n', ''),
    );
  });
});
