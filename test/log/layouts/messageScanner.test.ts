import { assert } from 'chai';
import fc from 'fast-check';
import { readLine } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { messageScanner, scanMessage } from '../../../server/src/log/layouts/messageScanner.js';
import { secondsOfDay } from '../../../server/src/log/layouts/times.js';
import { nearHeads } from '../../helpers/nearHeads.js';

/** The offset of the line in its text. */
const from = 2;

const line = fc
  .tuple(
    fc.constantFrom('20:58', '9:05:01', '20:58:', '23:59:61', '24:00', '20:58:62'),
    nearHeads,
    fc.constantFrom(' <@ann> hi', '  <ann>', ' <', ' <ann> \u0001ACTION'),
    nearHeads,
  )
  .map((parts) => parts.join(''));

describe('the scanner of messages', () => {
  const quick = layouts.flatMap((layout) => (layout.head ? [{ layout, scan: layout.head }] : []));

  it('exists for the layouts of the most common clients', () => {
    assert.deepEqual(
      quick.map(({ layout }) => layout.name),
      ['supybot', 'irssi', 'lightning'],
    );
  });

  for (const { layout, scan } of quick) {
    const [first] = layout.rules;

    it(`finds in ${layout.name} the same heads as its first rule, which is that of messages`, () => {
      assert.equal(first?.kind, 'message');
      const head = { time: 0, timeStart: 0, timeEnd: 0, nickStart: 0, nickEnd: 0, end: 0 };
      fc.assert(
        fc.property(line, (text) => {
          const match = first?.pattern.exec(text) ?? null;
          assert.equal(scan(`xx${text}`, from, from + text.length, head), match !== null, text);
          if (!match) return;
          const [whole, time = '', gap = '', open = '', nick = ''] = match;
          const nickStart = from + time.length + gap.length + open.length;
          assert.deepEqual(head, {
            time: secondsOfDay(time) ?? -1,
            timeStart: from,
            timeEnd: from + time.length,
            nickStart,
            nickEnd: nickStart + nick.length,
            end: from + whole.length,
          });
        }),
        { numRuns: 500 },
      );
    });

    it(`stores in ${layout.name} the reading of a message, or leaves it to the rules`, () => {
      const scanner = messageScanner(scan);
      fc.assert(
        fc.property(line, (text) => {
          const numbers = new Int32Array(8);
          if (!scanMessage(scanner, `xx${text}`, from, from + text.length, numbers, 1)) return;
          const read = readLine(layout, text);
          const { time, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = read;
          assert.equal(read.kind, 'message');
          assert.deepEqual([...numbers], [0, time, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd]);
        }),
        { numRuns: 500 },
      );
    });
  }
});
