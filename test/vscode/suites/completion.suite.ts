import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, insert, open, until, untilLanguage, write } from '../helpers.js';

const name = 'begun.2031-03-14.log';
const text = [
  '10:00:00 <ann> #startmeeting',
  '10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.debian.org/MeetBot.',
  '10:00:02 <eve> welcome, everyone',
  '',
].join('\n');

describe('completion', () => {
  let document: vscode.TextDocument;
  const labels = async (line: number, trigger?: string) => {
    const { end } = document.lineAt(line).range;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      trigger,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label)).join(' ');
  };
  /** Types the third line anew, and waits for what is proposed at its end. */
  const typed = async (row: string, good: (found: string) => boolean, trigger?: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(3).range, row);
    await vscode.workspace.applyEdit(edit);
    return until(`completions of ${row}`, () => labels(3, trigger), good);
  };

  before(async () => {
    await write(name, text);
    document = await open(name);
    await untilLanguage(document, 'meeting-log');
    await insert(document, 3, '10:00:03 <eve> hi\n10:00:04 <ann> bye\n');
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
  });

  it('offers what the speaker may give', async () => {
    const anyone = await typed('10:00:03 <eve> #', (found) => found.includes('#info'), '#');
    assert.equal(anyone, '#info #action #link #meetingname #idea #help #nick #commands');
    const chair = await typed('10:00:03 <ann> #', (found) => found.includes('#topic'), '#');
    assert.match(chair, /^#topic #info #action #endmeeting /);
  });
  it('offers those who are no chairs', async () => {
    assert.equal(await typed('10:00:03 <ann> #chair ', (found) => found.includes('eve'), ' '), 'eve');
  });
  it('begins an empty line', async () => {
    const heads = await typed('', (found) => found.includes('<ann>'));
    assert.equal(heads, '10:00:02 <eve>  10:00:02 <ann> ');
  });
  it('offers nothing within talk, not even words of the log', async () => {
    await typed('10:00:03 <ann> #', (found) => found.includes('#topic'), '#');
    assert.equal(await typed('10:00:03 <ann> so we wel', (found) => found === ''), '');
    const editor = vscode.workspace.getConfiguration('editor', { uri: document.uri, languageId: 'meeting-log' });
    assert.equal(editor.get('wordBasedSuggestions'), 'off');
  });
});
