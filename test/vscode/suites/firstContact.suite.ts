import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, folder, until, untilActive, write } from '../helpers.js';

const meeting = '10:00:00 <ann> #startmeeting Cake\n10:00:05 <ann> #agreed cake\n10:01:00 <ann> #endmeeting\n';

describe('first contact', () => {
  afterEach(closeAll);

  it('Open Example opens a meeting log that is in no file, and a second time the same', async () => {
    await vscode.commands.executeCommand('meetlog.openExample');
    const isExample = ({ uri, languageId }: vscode.TextDocument) =>
      uri.path.endsWith('/example-meeting.log') && languageId === 'meeting-log';
    const { document } = await untilActive('the example', isExample);
    assert.isTrue(document.isUntitled);
    assert.include(document.getText(), '#startmeeting Rooftop garden, spring plan');
    await until(
      'its problems',
      () => vscode.languages.getDiagnostics(document.uri).length,
      (length) => length === 4,
    );
    await vscode.commands.executeCommand('meetlog.openExample');
    assert.lengthOf(vscode.workspace.textDocuments.filter(isExample), 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('Open Example leaves a file of that name alone', async () => {
    const text = '10:00:00 <ann> hello\n';
    await write('example-meeting.log', text);
    const file = vscode.Uri.joinPath(folder(), 'example-meeting.log');
    await vscode.commands.executeCommand('meetlog.openExample');
    const { document } = await untilActive('the example', ({ languageId }) => languageId === 'meeting-log');
    assert.isTrue(document.isUntitled);
    assert.notEqual(document.uri.path, file.path);
    assert.include(document.getText(), '#startmeeting Rooftop garden, spring plan');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(file);
  });

  it('makes minutes of a file that is not open, as the menu of the Explorer asks', async () => {
    await write('closed.txt', meeting);
    const uri = vscode.Uri.joinPath(folder(), 'closed.txt');
    await vscode.commands.executeCommand('meetlog.previewMinutesOfFile', uri, [uri]);
    await until(
      'the preview',
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => label === 'Minutes Cake'),
    );
  });

  it('opens a file as a meeting log that shows no meeting', async () => {
    await write('talk.txt', '10:00:00 <ann> hello\n10:00:05 <bob> hi\n');
    await vscode.commands.executeCommand('meetlog.openAsMeetingLog', vscode.Uri.joinPath(folder(), 'talk.txt'));
    const isLog = ({ uri, languageId }: vscode.TextDocument) =>
      uri.path.endsWith('/talk.txt') && languageId === 'meeting-log';
    await untilActive('the log', isLog);
  });
});
