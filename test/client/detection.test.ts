import { assert } from 'chai';
import type { Memento } from 'vscode';
import { registerDetection } from '../../client/src/detection.js';
import { meeting } from '../helpers/logs.js';
import * as vscode from '../helpers/vscode.js';

const talk = '10:00:00 <ann> hello\n10:00:05 <bob> hi\n';
const met = meeting('10:01:00 <bob> hi\n');

describe('the detection of meeting logs', () => {
  let memory: Memento;
  let detection: { dispose(): unknown };
  beforeEach(() => {
    memory = vscode.memory();
    detection = registerDetection(memory);
  });
  afterEach(async () => {
    await vscode.reset();
    detection.dispose();
  });

  const open = (uri: string | vscode.Uri, language: string, text: string) =>
    vscode.open(vscode.documentOf(uri, language, text));
  const run = async (command: string) => {
    await vscode.commands.executeCommand(`meetlog.${command}`);
    await vscode.settled();
  };
  const check = async (uri: string | vscode.Uri, language: string, text: string, expected: string) =>
    assert.equal((await open(uri, language, text)).languageId, expected);

  describe('by the text', () => {
    it('finds a meeting in a log and in a plain text, under names that a log may have', async () => {
      await check('/a.log', 'log', met, 'meeting-log');
      await check('/a.LOG', 'plaintext', met, 'meeting-log');
      await check('/a.txt', 'plaintext', met, 'meeting-log');
      await check('/a.weechatlog', 'plaintext', met, 'meeting-log');
      await check(new vscode.Uri('untitled', 'Untitled-1'), 'plaintext', met, 'meeting-log');
    });
    it('leaves files of other names and other languages', async () => {
      await check('/a.md', 'plaintext', met, 'plaintext');
      await check('/a.log.old', 'plaintext', met, 'plaintext');
      await check('/a.log', 'json', met, 'json');
      await check(new vscode.Uri('untitled', 'Untitled-1'), 'markdown', met, 'markdown');
    });
    it('leaves a chat without a meeting, and what is no chat', async () => {
      await check('/a.log', 'log', talk, 'log');
      await check('/a.txt', 'plaintext', 'a shopping list\n', 'plaintext');
      await check('/a.log', 'log', '', 'log');
    });
    it('finds a meeting far down in a chat', async () => {
      await check('/a.log', 'log', talk.repeat(12_000) + met, 'meeting-log');
    });
    it('looks at the documents that are open when it begins', async () => {
      detection.dispose();
      const document = await open('/a.log', 'log', met);
      assert.equal(document.languageId, 'log');
      const changed = new Promise<void>((done) => {
        vscode.workspace.onDidOpenTextDocument(() => done());
      });
      detection = registerDetection(memory);
      await changed;
      assert.equal(document.languageId, 'meeting-log');
    });
    it('does nothing to a document that was closed meanwhile', async () => {
      const document = vscode.documentOf('/a.log', 'log', met);
      const opening = vscode.open(document);
      vscode.close(document);
      await opening;
      assert.equal(document.languageId, 'log');
    });
  });

  describe('by the setting', () => {
    it('takes every such file, or none', async () => {
      vscode.set('detection', 'always');
      await check('/a.log', 'log', talk, 'meeting-log');
      await check('/a.md', 'plaintext', met, 'plaintext');
      vscode.set('detection', 'never');
      await check('/b.log', 'log', met, 'log');
    });
  });

  describe('by what somebody chose', () => {
    it('makes a meeting log an ordinary one, now and when it is opened again', async () => {
      const document = await open('/a.log', 'log', met);
      await run('treatAsOrdinaryLog');
      assert.equal(document.languageId, 'log');
      vscode.close(document);
      await check('/a.log', 'log', met, 'log');
      await check('/a.log', 'meeting-log', met, 'log');
    });
    it('gives an ordinary log the language that it has without Meetlog', async () => {
      await check('/a.txt', 'plaintext', met, 'meeting-log');
      await run('treatAsOrdinaryLog');
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'plaintext');
    });
    it('makes any file a meeting log, now and when it is opened again', async () => {
      const document = await open('/a.log', 'log', talk);
      await run('treatAsMeetingLog');
      assert.equal(document.languageId, 'meeting-log');
      vscode.close(document);
      await check('/a.log', 'log', talk, 'meeting-log');
    });
    it('stands above the setting', async () => {
      const document = await open('/a.log', 'log', talk);
      await run('treatAsMeetingLog');
      vscode.close(document);
      vscode.set('detection', 'never');
      await check('/a.log', 'log', talk, 'meeting-log');
    });
    it('is the language mode that somebody picks as well, but not the one that is given by the text', async () => {
      const document = await open('/a.log', 'log', met);
      assert.isEmpty(memory.keys());
      await vscode.languages.setTextDocumentLanguage(document, 'log');
      await vscode.settled();
      assert.deepEqual(memory.get('choices'), [['file:///a.log', 'ordinary']]);
      await vscode.languages.setTextDocumentLanguage(document, 'meeting-log');
      await vscode.settled();
      assert.deepEqual(memory.get('choices'), [['file:///a.log', 'meeting']]);
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await vscode.settled();
      assert.deepEqual(memory.get('choices'), [['file:///a.log', 'meeting']]);
    });
    it('is not remembered of a document that has no file', async () => {
      await open(new vscode.Uri('untitled', 'Untitled-1'), 'plaintext', talk);
      await run('treatAsMeetingLog');
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'meeting-log');
      assert.isEmpty(memory.keys());
    });
    it('is remembered of the last 500 files', async () => {
      for (let file = 0; file < 502; file++) {
        const document = await open(`/${file}.log`, 'log', talk);
        await run('treatAsMeetingLog');
        vscode.close(document);
      }
      await check('/1.log', 'log', talk, 'log');
      await check('/2.log', 'log', talk, 'meeting-log');
      await check('/501.log', 'log', talk, 'meeting-log');
    });
  });
});
