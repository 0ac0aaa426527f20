import { readFileSync } from 'node:fs';
import { select } from '../../../server/src/minutes/select.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { minutesOfText } from '../../helpers/logs.js';
import { checkSnapshot } from '../../helpers/snapshot.js';

describe('minutes of a meeting with a scribe', () => {
  const minutes = minutesOfText(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');

  for (const { name, extension, write } of writers.filter((one) => one.name !== 'template')) {
    it(`are written as ${name}`, () => checkSnapshot(`garden-guild${extension}`, write(minutes, {})));
  }
  it('are summaries alone on request', () =>
    checkSnapshot(
      'garden-guild.summary.md',
      writers[0]?.write(select(minutes, { only: ['decisions', 'actions'] }), {}) ?? '',
    ));
});
