import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { w3c } from '../../server/src/meeting/dialects/w3c.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../server/src/minutes/writers.js';

/** A folder of real logs, `corpus`, and of scribe.perl's pages of them, `scribe/golden`. They are not part of the project. */
const folder = process.env.MEETLOG_LOGS ?? '';
const pages = join(folder, 'scribe/golden');
const compatible = { bugCompatible: true };

(existsSync(pages) ? describe : describe.skip)('the page of a real log', () => {
  const names = existsSync(pages) ? readdirSync(pages).filter((file) => file.endsWith('.html')) : [];
  for (const name of names.map((file) => basename(file, '.html'))) {
    it(`is that of scribe.perl: ${name}`, () => {
      const [replayed = '', original = ''] = [pages, join(folder, 'corpus')].map((path) => join(path, `${name}.log`));
      const text = LogText.of(readFileSync(existsSync(replayed) ? replayed : original, 'utf8'));
      const log = meetingLog(text, `${name}.log`, { dialect: w3c, wholeLog: true });
      const [meeting] = log.meetings;
      const written = meeting && writerNamed('w3c-html')?.write(minutesOf(log, meeting, compatible), compatible);
      assert.equal(comparable(written ?? ''), comparable(readFileSync(join(pages, `${name}.html`), 'utf8')));
    });
  }
});

/** A page without who wrote it. */
function comparable(page: string): string {
  return page.replace(/<address>.*?<\/address>/s, '');
}
