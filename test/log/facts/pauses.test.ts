import { assert } from 'chai';
import { pausesIn } from '../../../server/src/log/facts/pauses.js';
import { LogText } from '../../../server/src/log/text/logText.js';

describe('pauses', () => {
  /** The pauses in a log, as `line: minutes`. */
  const check = (log: string, ...expected: string[]) => {
    const text = LogText.of(log);
    const found = pausesIn(text, 0, 0, text.lineCount - 1);
    assert.deepEqual(
      found.map(({ line, seconds }) => `${line}: ${seconds / 60}`),
      expected,
    );
    // A part of a log has the same.
    const parts = Array.from({ length: text.lineCount }, (_, line) => pausesIn(text, 0, line, line));
    assert.deepEqual(parts.flat(), found);
  };

  it('are longer than five minutes', () =>
    check('10:00 <a> x\n10:05 <a> x\n10:11 <b> x\n10:12 <a> x\n12:00 <a> x\n', '2: 6', '4: 108'));
  it('are between what is said, whoever joins meanwhile', () =>
    check(
      '10:00 <a> x\n10:04 -!- c [~c@c] has joined #tea\n10:08 <b> x\n10:20 -!- c [~c@c] has joined #tea\n',
      '2: 8',
    ));
  it('may have midnight in them', () => check('23:50 <a> x\n23:51 <a> x\n00:10 <a> x\n', '2: 19'));
  it('may be days, and end at the same time of day', () =>
    check('2031-03-14 10:00:00 <a> x\n2031-03-16 10:00:00 <a> x\n2031-03-16 10:01:00 <a> x\n', '1: 2880'));
  it('are not known if the clock was set', () => check('10:00 <a> x\n10:01 <a> x\n08:00 <a> x\n08:01 <a> x\n'));
  it('are also found between blocks', () => {
    const minute = (at: number) => `${10 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
    const rows = Array.from(
      { length: 600 },
      (_, index) => `${minute(index < 256 ? 0 : index < 512 ? 20 : 40)} <a> x\n`,
    );
    check(rows.join(''), '256: 20', '512: 20');
  });
  it('do not begin above the first line that counts', () => {
    const text = LogText.of('10:00 <a> x\n11:00 <a> x\n12:00 <a> x\n');
    assert.deepEqual(
      pausesIn(text, 1, 1, 2).map(({ line }) => line),
      [2],
    );
    assert.isEmpty(pausesIn(LogText.of('10:00 <a> x\n11:00 -!- b [~b@b] has joined #t\n12:00 <a> x\n'), 1, 2, 2));
    assert.deepEqual(pausesIn(text, 0, 2, 2), [{ line: 2, above: 1, seconds: 3600 }]);
  });
});
