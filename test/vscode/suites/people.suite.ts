import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <bob> ann: hi all
10:02:00 <ann> #action write to the bank
10:03:00 <bob> the bank is closed
10:04:00 <ann> #endmeeting
`;

describe('the people of a log', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await write('bank.meetlog', text);
    document = await open('bank.meetlog');
    await untilLanguage(document, 'meeting-log');
  });
  after(closeAll);

  const highlights = (line: number, character: number) =>
    vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(line, character),
    );
  const placesOf = (found: readonly vscode.DocumentHighlight[] = []) =>
    found.map(({ range: { start } }) => `${start.line}:${start.character}`);

  it('are highlighted where they speak and are mentioned', async () => {
    const expected = ['0:10', '1:15', '2:10', '4:10'];
    const isRight = (found: vscode.DocumentHighlight[]) => placesOf(found).join() === expected.join();
    await until('the highlights of a nick', () => highlights(0, 11), isRight);
    assert.deepEqual(placesOf(await highlights(1, 16)), expected);
  });

  it('are the only highlights: times and ordinary words have none', async () => {
    assert.isEmpty((await highlights(0, 1)) ?? []);
    assert.isEmpty((await highlights(3, 20)) ?? []);
  });

  it('come first if an action is for no one, and verbs are not treated as nicks', async () => {
    const at = new vscode.Range(2, 30, 2, 30);
    const actions = await until(
      'quick fixes',
      () => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, at),
      (found) => found.length > 0,
    );
    const titles = actions.filter(({ kind }) => kind?.value === 'quickfix').map(({ title }) => title);
    assert.deepEqual(titles, [
      'Assign to ann',
      'Assign to bob',
      'Do not show unassigned-action',
      'Ignore this in meetlog.json',
    ]);
  });
});
