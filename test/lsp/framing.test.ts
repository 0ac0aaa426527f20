import { assert } from 'chai';
import fc from 'fast-check';
import { type Frame, Framing } from '../../server/src/lsp/transport/framing.js';
import { framed, RawEditor } from './raw.js';

/** What is read of bytes that come in pieces which end at such places. */
function read(bytes: Uint8Array, ends: readonly number[] = []): Frame[] {
  const framing = new Framing();
  const places = [0, ...[...ends].map((end) => end % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).flatMap((end, index) => [...framing.take(bytes.subarray(places[index], end))]);
}

const messagesOf = (frames: readonly Frame[]) => frames.flatMap((frame) => ('message' in frame ? [frame.message] : []));

/** Bytes that are no message, and what is told of them. */
const broken: Readonly<Record<string, readonly [bytes: string, told: RegExp]>> = {
  'a negative length': ['Content-Length: -5\r\n\r\n{"a":1}', /is not a number/],
  'a length that is no number': ['Content-Length: NaN\r\n\r\n{"a":1}', /is not a number/],
  'a length in hexadecimal': ['Content-Length: 0x10\r\n\r\n{"a":1}', /is not a number/],
  'a length with a fraction': ['Content-Length: 7.5\r\n\r\n{"a":1}', /is not a number/],
  'an empty length': ['Content-Length: \r\n\r\n{"a":1}', /is not a number/],
  'a huge length': ['Content-Length: 99999999999\r\n\r\n{"a":1}', /more than 536870912 bytes/],
  'a length of many digits': [`Content-Length: ${'9'.repeat(400)}\r\n\r\n{"a":1}`, /more than/],
  'no length': ['Content-Type: application/json\r\n\r\n{"a":1}', /no Content-Length/],
  'two lengths': ['Content-Length: 7\r\nContent-Length: 8\r\n\r\n{"a":1}', /more than one Content-Length/],
  'no field': ['Content-Length 7\r\n\r\n{"a":1}', /line 1 of a header has no name and value/],
  'a line without a name': ['Content-Length: 7\r\n: x\r\n\r\n{"a":1}', /line 2/],
  'a request of HTTP': ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', /line 1/],
  'an endless header': [`X: ${'x'.repeat(20_000)}`, /more than 8192 bytes/],
  'endless noise': ['\u0000\u00ff'.repeat(20_000), /more than 8192 bytes/],
  'another charset': ['Content-Type: x; charset=utf-16\r\nContent-Length: 7\r\n\r\n{"a":1}', /not in UTF-8/],
  'a length of nothing': ['Content-Length: 0\r\n\r\n', /not JSON/],
  'what is not JSON': ['Content-Length: 7\r\n\r\n{"a":1)', /not JSON/],
  'a length that is too small': ['Content-Length: 3\r\n\r\n{"a":1}', /not JSON/],
  'a length that is a little too great': ['Content-Length: 60\r\n\r\n{"a":1}', /not JSON|shorter than/],
  'a length that is much too great': ['Content-Length: 40000000\r\n\r\n{"a":1}', /shorter than its header says/],
};

describe('the framing of messages', () => {
  const good = { jsonrpc: '2.0', method: 'x', params: { text: 'é😀 Content-Length: 5\r\n\r\n' } };

  it('reads them, however they come in pieces', () => {
    const list = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(5000), { maxLength: 30 }), (messages, ends) => {
        const bytes = Buffer.from(messages.map((message) => framed(JSON.stringify(message))).join(''));
        assert.deepEqual(read(bytes, ends), JSON.parse(JSON.stringify(messages.map((message) => ({ message })))));
      }),
    );
  });
  it('takes headers as clients write them', () => {
    const body = '{"a":1}';
    for (const header of [
      'content-length: 7\r\n\r\n',
      'CONTENT-LENGTH:7\r\n\r\n',
      'Content-Length: 7\n\n',
      '\r\n\r\nContent-Length: 7 \r\n\r\n',
      'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 7\r\n\r\n',
      'Content-Length: 7\r\nContent-Type: x; charset="UTF8"; y=z\r\nX-Y: z: é\r\n\r\n',
      'Content-Length: 0007\r\n\r\n',
    ]) {
      assert.deepEqual(read(Buffer.from(header + body)), [{ message: { a: 1 } }], header);
    }
  });

  for (const [name, [bytes, told]] of Object.entries(broken)) {
    it(`tells of ${name}, and reads what follows`, () => {
      const stream = Buffer.from(bytes + framed(good) + framed(good));
      fc.assert(
        fc.property(fc.array(fc.nat(stream.length), { maxLength: 10 }), (ends) => {
          const frames = read(stream, ends);
          const problems = frames.flatMap((frame) => ('problem' in frame ? [frame.problem] : []));
          assert.match(problems[0] ?? '', told);
          assert.deepEqual(messagesOf(frames), [good, good]);
        }),
        { numRuns: 30 },
      );
    });
  }
  it('finds the next message after whatever comes before it', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.constantFrom('Content-Length', ': ', '\r\n', '\n', '\r\n\r\n', '-1', '12', '{', '"', 'charset=x', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), fc.array(fc.nat(3000), { maxLength: 8 }), (pieces, ends) => {
        const before = Buffer.from(pieces.join(''), 'latin1');
        // What the noise promises may take in one message; the next ones are read.
        const stream = Buffer.concat([before, Buffer.from(`\n${framed(good)}${framed(good)}${framed(good)}`)]);
        const messages = messagesOf(read(stream, ends)).map((message) => JSON.stringify(message));
        assert.isAtLeast(messages.filter((message) => message === JSON.stringify(good)).length, 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a server that gets what is no message', () => {
  let editor: RawEditor;
  beforeEach(async () => {
    editor = new RawEditor();
    await editor.initialize();
  });
  afterEach(() => editor.kill());

  for (const [name, [bytes, told]] of Object.entries(broken)) {
    it(`says so, and answers what follows: ${name}`, async () => {
      editor.write(bytes);
      const next = editor.ask('meetlog/formats');
      const { error } = await editor.answer(({ id }) => id === null);
      assert.equal(error?.code, -32700);
      assert.match(error?.message ?? '', told);
      assert.isArray((await next).result);
      await editor.says(told);
    });
  }
  it('says so of all at once, in order', async () => {
    const names = Object.keys(broken);
    for (const id of names) editor.write(`${broken[id]?.[0]}${framed({ jsonrpc: '2.0', id, method: 'nothing' })}`);
    for (const name of names) {
      const { id, error } = await editor.answer((sent) => sent.id !== null);
      assert.equal(id, name);
      assert.equal(error?.code, -32601);
    }
  });
});
