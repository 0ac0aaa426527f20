import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { logOf } from '../helpers/logs.js';
import { changesOf, nicksIn } from '../helpers/minutesMutations.js';
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
    let made = 0;
    const missed: string[] = [];
    for (const [seed, file] of files.filter((one) => !one.endsWith('.log.html')).entries()) {
      const { text, log } = read(file);
      for (const [kind, changed] of changesOf(text, nicksIn(log), seed + 1)) {
        made++;
        if ((await verified(changed, log)).findings.length === 0) missed.push(`${file}: ${kind}`);
      }
    }
    assert.isAtLeast(made, 500);
    assert.isAtMost(missed.length, made / 100, missed.join('\n'));
  });
});
