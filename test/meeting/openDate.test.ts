import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { openDateNote } from '../../server/src/meeting/openDate.js';
import { hoverAt, minutesOfText } from '../helpers/logs.js';

/** A meeting of which each line has a stamp. */
function meetingAt(stamp: string): string {
  return ['#startmeeting', '#info tea', '#endmeeting'].map((said) => `[${stamp}] <ann> ${said}\n`).join('');
}

describe('dates that could be two days', () => {
  const found = (text: string, name = 'club.log') => {
    const log = meetingLog(LogText.of(text), name);
    return log.meetings.flatMap((meeting) => openDateNote(log, meeting) ?? []);
  };
  const check = (text: string, ...notes: readonly string[]) => assert.deepEqual(found(text), notes);
  const either = '02/09/2031 is read as 2 September 2031; it could be 9 February 2031.';

  it('are said for each meeting', () => {
    check(meetingAt('02/09/2031 10:00'), either);
    check(meetingAt('02/09/2031 10:00').repeat(2), either, either);
  });
  it('show the date as it is in the log', () =>
    check(meetingAt('2/9/31, 10:00 pm'), '2/9/31 is read as 2 September 2031; it could be 9 February 2031.'));
  it('are not said with AM or PM, as in the United States', () => check(meetingAt('2/9/31, 10:00 PM')));
  it('are said by the head above the start', () => {
    const head = (name: string) => `${name} — 02/09/2031 20:58\n`;
    const said = ['#startmeeting', 'hello', '#info tea', 'yes', '#topic cups', 'blue', '#endmeeting'];
    const log = said.map((text, index) => `${head(index % 2 === 0 ? 'ann' : 'bob')}${text}\n\n`).join('');
    check(log, either);
  });

  it('are said where the time is hovered', () => {
    const log = meetingLog(LogText.of(meetingAt('02/09/2031 10:00')), 'club.log');
    assert.include(JSON.stringify(hoverAt(log, { line: 1, character: 3 })), either);
  });

  it('are not said if the log shows the order', () => {
    check(`${meetingAt('02/09/2031 10:00')}[14/09/2031 10:00] <ann> hello\n`);
    check(`${meetingAt('02/09/2031 10:00')}[03/09/2031 10:00] <ann> hello\n`);
    check(`--- Log opened Tue Sep 02 2031\n${meetingAt('02/09/2031 10:00')}`);
  });
  it('are not said if the date is the same in both orders, has no slashes or begins with the year', () => {
    for (const date of ['09/09/2031', '02.09.2031', '02-09-2031', '2031/02/09', '14/03/2031'])
      check(meetingAt(`${date} 10:00`));
    check(meetingAt('10:00'));
  });
  it('are not said if the bot or the name of the log shows the date', () => {
    const text = meetingAt('02/09/2031 10:00');
    const greeting =
      '[02/09/2031 10:00] <bot> Meeting started Sun Feb  9 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.\n';
    check(text.replace('\n', `\n${greeting}`));
    for (const name of ['2031-09-02 club.log', 'club.2031-02-09.log']) assert.isEmpty(found(text, name));
    assert.lengthOf(found(text, '2031-07-07 club.log'), 1);
    assert.equal(minutesOfText(text, 'club.2031-02-09.log').date, '2031-02-09');
    assert.equal(minutesOfText(text, 'club.2031-09-02.log').date, '2031-09-02');
    assert.equal(minutesOfText(text, 'club.log').date, '2031-09-02');
  });
});
