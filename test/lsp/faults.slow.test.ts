import { assert } from 'chai';
import type { CodeLens } from 'vscode-languageserver';
import { runs, spliced } from '../helpers/edits.js';
import { meeting } from '../helpers/logs.js';
import { hardKinds, hardLogOf } from '../tools/bench/hardLogs.js';
import { generateLog, meetingLines } from '../tools/bench/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/club.log';
const textDocument = { uri };
const text = meeting('10:01:00 <ann> #topic tea\n10:02:00 <bob> #topic cake\n');
/** What an editor requests for a log, with additional parameters. */
const requests: readonly (readonly [method: string, more: object])[] = [
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/hover', { position: { line: 1, character: 13 } }],
  ['textDocument/documentHighlight', { position: { line: 1, character: 13 } }],
  ['textDocument/codeAction', { range: rangeOf(0, 0, 4, 0), context: { diagnostics: [] } }],
  ['textDocument/diagnostic', {}],
  ['textDocument/semanticTokens/range', { range: rangeOf(0, 0, 4, 0) }],
  ['meetlog/summary', {}],
  ['meetlog/minutes', { meeting: 0, format: 'markdown' }],
  ['meetlog/preview', { line: 1 }],
  ['meetlog/topic', { line: 1 }],
  ['meetlog/nearItem', { line: 0, direction: 'next' }],
];

/** The neutral answers that are not null. */
const nothing: Readonly<Record<string, unknown>> = {
  'textDocument/diagnostic': { kind: 'full', items: [] },
  'textDocument/documentHighlight': [],
  'textDocument/semanticTokens/range': { data: [] },
};

