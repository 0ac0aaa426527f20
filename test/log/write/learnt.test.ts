import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { readRows } from '../../../server/src/log/write/reading.js';
import { lineEndOf, writeLine } from '../../../server/src/log/write/writeLine.js';
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

  it('may be that of someone new, at any time', () => {
    const unwritten: string[] = [];
    let count = 0;
    for (let seed = 0; seed < Math.min(runs(150), 2000); seed++) {
      const random = randomLog(seed);
      if (firstMismatch(random) !== undefined) continue;
      const text = LogText.of(random.text);
      const dice = new Dice(seed);
      const time = dice.whole(0, 86_399);
      const near = dice.whole(0, text.lineCount - 1);
      const rows = writeLine(text, near, { kind: 'message', nick: 'Nora', text: '#info x', time });
      count++;
      if (rows === undefined)
        unwritten.push(`seed ${seed}, ${random.frame.kind}; ${random.speaker.kind}; ${random.stamp.kinds.join('; ')}`);
      else {
        const written = rows.split(lineEndOf(text));
        const at = written.findIndex((row) => row.includes('#info x'));
        const line = readRows(text.layout, written)[at];
        assert.deepInclude(line, { kind: 'message', nick: 'Nora' }, `seed ${seed}: ${rows}`);
        const hasTimes = random.said.some((one) => one.time !== undefined);
        assert.include(hasTimes ? [time, time - (time % 60)] : [undefined], line?.time, `seed ${seed}: ${rows}`);
      }
    }
    assert.isAtMost(unwritten.length, count * 0.03, `${unwritten.length} of ${count}\n${unwritten.join('\n')}`);
  });
});
