import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { assigneesIn } from '../../server/src/meeting/assignees.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../server/src/meeting/model.js';
import { toldNames } from '../../server/src/meeting/toldNames.js';
import { hoverAt, logOf, meeting } from '../helpers/logs.js';

const first = (log: ReturnType<typeof logOf>) => log.meetings[0] as Meeting;

describe('the name that a bot tells', () => {
  const check = (text: string, expected: readonly (readonly [string, string])[]) => {
    const log = logOf(meeting(text));
    assert.deepEqual([...toldNames(log, first(log))], expected, text);
  };

  it('is that of whoever greets it', () => {
    check('10:01:00 <wren> !hi\n10:01:01 <keeper> wren: Wren Hill (wren) - she / her / hers\n', [
      ['Wren Hill', 'wren'],
    ]);
    check('10:01:00 <wren> !hello\n10:01:01 <keeper> Wren Hill (whill) - she / her\n', [['Wren Hill', 'wren']]);
    check("10:01:00 <wren> .hello2\n10:01:01 <keeper> wren: whill 'Wren Hill' <w@example.org>\n", [
      ['Wren Hill', 'wren'],
    ]);
    check('10:01:00 <wren> !hi\n10:01:00 <bob> !hi\n10:01:01 <tbot> Wren Hill (w)\n10:01:01 <tbot> Bob Lee (b)\n', [
      ['Wren Hill', 'wren'],
      ['Bob Lee', 'bob'],
    ]);
  });
  it('is not what people say', () => {
    check('10:01:00 <wren> !hi\n10:01:01 <bob> Good day (all)\n10:01:01 <bob> hi (wren) - you\n', []);
    check('10:01:00 <wren> !hi\n10:01:01 <bob> eve: Wren Hill (wren) - she / her\n', []);
    check('10:01:00 <wren> hi\n10:01:01 <keeper> wren: Wren Hill (wren) - she / her\n', []);
  });

  const log = meetingLog(
    LogText.of(
      [
        '<@ann:ex.org> !startmeeting weekly',
        '<@nirik:ex.org> !hi',
        '<@tellbot:ex.org> nirik: Wren Hill (wren) - he / him / his',
        '<@ann:ex.org> ^action wren to oil the saw',
        '<@ann:ex.org> !endmeeting',
      ]
        .map((line, index) => `2031-03-14 10:00:0${index} ${line}\n`)
        .join(''),
    ),
    'club.log',
  );
  it('is met in actions', () =>
    assert.deepEqual(assigneesIn(log, first(log), 'Wren Hill or wren to go'), ['@nirik:ex.org']));
  it('is shown with the nick', () =>
    assert.include(JSON.stringify(hoverAt(log, { line: 1, character: 22 })), 'Name: Wren Hill'));
});