describe('a server that is treated badly', () => {
  /** One server takes all of it, since none of it may end a server. */
  let editor: Editor;
  before(async () => {
    editor = new Editor();
    await editor.initialize({ textDocument: { diagnostic: {} } });
  });
  beforeEach(() =>
    editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: { layout: 'supybot', bot: 'auto' } } }),
  );
  afterEach(() => editor.shut(uri));
  after(async () => assert.equal(await editor.close(), 0));

  const outline = (of = uri) =>
    editor.ask<unknown[] | null>('textDocument/documentSymbol', { textDocument: { uri: of } });
  const isAlive = async () => {
    const alive = 'file:///logs/alive.log';
    await editor.open(alive, text);
    assert.lengthOf((await outline(alive)) ?? [], 1);
    await editor.shut(alive);
  };
  /** The answers for a document must be those for one opened with the same text. */
  const holds = async (expected: string) => {
    const other = 'file:///other/club.log';
    await editor.open(other, expected);
    assert.equal(await answersOf(editor, uri), await answersOf(editor, other));
    await editor.shut(other);
  };

  describe('by something that is not a message', () => {
    for (const body of [
      '{',
      '[]',
      '{}',
      '"x"',
      'null',
      '',
      '\ud83d',
      '{"jsonrpc":"2.0","id":7}',
      '{"jsonrpc":"2.0","id":999,"result":1}',
      '{"jsonrpc":"2.0","method":5}',
      '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover","params":[[]]}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"none"}}',
      '['.repeat(100_000),
    ]) {
      it(`continues after ${body.slice(0, 70) || 'nothing'}`, async () => {
        await editor.open(uri, text);
        editor.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        await holds(text);
      });
    }

    for (const header of ['X: 1', 'Content-Length: x', 'Content-Length', '']) {
      it(`continues after the header ${header || '(empty)'}`, async () => {
        await editor.open(uri, text);
        editor.write(`${header}\r\n\r\n`);
        // What arrived with it is read with the next input.
        const next = setInterval(() => editor.tell('$/next', {}), 20);
        await holds(text).finally(() => clearInterval(next));
      });
    }

    it('accepts a message that arrives in pieces', async () => {
      const body = JSON.stringify({
        jsonrpc: '2.0',
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'log', version: 1, text: text.replace('tea', '😀') } },
      });
      const bytes = Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\nX: y\r\n\r\n${body}`);
      for (const byte of bytes) {
        editor.write(Uint8Array.of(byte));
        await new Promise((done) => setImmediate(done));
      }
      await holds(text.replace('tea', '😀'));
    });
  });

  it('continues after invalid requests', async () => {
    await editor.open(uri, text);
    const odd = [undefined, null, 5, 'x', [], {}, { uri: 7 }, { uri: null }];
    const others = ['workspace/textDocumentContent', 'workspace/executeCommand', 'codeLens/resolve', 'meetlog/nothing'];
    for (const method of [...requests.map(([method]) => method), ...others]) {
      for (const one of odd) {
        const nonsense = {
          textDocument: one,
          uri: one,
          position: one,
          range: one,
          context: one,
          line: one,
          meeting: one,
        };
        await editor.ask(method, nonsense).catch(() => undefined);
        const here = { ...nonsense, textDocument, command: 'meetlog.generateMinutes', arguments: one };
        await editor.ask(method, here).catch(() => undefined);
      }
    }
    await holds(text);
  });

  it('continues after invalid notifications', async () => {
    await editor.open(uri, text);
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 5, version: 'x', text: {} } }]) {
      for (const method of ['didOpen', 'didChange', 'didClose', 'didSave']) {
        await editor.tell(`textDocument/${method}`, params);
      }
    }
    for (const settings of [undefined, null, 5, [], { meetlog: 7 }, { meetlog: { layout: {}, bot: [], minutes: 5 } }]) {
      await editor.tell('workspace/didChangeConfiguration', { settings });
    }
    await holds(text);
  });

  describe('by changes', () => {
    for (const [name, from, to] of [
      ['after the end of a line', at(1, 999), at(1, 1e9)],
      ['after the last line', at(99, 999), at(1e9, 0)],
      ['before the first line', at(-5, 3), at(-1, 7)],
      ['before a line', at(1, -5), at(1, -1)],
      ['of all, and more', at(-1, 0), at(1e9, 1e9)],
      ['whose end is before its start', at(2, 7), at(1, 3)],
      ['that is out of bounds backwards', at(1e9, 1), at(-1, -1)],
    ] as const) {
      it(`applies one ${name} at the nearest place`, async () => {
        await editor.open(uri, text);
        const edit = { from, to, text: '10:03:00 <ann> #info x\n' };
        await change({ range: { start: from, end: to }, text: edit.text });
        await holds(spliced(text, edit));
      });
    }

    it('continues after invalid ones, and accepts the whole text after them', async () => {
      await editor.open(uri, text);
      const places = [
        undefined,
        null,
        {},
        { line: 'x', character: null },
        { line: 1.5, character: 2.5 },
        { line: 1e99 },
      ];
      for (const start of places) {
        for (const end of places) await change({ range: { start, end }, text: 'x' }).catch(() => undefined);
      }
      for (const odd of [null, 5, {}, { text: 5 }, { range: null, text: null }]) await change(odd as object);
      await outline();
      await change({ text });
      await holds(text);
    });

    it('loses nothing if one of them is invalid', async () => {
      await editor.open(uri, text);
      await change({ range: { start: null, end: null }, text: 'x' });
      await holds(text);
      const edit = { from: at(1, 15), to: at(1, 15), text: '#info y ' };
      await change({ range: { start: edit.from, end: edit.to }, text: edit.text });
      await holds(spliced(text, edit));
    });

    it('truncates a line that is not a whole number', async () => {
      await editor.open(uri, text);
      await change({ range: { start: at(1.5, 0.2), end: at(1.5, 0.2) }, text: 'x' });
      await holds(text.replace('\n', '\nx'));
    });

    it('ignores those of a document that is not open', async () => {
      await editor.edit('file:///none.log', 2, 0, 0, 0, 'x');
      await editor.shut('file:///none.log');
      assert.isNull(await outline('file:///none.log'));
      await isAlive();
    });

    let version = 1;
    const change = (one: object) =>
      editor.tell('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [one] });
  });

  describe('by requests for documents that are not open', () => {
    const neutral = async () => {
      for (const [method, more] of requests) {
        assert.deepEqual(await editor.ask(method, { textDocument, ...more }), nothing[method] ?? null, method);
      }
    };

    it('answers neutrally for a document that never existed', neutral);

    it('answers neutrally for one that was closed, even with a lens and minutes of it', async () => {
      await editor.open(uri, text);
      await answersOf(editor, uri);
      const [lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
      const minutes = await editor.ask<{ uri: string }>('meetlog/minutes', {
        textDocument,
        meeting: 0,
        format: 'text',
      });
      await editor.shut(uri);
      await neutral();
      await editor.ask('codeLens/resolve', lens ?? {}).catch(() => undefined);
      const content = await editor.ask<{ text: string }>('workspace/textDocumentContent', { uri: minutes.uri });
      assert.include(content.text, 'No minutes to show');
      await editor.open(uri, text);
      await holds(text);
    });

    it('forgets which closed document a lens belongs to, and never reuses its number', async () => {
      // The second is a command; the first is the summary.
      const lensesOf = (of: string) => editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: of } });
      const resolved = async (lens?: CodeLens) => (await editor.ask<CodeLens>('codeLens/resolve', lens ?? {})).command;
      await editor.open(uri, text);
      const [, old] = await lensesOf(uri);
      assert.deepEqual((await resolved(old))?.arguments, [uri, 0]);
      await editor.shut(uri);
      const other = 'file:///logs/other.log';
      await editor.open(other, text);
      const [, lens] = await lensesOf(other);
      await editor.open(uri, text);
      const [, anew] = await lensesOf(uri);
      // Lenses from before it was closed belong to no document, even now that both are open.
      assert.isUndefined(await resolved(old));
      assert.deepEqual((await resolved(lens))?.arguments, [other, 0]);
      assert.deepEqual((await resolved(anew))?.arguments, [uri, 0]);
      await editor.shut(other);
      assert.deepEqual((await resolved(anew))?.arguments, [uri, 0]);
    });

    it('answers requests sent before a document is closed', async () => {
      await editor.open(uri, text);
      const asked = outline();
      await editor.shut(uri);
      await asked;
      await neutral();
    });
  });

  it('uses the last text of a document that is opened twice', async () => {
    await editor.open(uri, text);
    await editor.open(uri, '');
    assert.isEmpty(await outline());
    await holds('');
  });

  it('follows a document that changes its language back and forth', async () => {
    let now = text;
    for (const languageId of ['log', 'meeting-log', 'plaintext', 'meeting-log', 'log', 'meeting-log']) {
      await editor.open(uri, now, languageId);
      const edit = { from: at(1, 15), to: at(1, 15), text: `#info ${languageId} ` };
      await editor.edit(uri, 2, 1, 15, 15, edit.text);
      now = spliced(now, edit);
      const before = outline();
      await holds(now);
      await editor.shut(uri);
      assert.isNotNull(await before);
      assert.isNull(await outline());
    }
  });

  it('answers, or reports cancellation, if everything is cancelled while it reads a big log', async () => {
    const lines = 40_000;
    await editor.open(uri, generateLog(lines));
    const cancelled = requests.flatMap(([method, more]) =>
      Array.from({ length: 10 }, () => editor.askAndCancel(method, { textDocument, ...more })),
    );
    await editor.edit(uri, 2, 5, 0, 0, 'x');
    await Promise.all(cancelled);
    assert.lengthOf((await outline()) ?? [], lines / meetingLines);
    assert.isNotNull(await editor.ask('meetlog/minutes', { textDocument, meeting: 50, format: 'text' }));
    await isAlive();
  });

  it('answers for other documents while it reads a big log', async () => {
    const order: string[] = [];
    const asked = async (of: string) => {
      await outline(of);
      order.push(of);
    };
    const opened = [editor.open(uri, generateLog(40_000)), asked(uri)];
    const small = 'file:///logs/small.log';
    opened.push(editor.open(small, text), asked(small));
    await Promise.all(opened);
    assert.deepEqual(order, [small, uri]);
  });

  for (const [answer, kind, params] of [
    ['textDocument/diagnostic', 'unchairUnknownOften', {}],
    ['textDocument/documentSymbol', 'topics', {}],
    ['meetlog/preview', 'actions', { line: 0 }],
    ['meetlog/minutes', 'actions', { meeting: 0, format: 'markdown' }],
  ] as const) {
    it(`answers for other documents while it computes a long answer: ${answer}`, async () => {
      await editor.open(uri, hardLogOf(hardKinds[kind] as (typeof hardKinds)[string], 60_000));
      const small = 'file:///logs/small.log';
      await editor.open(small, text);
      // Its meetings are found when the long answer is requested.
      await editor.ask('textDocument/foldingRange', { textDocument });
      await outline(small);
      const order: string[] = [];
      const long = editor.ask(answer, { textDocument, ...params }).then(() => order.push('long'));
      const short = outline(small).then(() => order.push('short'));
      await Promise.all([long, short]);
      assert.deepEqual(order, ['short', 'long']);
      await editor.shut(small);
    });
  }

  it('reads a line of 20 MB', async () => {
    const long = `10:01:00 <ann> #info ${'x'.repeat(20_000_000)}\n`;
    await editor.open(uri, text + long + text);
    assert.lengthOf((await outline()) ?? [], 2);
    const place = text.split('\n').length - 1;
    assert.isNotNull(await editor.ask('textDocument/hover', { textDocument, position: at(place, 11) }));
    await editor.edit(uri, 2, place, 25, 26, 'y');
    await editor.edit(uri, 3, place, 19_999_999, 20_000_050, '\n');
    assert.lengthOf((await outline()) ?? [], 2);
    const next = await editor.ask<{ line: number }>('meetlog/nearItem', {
      textDocument,
      line: place,
      direction: 'next',
    });
    assert.equal(next.line, place + 3);
    await isAlive();
  });
});

