import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, insert, open, untilActive, untilLanguage, write } from '../helpers.js';

const talk = '10:00:00 <ann> hello\n10:00:05 <bob> hi\n';
const meeting = '10:00:00 <ann> #startmeeting\n10:00:05 <bob> hi\n10:01:00 <ann> #endmeeting\n';

describe('a pasted log', () => {
  afterEach(closeAll);

  it('in an empty untitled document becomes a meeting log, through an edit and the clipboard', async () => {
    const edited = await newUntitled();
    await insert(edited, 0, meeting);
    await untilLanguage(edited, 'meeting-log');
    const pasted = await newUntitled();
    await paste(meeting);
    await untilLanguage(pasted, 'meeting-log');
    assert.equal(pasted.getText().replaceAll('\r', ''), meeting);
  });

  it('in an empty file becomes a meeting log', async () => {
    for (const name of ['empty.txt', 'empty.log']) {
      await write(name, '');
      const document = await open(name);
      await paste(meeting);
      await untilLanguage(document, 'meeting-log');
    }
  });

  it('is detected when its first line is finished', async () => {
    const document = await newUntitled();
    for (const text of ['10:00:00 ', '<ann> ', '#startmeeting', '\n']) {
      assert.equal(document.languageId, 'plaintext');
      await vscode.commands.executeCommand('type', { text });
    }
    await untilLanguage(document, 'meeting-log');
  });

  it('stays what the user chose', async () => {
    const document = await newUntitled();
    await paste(meeting);
    await untilLanguage(document, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.treatAsOrdinaryLog');
    await untilLanguage(document, 'plaintext');
    await paste(meeting);
    await looked();
    assert.equal(document.languageId, 'plaintext');
  });

  it('is ignored if it has no meeting', async () => {
    const document = await newUntitled();
    await paste(talk);
    await looked();
    assert.notEqual(document.languageId, 'meeting-log');
  });
});

async function newUntitled(): Promise<vscode.TextDocument> {
  const before = vscode.window.activeTextEditor?.document;
  await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
  const isNew = (document: vscode.TextDocument) => document !== before && document.isUntitled && !document.getText();
  return (await untilActive('an untitled document', isNew)).document;
}

/** Pastes a text into the active editor. */
async function paste(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
}

/** A log that is pasted later is detected: by then, what was pasted before has been examined too. */
async function looked(): Promise<void> {
  const later = await newUntitled();
  await insert(later, 0, meeting);
  await untilLanguage(later, 'meeting-log');
}
