import { assert } from 'chai';
import fc from 'fast-check';
import { layouts } from '../../server/src/log/layout.js';

describe('layouts', () => {
  for (const layout of layouts) {
    describe(layout.name, () => {
      for (const { line, kind, time, nick, text } of layout.samples) {
        it(`reads ${JSON.stringify(line)} as ${kind}`, () => {
          const read = layout.read(line);
          assert.equal(read.kind, kind);
          assert.equal(read.time, time);
          assert.equal(read.nick, nick ?? '');
          assert.equal(line.slice(read.nickStart, read.nickEnd), nick ?? '');
          assert.equal(line.slice(read.textStart, read.textEnd), text ?? '');
        });
      }

      it('reads any text without throwing, and points into it', () => {
        const pieces = fc.constantFrom(
          '10:00',
          ':00',
          '[',
          ']',
          '<',
          '>',
          '@',
          'ann',
          ' ',
          '\t',
          '*',
          '***',
          '#x',
          'ü',
          '\u0000',
        );
        fc.assert(
          fc.property(fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'binary' })), (line) => {
            const { timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = layout.read(line);
            const offsets = [0, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd, line.length];
            assert.deepEqual(
              offsets,
              [...offsets].sort((a, b) => a - b),
            );
          }),
        );
      });

      it('takes linear time for hostile lines', () => {
        // Quadratic reading would take hours here, and the test run would end in a time-out.
        for (const piece of [' ', '[', '10:00 <', '10:00 <a', '10:00 * ', '<', '@', '1', ':']) {
          layout.read(piece.repeat(300_000));
          layout.read(`10:00 <${piece.repeat(300_000)}`);
          layout.read(`10:00 * a${piece.repeat(300_000)}`);
        }
      });
    });
  }

  it('have names of their own', () => {
    const names = layouts.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });
});
