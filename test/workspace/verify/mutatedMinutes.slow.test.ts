import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { changesOf, mutations, nicksIn } from '../../helpers/minutesMutations.js';
import { verified } from '../../helpers/verified.js';

// The pages of meetings with a scribe have a test of their own.
const formats = writers.filter(({ name }) => !['template', 'json', 'log-html', 'w3c-html'].includes(name));
const logs = {
  'repair-cafe.log': readFileSync('test/fixtures/repair-cafe.log', 'utf8'),
  'rooftop-garden.log': readFileSync('examples/rooftop-garden.log', 'utf8'),
};
const tries = 3;

/** Minutes of a log in all formats, each with one thing changed. */
function changesIn(name: string, text: string) {
  const log = logOf(text, name);
  const minutes = minutesOf(log, log.meetings[0] ?? assert.fail());
  return formats.flatMap(({ name: format, write }) => {
    const written = write(minutes, {});
    const all = Array.from({ length: tries }, (_, seed) => changesOf(written, nicksIn(log), seed + 1)).flat();
    return all.map(([kind, changed]) => ({ log, kind, changed, format }));
  });
}

describe('wrong minutes are found', () => {
  const made = new Map<string, number>();
  const missed = new Map<string, string[]>();

  before(async () => {
    for (const { log, kind, changed, format } of Object.entries(logs).flatMap(([name, text]) =>
      changesIn(name, text),
    )) {
      made.set(kind, (made.get(kind) ?? 0) + 1);
      if ((await verified(changed, log)).findings.length === 0) missed.set(kind, [...(missed.get(kind) ?? []), format]);
    }
  });

  for (const kind of Object.keys(mutations)) {
    it(`if someone ${kind}`, () => {
      const misses = missed.get(kind) ?? [];
      assert.isAtMost(misses.length, 0.05 * (made.get(kind) ?? 0), misses.join(', '));
    });
  }

  it('in at least 99 of 100 cases, of 500 or more', () => {
    const all = [...made.values()].reduce((sum, count) => sum + count, 0);
    assert.isAtLeast(all, 500);
    assert.isAtMost([...missed.values()].flat().length, all / 100);
  });
});
