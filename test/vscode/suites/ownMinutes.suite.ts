import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

describe('minutes with the full log', () => {
  after(closeAll);

  it('are never treated as a log when they are opened, saved and opened again', async () => {
    const log = await open('rooftop-garden.log');
    await untilLanguage(log, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.generateMinutes', log.uri.toString(), 0, 'moin');
    const isMoin = (document: vscode.TextDocument) =>
      document !== log && document.getText().includes('{{{') && document.getText().includes('#startmeeting');
    const [minutes] = await until(
      'the minutes',
      () => vscode.workspace.textDocuments.filter(isMoin),
      ({ length }) => length > 0,
    );
    await write('saved.moin.txt', minutes?.getText() ?? '');
    const saved = await open('saved.moin.txt');
    // A log that is opened later is detected: by then, the minutes have been examined too.
    await write('later.txt', log.getText());
    await untilLanguage(await open('later.txt'), 'meeting-log');
    assert.equal(minutes?.languageId, 'plaintext');
    assert.equal(saved.languageId, 'plaintext');
  });
});
