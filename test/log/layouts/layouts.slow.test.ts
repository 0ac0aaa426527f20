import { assert } from 'chai';
import fc from 'fast-check';
import { readLine } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { anyCharacter } from '../../helpers/anyCharacter.js';

/** Of a hostile line, in repeated pieces. */
const length = 60_000;

describe('layouts', () => {
  for (const layout of layouts) {
    describe(layout.name, () => {
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
          fc.property(fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: anyCharacter })), (line) => {
            const { timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = readLine(layout, line);
            const offsets = [0, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd, line.length];
            assert.deepEqual(
              offsets,
              [...offsets].sort((a, b) => a - b),
            );
          }),
        );
      });

      it('takes linear time for hostile lines', () => {
        // Reading in quadratic time would take half a minute here, and the test would time out.
        for (const piece of [' ', '[', '10:00 <', '10:00 <a', '10:00 * ', '<', '@', '1', ':']) {
          readLine(layout, piece.repeat(length));
          for (const [line] of layout.samples) readLine(layout, line + piece.repeat(length));
          for (const [line] of layout.samples) readLine(layout, line.slice(0, 22) + piece.repeat(length));
        }
      }).timeout(8000);
    });
  }
});
