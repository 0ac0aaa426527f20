import { assert } from 'chai';
import { chairsAt } from '../../../server/src/meeting/chairs.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { checkWords, inDialect, itemsIn } from '../../helpers/dialects.js';
import { lines, logOf } from '../../helpers/logs.js';

const text = lines`
  10:00 <ann> .startmeeting Tea
  10:00 <bot> Meeting started! use .action, .agreed, .info, .chairs and .subject to control the meeting.
  10:01 <ann> .subject Cups
  10:02 <bob> .agreed four
  10:03 <ann> .chairs bob eve
  10:04 <bob> .agreed three
  10:05 <eve> .action bob buys cups
  10:06 <ann> .link http://tea.example/
  10:07 <eve> .info it is late
  10:08 <ann> .comments
  10:08 <bot> No comments have been recorded
  10:09 <ann> #topic none of its words
  10:10 <bob> .endmeeting
  10:10 <bot> Meeting ended! Total meeting length 10 minutes
  `;

describe('Sopel’s bot', () => {
  it('has its own words', () =>
    checkWords('sopel', '.startmeeting .subject .chairs .COMMENTS', 'startmeeting topic .topic .chair .undo .idea'));

  it('holds meetings', () => {
    const log = logOf(text);
    assert.equal(log.dialect.name, 'sopel');
    const [held] = log.meetings;
    assert.deepInclude(held, { owner: 'ann', bot: 'bot', endLine: 12 });
    assert.deepEqual(itemsIn(text), [
      'TOPIC Cups',
      'AGREED three',
      'ACTION bob buys cups',
      'LINK http://tea.example/',
      'INFO it is late',
    ]);
    assert.deepEqual(chairsAt(held as Meeting), ['ann', 'bob', 'eve']);
  });
  it('obeys only chairs', () => {
    const log = logOf(text);
    assert.deepEqual(
      problems(log).map(({ code, line }) => `${code} ${line}`),
      ['not-chair 3'],
    );
    const given = ['.subject', '.agreed', '.action', '.info', '.link', '.chairs', '.comments', '.endmeeting'];
    const rows = given.map((word) => `10:01 <bob> ${word} x\n`).join('');
    const refused = problems(inDialect(`10:00 <ann> .startmeeting\n${rows}`)).filter(
      ({ code }) => code === 'not-chair',
    );
    assert.lengthOf(refused, given.length);
  });
  it('is recognised by its start if it did not reply, and not by words that others have', () => {
    assert.equal(logOf('10:00 <ann> .startmeeting\n').dialect.name, 'sopel');
    assert.equal(logOf('10:00 <ann> #startmeeting\n10:01 <ann> .subject x\n').dialect.name, 'meetbot');
    for (const starts of ['#startmeeting\n10:01 <bob> .startmeeting', '.startmeeting\n10:01 <bob> #startmeeting'])
      assert.equal(logOf(`10:00 <ann> ${starts}\n`).dialect.name, 'meetbot');
  });

  it('shows a meeting by its start, not by words that other bots know', () => {
    assert.isTrue(isMeetingLog(text));
    assert.isTrue(isMeetingLog('10:00:00 <ann> hi\n10:00:01 <ann> .startmeeting\n'));
    assert.isFalse(isMeetingLog('10:00:00 <ann> .info tea\n10:00:01 <ann> .link cups\n10:00:02 <ann> .action x\n'));
  });

  /* The sources are functions in sopel_meetbot/plugin.py of sopel-irc/sopel-meetbot, 6394e68 (1.1.0). */

  // listactions.
  it('lists actions for anyone', () =>
    assert.equal(commandNamed('.listactions', dialectNamed('sopel'))?.rights, 'anyone'));
  // log_meeting: nothing else is looked for.
  it('does not record a line that begins with a URL', () =>
    assert.deepEqual(itemsIn('10:00 <ann> .startmeeting\n10:01 <ann> http://tea.example/\n', 'sopel'), []));
  // startmeeting, meetingsubject, chairs, meetinginfo.
  it('says that it refuses a command', () => {
    const refused = (command: string, said: string) =>
      assert.deepEqual(
        problems(
          inDialect(
            `10:00 <ann> .startmeeting\n10:01 <bob> ${command}\n10:01 <bot> ${said}\n10:02 <ann> .endmeeting\n`,
            'sopel',
          ),
        ).map(({ code, line }) => `${code} ${line}`),
        ['refused-command 1'],
        said,
      );
    refused('.startmeeting Tea', 'There is already an active meeting here!');
    refused('.subject', 'What is the subject?');
    refused('.chairs bob', 'Only meeting head can set chairs');
    refused('.chairs', 'Who are the chairs? Try `.chairs Alice Bob Cindy`');
    refused('.info x', 'Only meeting head or chairs can do that');
  });
});
