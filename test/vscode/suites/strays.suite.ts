import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, open, until, untilLanguage, write } from '../helpers.js';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <bob> hi all
10:02:00 <ann> bob: #action write to the bank
10:03:00 <ann> # topic Bank
10:04:00 <ann> the command #topic is for chairs
10:05:00 <ann> #endmeeting
10:06:00 <bob> too early
10:07:00 <ann> #startmeeting Plans
10:08:00 <ann> #topic: Money
10:30:00 <ann> #endmeeting
`;

describe('commands that a bot ignores, and meetings that were started anew', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await write('plans.meetlog', text);
    document = await open('plans.meetlog');
    await untilLanguage(document, 'meeting-log');
  });
  after(closeAll);

  const fix = async (title: string, line: number) => {
    const { range } = document.lineAt(line);
    const actions = await until(
      `the fix ${title}`,
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range),
      (found) => found.some((one) => one.title === title),
    );
    const edit = actions.find((one) => one.title === title)?.edit;
    assert.isTrue(await vscode.workspace.applyEdit(edit as vscode.WorkspaceEdit));
  };

  it('are problems', async () => {
    const found = await until(
      'problems',
      () => codesOf(document).sort(),
      (codes) => codes.length === 4,
    );
    assert.deepEqual(found, ['glued-command', 'misplaced-command', 'restarted-meeting', 'unrecognized-command']);
  });

  it('are fixed, one after the other', async () => {
    await fix('Join with the meeting before', 7);
    await fix('Change to #action bob:', 2);
    await fix('Change to #topic', 3);
    await fix('Change to #topic', 6);
    assert.equal(
      document.getText(),
      `10:00:00 <ann> #startmeeting Plans
10:01:00 <bob> hi all
10:02:00 <ann> #action bob: write to the bank
10:03:00 <ann> #topic Bank
10:04:00 <ann> the command #topic is for chairs
10:06:00 <bob> too early
10:08:00 <ann> #topic Money
10:30:00 <ann> #endmeeting
`,
    );
    await until(
      'no problems',
      () => codesOf(document),
      (codes) => codes.length === 0,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
