import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, codesOf, discardUntitled, open, until, untilActive, write } from '../helpers.js';

const row = (nick: string, text: string) => `${JSON.stringify({ at: '2026-02-09T19:00:01', nick, text })}\n`;
const unread = row('ann', '#startmeeting Weekly') + row('ann', '#topic Tools') + row('bob', 'hi');
const newestFirst =
  '10:03 <ann> #endmeeting\n10:02 <bob> #info two\n10:01 <ann> #topic Cups\n10:00 <ann> #startmeeting Tea\n';

describe('a log that is not read', () => {
  afterEach(async () => {
    await discardUntitled();
    await closeAll();
  });

  /** Opens a log that the user says is a meeting log. */
  async function openLog(name: string): Promise<vscode.TextDocument> {
    return vscode.languages.setTextDocumentLanguage(await open(name), 'meeting-log');
  }

  async function fixes({ uri }: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
    const codeOf = ({ code: is }: vscode.Diagnostic) => (typeof is === 'object' ? is.value : is);
    const all = await until(
      code,
      () => vscode.languages.getDiagnostics(uri),
      (found) => found.some((one) => codeOf(one) === code),
    );
    const { range } = all.find((one) => codeOf(one) === code) as vscode.Diagnostic;
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, 10);
  }

  it('is asked about once, and offers to choose its layout and to report it', async () => {
    await write('odd.log', unread);
    const asked = answering('showWarningMessage', () => undefined);
    try {
      const log = await openLog('odd.log');
      const titles = (await fixes(log, 'unread-log')).map(({ title }) => title);
      assert.includeMembers(titles, ['Choose Layout…', 'Report This Layout']);
      await until(
        'the question',
        () => asked.told,
        ({ length }) => length > 0,
      );
      // Its status is shown again, without the question.
      await closeAll();
      await fixes(await openLog('odd.log'), 'unread-log');
      assert.deepEqual(asked.told, ['Meetlog cannot read odd.log: no layout is known for its lines.']);
    } finally {
      asked.dispose();
    }
  });

  it('gives a report without its words, if the user wants one', async () => {
    await write('strange.log', unread);
    const asked = answering('showWarningMessage', (message) =>
      message.startsWith('Meetlog cannot read') ? 'Report This Layout' : undefined,
    );
    try {
      await openLog('strange.log');
      const { document } = await untilActive('the report', ({ languageId }) => languageId === 'markdown');
      assert.isTrue(document.isUntitled);
      assert.include(document.getText(), '    {"xx":"9999-99-99X99:99:99","xxxx":"xxx","xxxx":"#startmeeting Xxxxxx"}');
      assert.notMatch(document.getText(), /\bann\b|Weekly/);
    } finally {
      asked.dispose();
    }
  });

  it('is none in any known layout: nothing is asked', async () => {
    await write('read.log', '10:00 <ann> #startmeeting Tea\n10:01 <ann> #action\n10:02 <ann> #endmeeting\n');
    const asked = answering('showWarningMessage', () => undefined);
    try {
      const log = await openLog('read.log');
      await until(
        'its problem',
        () => codesOf(log),
        ({ length }) => length > 0,
      );
      assert.isEmpty(asked.told);
    } finally {
      asked.dispose();
    }
  });

  it('is turned round by a quick fix, if its newest line is the first', async () => {
    await write('reversed.log', newestFirst);
    const log = await openLog('reversed.log');
    const [fix] = (await fixes(log, 'reversed-log')).filter(({ title }) => title.startsWith('Reverse'));
    assert.exists(fix?.edit);
    if (fix?.edit) await vscode.workspace.applyEdit(fix.edit);
    assert.equal(log.getText(), newestFirst.trimEnd().split('\n').reverse().join('\n').concat('\n'));
    await until(
      'the problem to go',
      () => codesOf(log),
      (codes) => !codes.includes('reversed-log'),
    );
  });
});
