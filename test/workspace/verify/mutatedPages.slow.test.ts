import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import type { MeetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { changedPages, pageMutations } from '../../helpers/pageMutations.js';
import { verified } from '../../helpers/verified.js';

const tries = 15;

/** Pages of both kinds, each with one thing changed. */
function allChanged(log: MeetingLog): (readonly [kind: string, changed: string])[] {
  return [false, true].flatMap((bugCompatible) => {
    const minutes = minutesOf(log, log.meetings[0] ?? assert.fail(), { bugCompatible });
    const page = writerNamed('w3c-html')?.write(minutes, { bugCompatible }) ?? '';
    return Array.from({ length: tries }, (_, seed) => changedPages(page, seed + 1)).flat();
  });
}

describe('wrong pages of meetings with a scribe are found', () => {
  const made = new Map<string, number>();
  const missed = new Map<string, number>();

  before(async () => {
    const log = logOf(readFileSync('test/fixtures/garden-guild.log', 'utf8'), 'garden-guild.log');
    for (const [kind, changed] of allChanged(log)) {
      made.set(kind, (made.get(kind) ?? 0) + 1);
      const { findings } = await verified(changed, log);
      if (findings.length === 0) missed.set(kind, (missed.get(kind) ?? 0) + 1);
    }
  });

  for (const kind of Object.keys(pageMutations)) {
    it(`if someone ${kind}`, () => {
      assert.isAtLeast(made.get(kind) ?? 0, tries);
      assert.isAtMost(missed.get(kind) ?? 0, 0.05 * (made.get(kind) ?? 0));
    });
  }

  it('in at least 99 of 100 cases, of 500 or more', () => {
    const [all, some] = [made, missed].map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
    assert.isAtLeast(all ?? 0, 500);
    assert.isAtMost(some ?? 0, (all ?? 0) / 100);
  });
});