describe('the memory of a server', () => {
  let editor: Editor;
  before(() => {
    editor = new Editor({ measured: true });
  });
  after(async () => assert.equal(await editor.close(), 0));

  it('is freed when documents are closed', async () => {
    editor.connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => ({})));
    await editor.initialize({ textDocument: { diagnostic: {} }, workspace: { configuration: true } });
    const filler = `10:02:00 <eve> ${'and so on '.repeat(30)}\n`.repeat(750);
    let number = 0;
    const openAndClose = async (count: number) => {
      for (const end = number + count; number < end; number++) {
        const one = `file:///logs/${number}.log`;
        await editor.open(one, meeting(`10:01:00 <ann> #topic tea ${number}\n${filler}10:03:00 <bob> #topic x\n`));
        await editor.edit(one, 2, 1, 15, 15, 'x');
        if (number % 20 === 0) await answersOf(editor, one);
        else await editor.ask('textDocument/documentSymbol', { textDocument: { uri: one } });
        await editor.shut(one);
      }
      return editor.memory();
    };
    // In a long run after 200 and after 1,200; anything that keeps a document keeps at least its text.
    const before = await openAndClose(Math.min(200, runs(20)));
    const more = Math.min(1000, runs(120));
    const after = await openAndClose(more);
    assert.isBelow(after - before, more * filler.length * 0.2);
  });
});

