import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { Dice } from '../../helpers/dice.js';
import { runs } from '../../helpers/edits.js';
import { checkInsertion } from '../../helpers/insertions.js';
import { randomLog } from '../../helpers/randomLayouts.js';
import { firstMismatch } from '../../helpers/roundTrip.js';

/** The share of places at which a line could not be written, so that nothing is. */
const mostUnwritten = 0.01;

describe('a line in a log of a random layout', () => {
  it('is read back near any line, and changes no other', () => {
    const unwritten: string[] = [];
    let count = 0;
    for (let seed = 0; seed < Math.min(runs(150), 2000); seed++) {
      const random = randomLog(seed);
      if (firstMismatch(random) !== undefined) continue;
      const text = LogText.of(random.text);
      const dice = new Dice(seed);
      for (let run = 0; run < 4; run++) {
        const at = dice.whole(0, text.lineCount);
        const { nick } = text.read(dice.pick(random.said).line);
        count++;
        if (checkInsertion(text, at, nick, '#endmeeting')) continue;
        const { frame, speaker, stamp } = random;
        const kinds = `${frame.kind}; ${speaker.kind}; ${stamp.kinds.join('; ')}`;
        unwritten.push(`seed ${seed}, ${nick} at ${at}: ${kinds}\n${random.text}`);
      }
    }
    const all = unwritten.map((one) => one.split('\n', 1)[0]).join('\n');
    assert.isAtMost(
      unwritten.length,
      count * mostUnwritten,
      `${unwritten.length} of ${count}\n${all}\n${unwritten[0]}`,
    );
  });
});
