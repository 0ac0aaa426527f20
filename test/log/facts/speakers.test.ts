import { assert } from 'chai';
import fc from 'fast-check';
import { speakers, spokenLines } from '../../../server/src/log/facts/speakers.js';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';

describe('the tally', () => {
  it('counts messages and actions of each nick, in the order of first lines', () => {
    const log = LogText.of('10:00 <bob> x\n10:00 * ann y\n10:00 *** Joins: eve\ntalk\n10:01 <Bob> z\n10:02 <bob> z');
    assert.deepEqual(speakers(log, 0, 5), [
      { nick: 'bob', lines: 2, first: 0, last: 5 },
      { nick: 'ann', lines: 1, first: 1, last: 1 },
      { nick: 'Bob', lines: 1, first: 4, last: 4 },
    ]);
    assert.equal(spokenLines(log, 0, 5), 4);
  });

  it('counts nothing if there are no lines', () => {
    assert.deepEqual(speakers(LogText.of(''), 0, -1), []);
    assert.equal(spokenLines(LogText.of(''), 0, -1), 0);
  });

  it('counts the same after an edit within blocks that were summed up together', () => {
    const log = LogText.of('10:00 <ann> x\n'.repeat(80 * blockSize));
    speakers(log, 0, log.lineCount - 2);
    // Not in the first block, with which the sum is cached.
    const line = 5 * blockSize;
    const edited = log.replace({ line, character: 7 }, { line, character: 10 }, 'bob');
    const last = edited.lineCount - 2;
    assert.deepEqual(speakers(edited, 0, last), speakers(LogText.of(edited.toString()), 0, last));
    assert.lengthOf(speakers(edited, 0, last), 2);
  });

  it('counts the same in blocks as line by line', () => {
    const rows = fc.array(fc.constantFrom('10:00 <a> x\n', '10:00 * b x\n', 'x\n'), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(rows, fc.nat(150), fc.nat(1500), fc.nat(1500), (some, times, a, b) => {
        const log = LogText.of(some.join('').repeat(times + 1));
        const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), log.lineCount - 1)];
        const spoken = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => log.read(from + at).nick).filter(
          Boolean,
        );
        assert.equal(spokenLines(log, from, to), spoken.length);
        assert.deepEqual(
          speakers(log, from, to).map(({ nick, lines }) => [nick, lines]),
          [...new Set(spoken)].map((nick) => [nick, spoken.filter((one) => one === nick).length]),
        );
      }),
      { numRuns: 50 },
    );
  });
});
