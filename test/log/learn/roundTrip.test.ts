import { assert } from 'chai';
import { runs } from '../../helpers/edits.js';
import { randomLog, untellable } from '../../helpers/randomLayouts.js';
import { firstMismatch } from '../../helpers/roundTrip.js';

describe('random logs', () => {
  it('follow from their seeds', () => {
    for (const seed of [0, 1, 2 ** 31, -1]) assert.deepEqual(randomLog(seed).text, randomLog(seed).text);
    assert.notEqual(randomLog(1).text, randomLog(2).text);
  });

  it('have on each line what they say is on it', () => {
    for (let seed = 0; seed < 300; seed++) {
      const { text, said, outline } = randomLog(seed);
      const rows = text.split(/\r?\n/);
      for (const { line, text } of said) assert.include(rows[line], text);
      assert.match(text, /#startmeeting/);
      assert.isNotEmpty(outline.topics);
    }
  });

  it('leave out only what no reader could tell, and say why', () => {
    for (const { why } of untellable) assert.isAbove(why.length, 20);
  });
});

/** The share of random logs that may be read wrong: those with several rare things at once. */
const mostWrong = 0.13;

describe('a log in a random layout', () => {
  it('gives back what it was written from, with few exceptions', () => {
    const failures: string[] = [];
    const count = Math.min(runs(300), 10_000);
    for (let seed = 0; seed < count; seed++) {
      const random = randomLog(seed);
      const mismatch = firstMismatch(random);
      if (mismatch === undefined) continue;
      const { frame, speaker, stamp } = random;
      failures.push(
        `seed ${seed}: ${mismatch}\n${frame.kind}; ${speaker.kind}; ${stamp.kinds.join('; ')}\n${random.text}`,
      );
    }
    assert.isAtMost(failures.length, count * mostWrong, `${failures.length} of ${count}: ${failures[0]}`);
  });
});