describe('a server that dies', () => {
  it('leaves its editor with an error, and another server answers the same', async () => {
    const start = async () => {
      const editor = new Editor();
      await editor.initialize({ textDocument: { diagnostic: {} } });
      await editor.open(uri, text);
      return editor;
    };
    const first = await start();
    const answers = await answersOf(first, uri);
    const closed = new Promise<void>((done) => first.connection.onClose(done));
    await first.open('file:///logs/big.log', generateLog(40_000));
    const pending = requests.map(([method, more]) => {
      const asked = first.ask(method, { textDocument: { uri: 'file:///logs/big.log' }, ...more });
      return asked.then(String, ({ message }: Error) => message);
    });
    // By now, all of them have been written.
    await first.tell('$/last', {});
    first.kill();
    assert.isNull(await first.ended);
    await closed;
    for (const message of await Promise.all(pending)) assert.include(message, 'the server ended (SIGKILL)');
    assert.isNull(await first.close());

    const second = await start();
    assert.equal(await answersOf(second, uri), answers);
    assert.equal(await second.close(), 0);
  });

  it('ends by itself when its editor is gone', async () => {
    const editor = new Editor();
    await editor.initialize({});
    await editor.open(uri, text);
    editor.leave();
    assert.equal(await editor.ended, 1);
  });
});

function at(line: number, character: number) {
  return { line, character };
}

function rangeOf(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: at(line, character), end: at(endLine, endCharacter) };
}

/** Every answer about a document, without its URI. */
async function answersOf(editor: Editor, of: string): Promise<string> {
  const all = await Promise.all(
    requests.map(([method, more]) => editor.ask(method, { textDocument: { uri: of }, ...more })),
  );
  return (
    JSON.stringify(all)
      .replace(/"resultId":"[^"]*",?/g, '')
      // Lenses name their document by its number.
      .replace(/"data":\[\d+,/g, '"data":[')
      .replaceAll(of, '')
      .replaceAll(encodeURIComponent(of), '')
  );
}
