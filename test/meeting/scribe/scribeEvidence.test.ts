import { assert } from 'chai';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { showsScribe } from '../../../server/src/meeting/scribe/scribeEvidence.js';

const talk = Array.from({ length: 400 }, () => '10:00:00 <x> hello');

function check(isMeeting: boolean, ...rows: readonly string[]): void {
  const text = [...rows, '10:59:00 <y> bye', ''].join('\n');
  assert.equal(finish(showsScribe(LogText.of(text))), isMeeting, text);
  assert.equal(isMeetingLog(text), isMeeting, text);
  // Far apart, too.
  if (rows.length === 2) assert.equal(isMeetingLog([rows[0], ...talk, rows[1]].join('\n')), isMeeting, text);
}

describe('a chat is known as a meeting with a scribe', () => {
  it('by two labels, of which one is for scribes or those present', () => {
    check(true, '10:00:00 <x> scribe: x', '10:00:01 <x> present+');
    check(true, '10:00:00 <x> scribenick: x', '10:00:01 <x> chair: ann');
    check(true, '10:00:00 <x> scribe+', '10:00:01 <x> RESOLVED: tea');
    check(true, '10:00:00 <x> present+ ann', '10:00:01 <x> regrets: bob');
    check(true, '10:00:00 <x> Resolution: tea', '10:00:01 <x> Present+ ann');
    check(true, '10:00:00 <x> chairs: ann', '10:00:01 <x>  Present + ann');
  });
  it('by its bots', () => {
    check(true, '10:00:00 <RRSAgent> logging to https://a.example/irc');
    check(true, '10:00:00 <RRSAgent> I have made the request to generate https://a.example/minutes x');
    check(true, '10:00:00 <Zakim> agendum 2 -- tea -- taken up [from x]');
    check(true, '10:00:00 <Zakim> As of this point the attendees have been x');
  });
  it('and not by anything less', () => {
    check(false, '10:00:00 <x> hello');
    check(false, '10:00:00 <x> scribe: x');
    check(false, '10:00:00 <x> scribe: x', '10:00:01 <x> scribenick: x');
    check(false, '10:00:00 <x> chair: x', '10:00:01 <x> RESOLVED: x');
    check(false, '10:00:00 <x> scribe: x', '10:00:01 <x> present: 3 people');
    check(false, '10:00:00 <x> Topic: x', '10:00:01 <x> ACTION: x', '10:00:02 <x> Agenda: x');
    check(false, '10:00:00 <RRSAgent> hello', '10:00:01 <Zakim> hello');
    check(false, '10:00:00 <rrsagent> logging to https://a.example/irc');
    check(false, '10:00:00 <x> the scribe: x', '10:00:01 <x> I am present+ ann');
  });

  it('when it is typed into an open log, and no longer when that is taken back', () => {
    const rows = ['10:00:00 <x> hello', '10:00:01 <x> scribe: x', '10:00:02 <y> bye', ''];
    const text = LogText.of(rows.join('\n'));
    const before = meetingLog(text, 'tea.log');
    const typed = meetingLog(
      text.replace({ line: 2, character: 0 }, { line: 2, character: 0 }, '10:00:01 <y> present+\n'),
      'tea.log',
      {
        earlier: before,
      },
    );
    const back = meetingLog(typed.text.replace({ line: 2, character: 0 }, { line: 3, character: 0 }, ''), 'tea.log', {
      earlier: typed,
    });
    assert.deepEqual(
      [before, typed, back].map(({ dialect, meetings }) => `${dialect.name} ${meetings.length}`),
      ['meetbot 0', 'w3c 1', 'meetbot 0'],
    );
  });
});
