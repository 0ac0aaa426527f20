import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, codesOf, open, until, untilLanguage, write } from '../helpers.js';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <bob> #todo write to the bank
10:02:00 <ann> #action write to the bank
10:03:00 <ann> #endmeeting
`;

describe('a kind of problem that is hidden', () => {
  const key = 'diagnostics.severity';
  const settings = () => vscode.workspace.getConfiguration('meetlog');
  const own = () => settings().inspect<object>(key)?.workspaceValue;
  const set = (value: object | undefined) => settings().update(key, value, vscode.ConfigurationTarget.Workspace);
  let document: vscode.TextDocument;

  before(async () => {
    await write('hidden.meetlog', text);
    document = await open('hidden.meetlog');
    await untilLanguage(document, 'meeting-log');
    await untilCodes('unassigned-action', 'unknown-command');
  });
  after(async () => {
    await set(undefined);
    await closeAll();
  });

  const untilCodes = (...codes: string[]) =>
    until(
      `the problems ${codes}`,
      () => codesOf(document).sort().join(),
      (found) => found === codes.join(),
    );
  /** Hides a kind of problem, and presses a button of the message, if given. */
  const hide = async (code: unknown, button?: string) => {
    const messages = answering('showInformationMessage', () => button);
    await vscode.commands.executeCommand('meetlog.hideProblem', code);
    messages.dispose();
    return messages.told;
  };

  it('is not shown in the workspace any more, and others are', async () => {
    await set({ 'unassigned-action': 'hint' });
    assert.deepEqual(await hide('unknown-command'), [
      'Problems “unknown-command” are no longer shown in this workspace.',
    ]);
    await untilCodes('unassigned-action');
    assert.deepEqual(own(), { 'unassigned-action': 'hint', 'unknown-command': 'off' });
  });

  it('is shown again after Undo, as it was, without a change to others', async () => {
    await set({ 'unassigned-action': 'hint' });
    await hide('unassigned-action', 'Undo');
    await until('the level to be back', own, (value) => JSON.stringify(value) === '{"unassigned-action":"hint"}');
    await untilCodes('unassigned-action', 'unknown-command');
    await set(undefined);
    await hide('unassigned-action', 'Undo');
    await until('nothing to be left', own, (value) => value === undefined);
  });

  it('must be one that there is', async () => {
    for (const code of ['no-such-code', '__proto__', undefined, 3]) assert.isEmpty(await hide(code));
    assert.isUndefined(own());
  });
});
