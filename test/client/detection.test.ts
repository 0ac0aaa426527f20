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

  describe('by what is pasted', () => {
    const untitled = (language = 'plaintext', text = '') =>
      open(new vscode.Uri('untitled', 'Untitled-1'), language, text);
    const paste = async (document: vscode.FakeDocument, text: string, expected: string) => {
      await vscode.insert(document, document.lineCount - 1, text);
      assert.equal(document.languageId, expected);
    };

    it('finds a log that is pasted into an empty document, untitled or not', async () => {
      await paste(await untitled(), met, 'meeting-log');
      await paste(await open('/a.txt', 'plaintext', ''), met, 'meeting-log');
      await paste(await open('/a.log', 'log', ''), met, 'meeting-log');
    });
    it('finds one line, a line that is typed to its end, and what is pasted below talk', async () => {
      await paste(await untitled(), '10:00:00 <ann> #startmeeting', 'meeting-log');
      const typed = await untitled();
      for (const character of '10:00:00 <ann> #startmeeting') await paste(typed, character, 'plaintext');
      await paste(typed, '\n', 'meeting-log');
      await paste(await untitled('plaintext', talk), met, 'meeting-log');
    });
    it('leaves what is no meeting, and documents of other kinds', async () => {
      await paste(await untitled(), talk, 'plaintext');
      await paste(await untitled('markdown'), met, 'markdown');
      await paste(await open('/a.md', 'plaintext', ''), met, 'plaintext');
      await paste(await untitled('plaintext', 'notes\n'.repeat(1000)), met, 'plaintext');
    });
    it('leaves a document of which a person chose what it is', async () => {
      const document = await untitled();
      await paste(document, met, 'meeting-log');
      await run('treatAsOrdinaryLog');
      await paste(document, met, 'plaintext');
      const picked = await untitled();
      await paste(picked, met, 'meeting-log');
      await vscode.languages.setTextDocumentLanguage(picked, 'ini');
      await vscode.settled();
      await paste(picked, met, 'ini');
      const early = await untitled();
      await vscode.languages.setTextDocumentLanguage(early, 'ini');
      await vscode.settled();
      await paste(early, met, 'ini');
    });
    it('does not take the language that VS Code guesses for a choice', async () => {
      const document = await untitled('plaintext', talk);
      await vscode.languages.setTextDocumentLanguage(document, 'ini');
      await vscode.settled();
      await paste(document, met, 'meeting-log');
    });
    it('follows the setting', async () => {
      await vscode.set('detection', 'never');
      await paste(await untitled(), met, 'plaintext');
    });
    it('searches no more than what was pasted', async () => {
      const document = await untitled('plaintext', talk.repeat(1000));
      const asked: number[] = [];
      const { getText } = document;
      document.getText = (range) => {
        asked.push(range ? range.end.line - range.start.line : Number.POSITIVE_INFINITY);
        return getText(range);
      };
      await paste(document, 'x', 'plaintext');
      assert.isEmpty(asked);
      await paste(document, '\nno chat at all\n', 'plaintext');
      assert.isAtMost(Math.max(...asked), 3);
      await paste(document, talk, 'plaintext');
      assert.isAtMost(Math.max(...asked), 1000);
    });
  });

  describe('by the setting', () => {
    it('takes every such file, or none', async () => {
      await vscode.set('detection', 'always');
      await check('/a.log', 'log', talk, 'meeting-log');
      await check('/a.md', 'plaintext', met, 'plaintext');
      await vscode.set('detection', 'never');
      await check('/b.log', 'log', met, 'log');
    });
    it('follows the setting in the documents that are open, but not where a person chose', async () => {
      const found = await open('/found.log', 'log', met);
      const named = await open('/named.irclog', 'meeting-log', talk);
      const chosen = await open('/chosen.log', 'log', met);
      await run('treatAsMeetingLog');
      const ordinary = await open('/ordinary.txt', 'plaintext', met);
      await run('treatAsOrdinaryLog');
      const other = await open('/other.log', 'log', talk);
      const languages = () => [found, named, chosen, ordinary, other].map(({ languageId }) => languageId);
      await vscode.set('detection', 'never');
      assert.deepEqual(languages(), ['log', 'meeting-log', 'meeting-log', 'plaintext', 'log']);
      await vscode.set('detection', 'always');
      assert.deepEqual(languages(), ['meeting-log', 'meeting-log', 'meeting-log', 'plaintext', 'meeting-log']);
      await vscode.set('detection', 'auto');
      assert.deepEqual(languages(), ['meeting-log', 'meeting-log', 'meeting-log', 'plaintext', 'log']);
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
      await vscode.set('detection', 'never');
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
