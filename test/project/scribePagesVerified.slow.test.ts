import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { w3c } from '../../server/src/meeting/dialects/w3c.js';
import { type MeetingLog, meetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { writers } from '../../server/src/minutes/writers.js';
import { changedPages } from '../helpers/pageMutations.js';
import { findingsOf, verified } from '../helpers/verified.js';

/** Real logs of meetings with a scribe, `corpus`, and scribe.perl's pages of them. They are not part of the project. */
const folder = process.env.MEETLOG_LOGS ?? '';
const pages = join(folder, 'scribe/golden');
const names = existsSync(pages)
  ? readdirSync(pages)
      .filter((file) => file.endsWith('.html'))
      .map((file) => basename(file, '.html'))
  : [];

(names.length > 0 ? describe : describe.skip)("scribe.perl's pages of real logs", () => {
  it('are what their logs say', async () => {
    for (const name of names) {
      const page = pageOf(name);
      assert.deepEqual(findingsOf(page, await verified(page, logNamed(name))), [], name);
    }
  });

  it('are found to be wrong if anything is changed', async () => {
    let made = 0;
    const missed: string[] = [];
    for (const [seed, name] of names.entries()) {
      const log = logNamed(name);
      for (const [kind, changed] of changedPages(pageOf(name), seed + 1)) {
        made++;
        if ((await verified(changed, log)).findings.length === 0) missed.push(`${name}: ${kind}`);
      }
    }
    assert.isAtLeast(made, 200);
    assert.isAtMost(missed.length, made / 100, missed.join('\n'));
  });

  it('are as right as our own minutes of these logs', async () => {
    for (const name of names) {
      const log = logNamed(name);
      for (const { name: format, write } of writers) {
        if (format === 'template') continue;
        for (const meeting of log.meetings) {
          const written = write(minutesOf(log, meeting), {});
          assert.deepEqual(findingsOf(written, await verified(written, log)), [], `${name} as ${format}`);
        }
      }
    }
  });
});

function pageOf(name: string): string {
  return readFileSync(join(pages, `${name}.html`), 'utf8');
}

function logNamed(name: string): MeetingLog {
  const path = [pages, join(folder, 'corpus')].map((one) => join(one, `${name}.log`)).find(existsSync) ?? '';
  return meetingLog(LogText.of(readFileSync(path, 'utf8')), `${name}.log`, { dialect: w3c, wholeLog: true });
}
