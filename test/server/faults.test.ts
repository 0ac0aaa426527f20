import { assert } from 'chai';
import { meeting } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/club.log';
const textDocument = { uri };
const text = meeting('10:01:00 <ann> #topic tea\n');

describe('a server that is treated badly', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = new Editor();
    await editor.initialize({ textDocument: { diagnostic: {} } });
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  const isAlive = async () => {
    await editor.open('file:///logs/alive.log', text);
    const symbols = await editor.ask<unknown[]>('textDocument/documentSymbol', {
      textDocument: { uri: 'file:///logs/alive.log' },
    });
    assert.lengthOf(symbols, 1);
  };

  it('goes on after messages that are none', async () => {
    for (const body of ['{', '[]', '{}', '"x"', '{"jsonrpc":"2.0","id":7}', '{"jsonrpc":"2.0","method":5}']) {
      editor.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    }
    await isAlive();
  });

  it('goes on after requests that make no sense', async () => {
    const refused = async (method: string, params: object) =>
      editor.ask(method, params).then(
        () => undefined,
        () => undefined,
      );
    await editor.open(uri, text);
    for (const method of ['textDocument/documentSymbol', 'textDocument/hover', 'meetlog/minutes', 'meetlog/preview']) {
      await refused(method, {});
      await refused(method, { textDocument: 5 });
      await refused(method, { textDocument: { uri: 7 }, position: 'x', line: 'y', meeting: {} });
    }
    await refused('meetlog/nothing', {});
    await isAlive();
  });

  it('takes a change out of bounds at the nearest place', async () => {
    await editor.open(uri, text);
    await editor.edit(uri, 2, 999, 99, 999, '10:02:00 <ann> #info x\n');
    await editor.edit(uri, 3, -5, -1, -1, '');
    assert.lengthOf(await editor.ask<unknown[]>('textDocument/documentSymbol', { textDocument }), 1);
  });

  it('goes on after changes of documents that are not open, and after those that are opened twice', async () => {
    await editor.edit('file:///none.log', 2, 0, 0, 0, 'x');
    await editor.tell('textDocument/didClose', { textDocument: { uri: 'file:///none.log' } });
    await editor.open(uri, text);
    await editor.open(uri, '');
    assert.isEmpty(await editor.ask('textDocument/documentSymbol', { textDocument }));
    await isAlive();
  });

  it('answers, or says that it was asked not to, when everything is cancelled', async () => {
    await editor.open(uri, text.repeat(500));
    const asked = Array.from({ length: 50 }, () =>
      editor.askAndCancel('textDocument/documentSymbol', { textDocument }),
    );
    await Promise.all(asked);
    await isAlive();
  });

  it('opens and closes a thousand documents', async () => {
    for (let number = 0; number < 1000; number++) {
      const one = `file:///logs/${number}.log`;
      await editor.open(one, text);
      await editor.tell('textDocument/didClose', { textDocument: { uri: one } });
    }
    await isAlive();
  });

  it('changes the language of a document back and forth', async () => {
    for (const languageId of ['log', 'meeting-log', 'log', 'meeting-log']) {
      await editor.open(uri, text, languageId);
      await editor.tell('textDocument/didClose', { textDocument });
    }
    await editor.open(uri, text);
    assert.lengthOf(await editor.ask<unknown[]>('textDocument/documentSymbol', { textDocument }), 1);
  });

  it('reads a line of 50 MB', async () => {
    await editor.open(uri, `${text}10:01:00 <ann> #info ${'x'.repeat(50_000_000)}\n${text}`);
    const symbols = await editor.ask<unknown[]>('textDocument/documentSymbol', { textDocument });
    assert.lengthOf(symbols, 2);
    await editor.edit(uri, 2, 3, 25, 26, 'y');
    assert.lengthOf(await editor.ask<unknown[]>('textDocument/documentSymbol', { textDocument }), 2);
  });
});
