import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { Dice } from '../../helpers/dice.js';
import { logOf } from '../../helpers/logs.js';
import { mutations } from '../../helpers/minutesMutations.js';
import { verified } from '../../helpers/verified.js';

const formats = writers.filter(({ name }) => !['template', 'json', 'log-html'].includes(name));
const logs = {
  'repair-cafe.log': readFileSync('test/fixtures/repair-cafe.log', 'utf8'),
  'rooftop-garden.log': readFileSync('examples/rooftop-garden.log', 'utf8'),
};
const tries = 5;

describe('wrong minutes are found', () => {
  const counts = new Map<string, { made: number; found: number }>();

  for (const [kind, mutate] of Object.entries(mutations)) {
    it(`if someone ${kind}`, async () => {
      const count = { made: 0, found: 0 };
      counts.set(kind, count);
      const missed: string[] = [];
      for (const [name, text] of Object.entries(logs)) {
        const log = logOf(text, name);
        const minutes = minutesOf(log, log.meetings[0] ?? assert.fail());
        const nicks = minutes.people.map(({ nick }) => nick);
        for (const format of formats) {
          const written = format.write(minutes, {});
          for (let seed = 1; seed <= tries; seed++) {
            const changed = mutate({ lines: written.split('\n'), nicks }, new Dice(seed));
            if (changed === undefined || changed === written) continue;
            count.made++;
            if ((await verified(changed, log)).findings.length > 0) count.found++;
            else missed.push(`${format.name} ${seed}`);
          }
        }
      }
      assert.isAtLeast(count.found, 0.95 * count.made, missed.join(', '));
    });
  }

  it('in at least 99 of 100 cases, of 500 or more', () => {
    const all = [...counts.values()];
    const made = all.reduce((sum, count) => sum + count.made, 0);
    const found = all.reduce((sum, count) => sum + count.found, 0);
    assert.isAtLeast(made, 500);
    assert.isAtLeast(found, 0.99 * made, `${found} of ${made}`);
  });
});
