import { assert } from 'chai';
import fc from 'fast-check';
import { clockTime, durationText, elapsed } from '../../../server/src/log/facts/clock.js';
import { backwards } from '../../../server/src/log/facts/timeline.js';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';

describe('the clock', () => {
  it('writes times of day', () => {
    assert.equal(clockTime(0), '00:00:00');
    assert.equal(clockTime(86399), '23:59:59');
  });

  it('writes durations', () => {
    assert.deepEqual([0, 59, 60, 3599, 3600, 7265].map(durationText), [
      '0 s',
      '59 s',
      '1 min',
      '59 min',
      '1 h 0 min',
      '2 h 1 min',
    ]);
    assert.deepEqual([86_399, 86_400, 230_405].map(durationText), ['23 h 59 min', '1 d 0 h', '2 d 16 h']);
  });

  it('passes midnight', () => {
    assert.equal(elapsed(86000, 400), 800);
    assert.equal(elapsed(5, 5), 0);
  });

  const check = (times: string, ...expected: [above: number, line: number][]) => {
    const text = times
      .split(' ')
      .map((time) => (time === '-' ? 'no time\n' : `${time} <ann> x\n`))
      .join('');
    const log = LogText.of(text);
    const found = backwards(log, 0, log.lineCount - 1);
    assert.deepEqual(
      found.map(({ above, line }) => [above, line]),
      expected,
    );
  };

  it('finds where it goes back', () => check('10:00 10:05 10:02 10:03', [1, 2]));
  it('looks past lines without a time', () => check('10:05 - - 10:02', [0, 3]));
  it('treats half a day or more as midnight', () => check('23:50 00:10'));
  it('forgives a minute', () => check('10:05:30 10:04:30 10:04:00'));
  it('compares only neighbours', () => check('13:00 23:59 02:00 09:00'));

  it('finds the same in blocks as line by line', () => {
    const time = fc.constantFrom('10:00', '10:02', '10:04', '23:59', '-');
    fc.assert(
      fc.property(
        fc.array(time, { minLength: 2, maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        fc.nat(3),
        (times, a, b, gap) => {
          // The times are spread so that block borders fall between them.
          const rows = times.map((one) => (one === '-' ? 'x\n' : `${one} <ann> x\n`) + '10:0x\n'.repeat(gap * 100));
          const log = LogText.of(rows.join(''));
          assert.isAtMost(log.blocks[0]?.size ?? 0, blockSize);
          const from = Math.min(a * 100, log.lineCount - 1);
          const to = Math.min(from + b * 100, log.lineCount - 1);
          assert.deepEqual(
            backwards(log, from, to).map(({ line, above }) => ({ line, above })),
            lineByLine(log, from, to),
          );
        },
      ),
    );
  });
});

function lineByLine(log: LogText, from: number, to: number) {
  const found = [];
  let above: { line: number; time: number } | undefined;
  for (let line = from; line <= to; line++) {
    const { time } = log.read(line);
    if (time === undefined) continue;
    const back = above ? above.time - time : 0;
    if (above && back > 60 && back < 43200) found.push({ line, above: above.line });
    above = { line, time };
  }
  return found;
}
