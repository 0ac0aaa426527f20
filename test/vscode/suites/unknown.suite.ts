import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, discardUntitled, open, until, untilActive, untilLanguage, write } from '../helpers.js';

const zoneless = '14:00 <ann> #startmeeting\n14:05 <ann> #info tea\n14:06 <ann> #nick zoe\n14:10 <ann> #endmeeting\n';
const why = 'The times cannot be converted to Asia/Tokyo, as the time zone of the log is not known.';

describe('what a log does not show', () => {
  let log: vscode.TextDocument;
  const setTimeZone = (zone: string | undefined) =>
    vscode.workspace
      .getConfiguration('meetlog', vscode.workspace.workspaceFolders?.[0])
      .update('minutes.timeZone', zone, vscode.ConfigurationTarget.WorkspaceFolder);

  before(async () => {
    await write('zone.log', zoneless);
    log = await open('zone.log');
    await untilLanguage(log, 'meeting-log');
  });
  after(async () => {
    await setTimeZone(undefined);
    await discardUntitled();
    await closeAll();
  });

  it('is its time zone: the user is told, once, that its times stay as they are', async () => {
    const warned = answering('showWarningMessage', () => undefined);
    try {
      await setTimeZone('Asia/Tokyo');
      for (const format of ['markdown', 'text']) {
        await vscode.commands.executeCommand('meetlog.generateMinutes', log.uri.toString(), 0, format);
        const ending = format === 'text' ? 'txt' : 'md';
        const isMinutes = ({ uri, getText }: vscode.TextDocument) =>
          uri.path.endsWith(`/zone.${ending}`) && getText().length > 0;
        const { document } = await untilActive(`zone.${ending}`, isMinutes);
        assert.match(document.getText(), /14:00:00/);
        assert.notMatch(document.getText(), /UTC|Tokyo|JST|GMT/);
      }
      await until(
        'the warning',
        () => warned.told,
        (told) => told.length > 0,
      );
      assert.deepEqual(warned.told, [`Meetlog: zone.log: ${why}`]);
    } finally {
      warned.dispose();
    }
  });

  it('is whether those who were only named were there: the lens counts who spoke', async () => {
    const lenses = await until(
      'lenses',
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', log.uri, 20),
      (found) => (found ?? []).some(({ command }) => command !== undefined),
    );
    assert.include(
      lenses.map(({ command }) => command?.title),
      '10 min · 0 topics · 0 actions · 1 person',
    );
  });
});
