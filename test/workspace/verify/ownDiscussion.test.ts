import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { select } from '../../../server/src/minutes/select.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const formats = writers.filter(({ name }) => name !== 'template');

describe('our own minutes of a meeting with a scribe', () => {
  const log = logOf(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');
  const minutes = minutesOf(log, log.meetings[0] ?? assert.fail());

  for (const { name, write } of formats) {
    it(`are what the log says as ${name}`, async () => {
      const written = write(minutes, {});
      assert.deepEqual(findingsOf(written, await verified(written, log)), []);
    });
    it(`are what the log says as ${name} without the discussion`, async () => {
      const written = write(select(minutes, { only: ['decisions', 'actions'] }), {});
      const found = findingsOf(written, await verified(written, log)).filter(
        (finding) => !finding.startsWith('missing'),
      );
      assert.deepEqual(found, []);
    });
    if (name === 'log-html') continue;
    it(`are wrong as ${name} if a speech or a resolution is changed`, async () => {
      for (const [said, instead] of [
        ['half of its water', 'most of its water'],
        ['turn the heap', 'burn the heap'],
        ['smells of vinegar', 'smells of roses'],
      ] as const) {
        const written = write(minutes, {});
        assert.include(written, said, name);
        const changed = written.replaceAll(said, instead);
        const { findings } = await verified(changed, log);
        assert.isNotEmpty(findings, `${name}: ${instead}`);
      }
    });
  }
});
