import { assert } from 'chai';
import fc from 'fast-check';
import { type Frame, Framing } from '../../server/src/lsp/transport/framing.js';
import { broken } from './broken.js';
import { framed } from './raw.js';

/** What is read from bytes that arrive in pieces split at these places. */
function read(bytes: Uint8Array, ends: readonly number[] = []): Frame[] {
  const framing = new Framing();
  const places = [0, ...[...ends].map((end) => end % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).flatMap((end, index) => [...framing.take(bytes.subarray(places[index], end))]);
}

const messagesOf = (frames: readonly Frame[]) => frames.flatMap((frame) => ('message' in frame ? [frame.message] : []));

describe('the framing of messages', () => {
  const good = { jsonrpc: '2.0', method: 'x', params: { text: 'é😀 Content-Length: 5\r\n\r\n' } };

  it('reads them, however they are split into pieces', () => {
    const list = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(5000), { maxLength: 30 }), (messages, ends) => {
        const bytes = Buffer.from(messages.map((message) => framed(JSON.stringify(message))).join(''));
        assert.deepEqual(read(bytes, ends), JSON.parse(JSON.stringify(messages.map((message) => ({ message })))));
      }),
    );
  });
  it('accepts headers as clients write them', () => {
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
    it(`reports ${name}, and reads what follows`, () => {
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
  it('finds the next message after any noise', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.constantFrom('Content-Length', ': ', '\r\n', '\n', '\r\n\r\n', '-1', '12', '{', '"', 'charset=x', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), fc.array(fc.nat(3000), { maxLength: 8 }), (pieces, ends) => {
        const before = Buffer.from(pieces.join(''), 'latin1');
        // The length in the noise may swallow one message; the next ones are read.
        const stream = Buffer.concat([before, Buffer.from(`\n${framed(good)}${framed(good)}${framed(good)}`)]);
        const messages = messagesOf(read(stream, ends)).map((message) => JSON.stringify(message));
        assert.isAtLeast(messages.filter((message) => message === JSON.stringify(good)).length, 1);
      }),
      { numRuns: 2000 },
    );
  });
});
