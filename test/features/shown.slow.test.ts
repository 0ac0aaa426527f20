import { assert } from 'chai';
import fc from 'fast-check';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { meetings, summary } from '../../server/src/features/summary.js';
import { preview } from '../../server/src/features/writeMinutes.js';
import { finish } from '../../server/src/log/steps.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { cleanText } from '../../server/src/minutes/escape/clean.js';
import { defaultSettings } from '../../server/src/settings.js';
import { runs } from '../helpers/edits.js';
import { actionsIn, hoverAt, logOf, shownLenses, uri } from '../helpers/logs.js';
import { forbidden, unseenLog, unseenName } from '../helpers/unseen.js';

/** Every string in an answer, split into lines. */
function stringsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return answer.split('\n');
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(stringsIn) : [];
}

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** Everything that an editor shows of a log. */
const views: Readonly<Record<string, (log: MeetingLog) => unknown>> = {
  outline: documentSymbols,
  problems: (log) => diagnostics(log, uri, defaultSettings),
  'quick fixes': (log) => actionsIn(log, everywhere, []).map(({ title }) => title),
  lenses: (log) => [...shownLenses(log, true), ...shownLenses(log, false)],
  hovers: (log) =>
    Array.from({ length: log.text.lineCount }, (_, line) =>
      Array.from({ length: 40 }, (_, character) => hoverAt(log, { line, character })?.contents),
    ),
  status: (log) => [summary(log, defaultSettings), meetings(log), finish(preview(log, 0, defaultSettings))?.title],
};

describe('what an editor shows of a log', () => {
  for (const [name, view] of Object.entries(views)) {
    it(`has no invisible characters: ${name}`, () =>
      fc.assert(
        fc.property(unseenLog, unseenName, fc.boolean(), (text, file, isTitled) => {
          const log = logOf(
            isTitled ? text : text.replace(/ #(?:startmeeting|meetingname).*/g, ' #startmeeting'),
            file,
          );
          for (const shown of stringsIn(view(log))) {
            assert.notMatch(shown, forbidden);
            assert.equal(cleanText(shown), shown);
          }
        }),
        { numRuns: runs(name === 'hovers' ? 20 : 100) },
      ));
  }

  it('is the visible part of it, although a quick fix inserts exactly what the log has', () => {
    const nick = 'b\u001b\u202eob';
    const log = logOf(`10:00 <ann> #startmeeting a\u202eb\n10:01 <${nick}> #topic x\n10:02 <ann> #endmeeting\n`);
    assert.equal(documentSymbols(log)[0]?.name, 'ab');
    assert.include(diagnostics(log, uri, defaultSettings)[0]?.message, 'bob is not a chair');
    const [fix] = actionsIn(log, everywhere, []);
    assert.equal(fix?.title, 'Make bob a chair before this line');
    assert.equal(fix?.edit?.changes?.[uri]?.[0]?.newText, `10:01 <ann> #chair ${nick}\n`);
  });
  it('has a name even if nothing visible is left', () => {
    const log = logOf('10:00 <ann> #startmeeting \u202e\n10:01 <ann> #topic \u202e\n10:02 <ann> #endmeeting\n');
    assert.equal(documentSymbols(log)[0]?.name, '#club Meeting');
    assert.equal(documentSymbols(log)[0]?.children?.[0]?.name, '(empty topic)');
  });
});
