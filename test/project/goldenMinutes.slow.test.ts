import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { Dice } from '../helpers/dice.js';
import { logOf } from '../helpers/logs.js';
import { mutations } from '../helpers/minutesMutations.js';
import { findingsOf, verified } from '../helpers/verified.js';

/** MeetBot's own minutes, and the logs that it replayed. They are not part of the project. */
const folder = join(process.env.MEETLOG_LOGS ?? '', 'golden');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.log')) : [];

(files.length > 0 ? describe : describe.skip)("MeetBot's own minutes", () => {
  const read = (file: string) => {
    const name = `${file.replace(/(?:\.log)?\.(?:html|txt|rst|mw|pmw)$/, '')}.log`;
    const path = [join(folder, name), join(folder, '..', 'corpus', name)].find(existsSync);
    return { text: readFileSync(join(folder, file), 'utf8'), log: logOf(readFileSync(path ?? '', 'utf8'), name) };
  };

  it('are what their logs say', async () => {
    for (const file of files) {
      const { text, log } = read(file);
      assert.deepEqual(findingsOf(text, await verified(text, log)), [], file);
    }
  });
  it('are found to be wrong if anything is changed', async () => {
    let [made, found] = [0, 0];
    const missed: string[] = [];
    for (const [seed, file] of files.filter((one) => !one.endsWith('.log.html')).entries()) {
      const { text, log } = read(file);
      const meeting = log.meetings[0] ?? assert.fail();
      const nicks = minutesOf(log, meeting).people.map(({ nick }) => nick);
      for (const [kind, mutate] of Object.entries(mutations)) {
        const changed = mutate({ lines: text.split('\n'), nicks }, new Dice(seed + 1));
        if (changed === undefined || changed === text) continue;
        made++;
        if ((await verified(changed, log)).findings.length > 0) found++;
        else missed.push(`${file}: ${kind}`);
      }
    }
    assert.isAtLeast(made, 500);
    assert.isAtLeast(found, 0.99 * made, missed.join('\n'));
  });
});
