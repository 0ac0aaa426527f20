import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { ownShapes } from '../../server/src/lsp/transport/params.js';
import { runs } from '../helpers/edits.js';
import { meeting } from '../helpers/logs.js';
import { framed, RawEditor } from './raw.js';

const uri = 'file:///logs/club.log';
const textDocument = { uri };
const capabilities = { processId: null, rootUri: null, capabilities: {} };
/** Every request that the server answers. */
const requests = [
  'textDocument/codeAction',
  'textDocument/codeLens',
  'codeLens/resolve',
  'textDocument/diagnostic',
  'textDocument/documentHighlight',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/hover',
  'textDocument/semanticTokens/range',
  'workspace/executeCommand',
  'workspace/textDocumentContent',
  ...Object.keys(ownShapes),
];
/** Those that need no parameters. */
const bare = Object.entries(ownShapes).flatMap(([method, shape]) => (shape ? [] : [method]));

describe('the life of a server', () => {
  let editor: RawEditor;
  beforeEach(() => {
    editor = new RawEditor();
  });
  afterEach(() => editor.kill());
  const codeOf = async (method: string, params?: unknown) => (await editor.ask(method, params)).error?.code;

  it('answers all its requests, with their parameters, or without if they need none', async () => {
    await editor.initialize();
    for (const method of requests) {
      assert.equal(await codeOf(method), bare.includes(method) ? undefined : -32602, method);
    }
  });
  it('refuses requests before it is initialized', async () => {
    for (const method of [...requests, 'shutdown', 'nothing', '$/nothing']) {
      assert.equal(await codeOf(method, { textDocument }), -32002, method);
    }
    // The document was not opened, since earlier notifications were ignored.
    editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text: meeting('') } });
    await editor.initialize();
    assert.isNull((await editor.ask('meetlog/summary', { textDocument })).result);
  });
  it('is initialized once, and properly', async () => {
    for (const params of [undefined, null, 5, [], {}, { capabilities: null }, { capabilities: [] }]) {
      assert.equal(await codeOf('initialize', params), -32602, JSON.stringify(params));
    }
    assert.equal(await codeOf('meetlog/formats'), -32002);
    await editor.initialize();
    assert.equal(await codeOf('initialize', capabilities), -32600);
    assert.isArray((await editor.ask('meetlog/formats')).result);
  });
  it('refuses requests after shutdown, and ends with success', async () => {
    await editor.initialize();
    assert.isNull((await editor.ask('shutdown', null)).result);
    for (const method of [...requests, 'initialize', 'shutdown', 'nothing']) {
      assert.equal(await codeOf(method, { textDocument, ...capabilities }), -32600, method);
    }
    editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text: meeting('') } });
    editor.notify('exit');
    assert.equal(await editor.ended, 0);
    assert.isEmpty(editor.sent);
  });
  it('ends with failure without shutdown, at any time', async () => {
    editor.notify('exit');
    assert.equal(await editor.ended, 1);
    for (const end of [(one: RawEditor) => one.notify('exit'), (one: RawEditor) => void one.leave()]) {
      const other = new RawEditor();
      await other.initialize();
      end(other);
      assert.equal(await other.ended, 1);
    }
  });
  it('ends with success if its editor leaves after shutdown', async () => {
    await editor.initialize();
    await editor.ask('shutdown');
    assert.equal(await editor.leave(), 0);
  });

  it('refuses unknown requests', async () => {
    await editor.initialize();
    for (const method of ['nothing', '$/nothing', 'constructor', '__proto__', 'meetlog/', ''])
      assert.equal(await codeOf(method, {}), -32601, method);
    for (const method of ['nothing', '$/nothing', '__proto__']) editor.notify(method, {});
    assert.isArray((await editor.ask('meetlog/formats', null)).result);
    assert.notInclude(editor.stderr, 'at ');
  });
  it('refuses invalid messages', async () => {
    await editor.initialize();
    const ask = { jsonrpc: '2.0', id: 'x', method: 'meetlog/formats' };
    const without = (key: keyof typeof ask) => ({ ...ask, [key]: undefined });
    for (const [message, id] of [
      [[], null],
      [[ask], null],
      ['null', null],
      ['5', null],
      ['"x"', null],
      [{}, null],
      [without('jsonrpc'), 'x'],
      [{ ...ask, jsonrpc: 2 }, 'x'],
      [{ ...ask, jsonrpc: '1.0' }, 'x'],
      [without('method'), null],
      [{ ...ask, method: 5 }, 'x'],
      [{ ...ask, method: null }, 'x'],
      ...[null, {}, [], true].map((odd) => [{ ...ask, id: odd }, null] as const),
    ] as const) {
      editor.write(framed(message));
      const answered = await editor.answer(() => true);
      assert.deepInclude(answered, { id }, JSON.stringify(message));
      assert.equal(answered.error?.code, -32600, JSON.stringify(message));
    }
    for (const id of [0, -1, 1.5, '', 'x'.repeat(10_000)]) {
      editor.write(framed({ ...ask, id }));
      assert.isArray((await editor.answer((sent) => sent.id === id)).result);
    }
    // Answers without a request.
    for (const odd of [
      { id: 999, result: 1 },
      { id: null, result: 1 },
      { id: {}, error: 5 },
      { id: 1, error: null },
    ]) {
      editor.write(framed({ jsonrpc: '2.0', ...odd }));
    }
    assert.isArray((await editor.ask('meetlog/formats')).result);
  });
  it('refuses invalid parameters, and names them', async () => {
    await editor.initialize();
    for (const method of requests.filter((one) => !bare.includes(one))) {
      for (const params of [
        undefined,
        null,
        5,
        'x',
        true,
        [],
        [[]],
        [{ textDocument }],
        {},
        { textDocument: { uri: 7 } },
      ]) {
        assert.equal(await codeOf(method, params), -32602, `${method} ${JSON.stringify(params)}`);
      }
    }
    for (const [params, told] of [
      [{ textDocument: 5, position: { line: 1, character: 1 } }, 'textDocument must be an object'],
      [{ textDocument, position: { line: '1', character: 1 } }, 'position.line must be a number'],
      [{ textDocument, position: { character: 1 } }, 'position.line must be a number'],
      [{ textDocument, position: [1, 2] }, 'position must be an object'],
    ] as const) {
      assert.equal((await editor.ask('textDocument/hover', params)).error?.message, told);
    }
    const range = { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } };
    for (const [diagnostics, told] of [
      [{}, 'context.diagnostics must be a list'],
      [[{ range }, { range: 5 }], 'context.diagnostics[1].range must be an object'],
    ] as const) {
      const params = { textDocument, range, context: { diagnostics } };
      assert.equal((await editor.ask('textDocument/codeAction', params)).error?.message, told);
    }
  });

  it('answers all kinds of requests, and continues', async () => {
    await editor.initialize();
    const text = meeting('10:01:00 <ann> #topic tea\n');
    editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text } });
    const odd = fc.oneof(
      fc.constantFrom(null, 5, -1, 1e99, 1.5, 'x', '', [], {}, true, uri, { uri }, { line: 0, character: 0 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const place = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          line: fc.oneof(fc.integer(), fc.nat(5), odd),
          character: fc.oneof(fc.integer(), fc.nat(30)),
        }),
      },
      odd,
    );
    const range = fc.oneof({ weight: 3, arbitrary: fc.record({ start: place, end: place }) }, odd);
    const params = fc.record(
      {
        textDocument: fc.oneof({ weight: 5, arbitrary: fc.constant(textDocument) }, odd),
        uri: fc.oneof(fc.constant('meetlog:/x.md?%7B%7D'), odd),
        position: place,
        range,
        line: fc.oneof(fc.integer(), odd),
        meeting: fc.oneof(fc.integer(), fc.constant(0), odd),
        format: fc.oneof(fc.constantFrom('markdown', 'template', '__proto__'), odd),
        template: odd,
        direction: fc.oneof(fc.constantFrom('next', 'previous'), odd),
        context: fc.oneof(fc.record({ diagnostics: fc.array(fc.record({ range, code: odd, data: odd })) }), odd),
        command: fc.oneof(fc.constant('meetlog.generateMinutes'), odd),
        arguments: fc.oneof(fc.array(odd), odd),
        data: fc.oneof(fc.array(odd), odd),
        previousResultId: odd,
        contentChanges: odd,
      },
      {
        requiredKeys: ['textDocument', 'range', 'position', 'line', 'meeting', 'format', 'context', 'data', 'command'],
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...requests), params, async (method, given) => {
        const answered = await editor.ask(method, given);
        // Templates may be wrong; anything else is our bug.
        assert.include([undefined, -32602, -32600], answered.error?.code, JSON.stringify(answered.error));
      }),
      { numRuns: runs(800) },
    );
    assert.deepInclude((await editor.ask('meetlog/summary', { textDocument })).result as object, { meetings: 1 });
  });
  it('ignores invalid notifications', async () => {
    await editor.initialize();
    editor.notify('textDocument/didOpen', { textDocument: { uri, version: 1, text: meeting('') } });
    const odd = [
      undefined,
      null,
      5,
      [],
      {},
      { textDocument: null },
      { textDocument: { uri: 5 } },
      { textDocument, x: 1 },
    ];
    for (const method of ['didOpen', 'didChange', 'didSave', 'willSave'])
      for (const params of odd) editor.notify(`textDocument/${method}`, params);
    for (const method of ['$/cancelRequest', '$/setTrace', 'workspace/didChangeConfiguration', 'initialized'])
      for (const params of [...odd, { id: {} }, { value: 5 }, { value: 'x' }, { settings: 5 }])
        editor.notify(method, params);
    assert.deepInclude((await editor.ask('meetlog/summary', { textDocument })).result as object, { meetings: 1 });
    assert.isEmpty(editor.sent.filter(({ error }) => error));
  });
});

