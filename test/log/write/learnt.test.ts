import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { Dice } from '../../helpers/dice.js';
import { runs } from '../../helpers/edits.js';
import { checkInsertion } from '../../helpers/insertions.js';
import { randomLog } from '../../helpers/randomLayouts.js';
import { firstMismatch } from '../../helpers/roundTrip.js';

/** The share of places at which a line could not be written, so that nothing is. */
const mostUnwritten = 0.05;

describe('a line in a log of a random layout', () => {
  it('is read back near any line, and changes no other', () => {
    const unwritten: string[] = [];
    let count = 0;
    for (let seed = 0; seed < Math.min(runs(150), 2000); seed++) {
      const random = randomLog(seed);
      if (firstMismatch(random) !== undefined) continue;
      const text = LogText.of(random.text);
      const dice = new Dice(seed);
      const { nick = '' } = random.said[0] ?? {};
      const shown = text.read(random.said[0]?.line ?? 0).nick || nick;
      for (let run = 0; run < 4; run++) {
        const at = dice.whole(0, text.lineCount);
        count++;
        if (!checkInsertion(text, at, shown, '#endmeeting'))
          unwritten.push(
            `seed ${seed} at ${at}: ${random.frame.kind}; ${random.speaker.kind}; ${random.stamp.kinds.join('; ')}\n${random.text}`,
          );
      }
    }
    assert.isAtMost(unwritten.length, count * mostUnwritten, unwritten[0]);
  });
});
