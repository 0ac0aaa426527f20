import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, write } from '../helpers.js';

const text = [
  '14:00:00 <RRSAgent> logging to https://example.org/2031/03/14-shed-irc',
  '14:00:05 <dom> scribe+',
  '14:00:10 <dom> present+ Ann, Dom',
  '14:01:00 <dom> Topic: Roof',
  '14:01:10 <dom> RESOLVED that the roof is of tin',
  '14:01:20 <dom> [Topic: Gutters]',
  '14:01:30 <ann> Action items: none',
  'so far',
  '14:02:00 <ann> Zakim, end meeting',
  '',
].join('\n');

describe('problems of a meeting with a scribe', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await write('shed.txt', text);
    document = await open('shed.txt');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  const found = (count: number) =>
    until(
      `${count} problems`,
      () => vscode.languages.getDiagnostics(document.uri),
      (all) => all.length === count,
    );
  const shown = (all: readonly vscode.Diagnostic[]) =>
    all
      .toSorted((a, b) => a.range.start.line - b.range.start.line)
      .map(({ code, severity, range }) => [(code as { value: string }).value, severity, document.getText(range)]);

  it('are forms that are talk, and the line on which scribe.perl gives up', async () =>
    assert.deepEqual(shown(await found(4)), [
      ['unrecognized-command', vscode.DiagnosticSeverity.Warning, 'RESOLVED that '],
      ['unrecognized-command', vscode.DiagnosticSeverity.Warning, '[Topic: Gutters]'],
      ['odd-action', vscode.DiagnosticSeverity.Information, 'Action items: none'],
      ['unread-line', vscode.DiagnosticSeverity.Error, 'so far'],
    ]));

  const fix = async (line: number, title: string) => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(line).range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const action = actions.find((one) => one.title === title);
    if (!action?.edit) return assert.fail(`there is no “${title}” among ${actions.map((one) => one.title).join(', ')}`);
    return assert.isTrue(await vscode.workspace.applyEdit(action.edit));
  };
  it('are fixed one by one', async () => {
    await fix(4, 'Change to RESOLVED:');
    await fix(5, 'Change to Topic: Gutters');
    await fix(7, 'Join with the line above');
    await fix(6, 'Put a backslash in front, which makes the line talk');
    await found(0);
    assert.include(document.getText(), '<ann> \\Action items: none so far\n');
  });
});
