import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, open, until, write } from '../helpers.js';

const log = [
  '18:00:00 <ann> #startmeeting Saw club',
  '18:02:00 <ann> #agreed we buy 12 ladders',
  '18:03:00 <ann> #action bob oils the saw',
  '18:04:00 <bob> yes',
  '18:06:00 <ann> #endmeeting',
  '',
].join('\n');
const minutes = '# Saw club\n\n## Decisions\n\n- We buy 14 ladders\n\n## Action items\n\n- bob oils the saw\n';

describe('minutes that are checked against their log', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await write('saw-club.meetlog', log);
    await write('saw-club.md', minutes);
    document = await open('saw-club.md');
    await vscode.commands.executeCommand('meetlog.checkMinutes', document.uri);
  });
  after(closeAll);

  const untilCodes = (...codes: readonly string[]) =>
    until(
      `the findings ${codes}`,
      () => codesOf(document).filter((code) => code !== undefined),
      (shown) => shown.join() === codes.join(),
    );

  it('have a problem for each finding', () => untilCodes('wrong-count'));
  it('show the line of the log', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(8, 4),
    );
    const texts = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    assert.include(texts.join('\n'), '18:03:00 <ann> #action bob oils the saw');
  });
  it('lead to it', async () => {
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(8, 4),
    );
    assert.equal(found?.uri.path.split('/').at(-1), 'saw-club.meetlog');
    assert.equal(found?.range.start.line, 2);
  });
  it('are checked again when they change', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(4, 9, 4, 11), '12');
    await vscode.workspace.applyEdit(edit);
    await untilCodes();
  });
});