describe('the arguments of the server', () => {
  const run = (args: readonly string[], ...node: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, 'dist/server.js', ...args], {
      encoding: 'utf8',
      input: '',
    });
    assert.isBelow(stderr.length, 2000);
    return { status, stdout, stderr };
  };

  it('must be valid', () => {
    for (const [args, told] of [
      [[], /An option for the transport is required/],
      [['x'], /Unexpected argument 'x'/],
      [['--foo'], /Unknown option '--foo'/],
      [['-x'], /Unknown option '-x'/],
      [['--constructor'], /Unknown option/],
      [['--stdio', '--node-ipc'], /cannot be used together/],
      [['--stdio=1'], /does not take an argument/],
      [['--socket'], /argument missing/],
      [['--socket=x'], /needs a number from 1 to 65535/],
      [['--socket', '65536'], /needs a number from 1 to 65535/],
      [['--pipe='], /needs a name/],
      [['--stdio', '--clientProcessId=x'], /needs a number/],
    ] as const) {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, told);
      assert.include(stderr, '--stdio          standard input');
      assert.equal(stdout, '');
    }
  });
  it('request help or the version', () => {
    assert.include(run(['--help']).stdout, 'Usage: meetlog-language-server');
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });
  it('must lead to an editor', () => {
    assert.match(run(['--node-ipc']).stderr, /no IPC channel/);
    assert.match(
      run([`--pipe=${join(tmpdir(), 'meetlog-nobody')}`]).stderr,
      /no editor can be reached: connect ENOENT/,
    );
    assert.equal(run(['--socket=1']).status, 1);
  });
  for (const by of ['socket', 'pipe'] as const) {
    it(`connect to an editor by --${by}, and end when it is gone`, async () => {
      const path =
        process.platform === 'win32' ? `\\\\.\\pipe\\meetlog-${process.pid}` : join(tmpdir(), `meetlog-${process.pid}`);
      const answered = new Promise<string>((done) => {
        const listener = createServer((socket) => {
          socket.write(framed({ jsonrpc: '2.0', id: 1, method: 'initialize', params: capabilities }));
          socket.once('data', (data) => {
            done(String(data));
            socket.end();
            listener.close();
          });
        });
        const isUp = () => {
          const address = listener.address();
          const port = typeof address === 'object' ? address?.port : undefined;
          server = new RawEditor(by === 'socket' ? ['--socket', String(port)] : [`--pipe=${path}`]);
        };
        if (by === 'socket') listener.listen(0, '127.0.0.1', isUp);
        else listener.listen(path, isUp);
      });
      let server: RawEditor | undefined;
      assert.include(await answered, 'Content-Length');
      assert.equal(await server?.ended, 1);
    });
  }
});

describe('an uncaught error', () => {
  // It is thrown as soon as there is a listener for such errors.
  const boom =
    'data:text/javascript,process.on("newListener",(event)=>event==="uncaughtException"&&' +
    'process.nextTick(()=>{throw new TypeError("boom"+String.fromCharCode(27))}))';
  for (const [bundle, ...args] of [
    ['server.js', '--stdio'],
    ['cli.js', 'check', 'test/fixtures/repair-cafe.log'],
  ]) {
    it(`is reported without the code of ${bundle}`, () => {
      const options = { encoding: 'utf8' } as const;
      const { status, stderr } = spawnSync(process.execPath, ['--import', boom, `dist/${bundle}`, ...args], options);
      assert.equal(status, 2);
      assert.match(stderr, /^meetlog[\w-]*: unexpected error\. .*please report it:\nTypeError: boom\ufffd/);
      assert.isBelow(stderr.length, 3000);
    });
  }
});
