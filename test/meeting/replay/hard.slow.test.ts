import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { mostNicks } from '../../../server/src/meeting/nickLists.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { nearNick } from '../../../server/src/meeting/problems/nearNick.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { checkFormats } from '../../../server/src/reports/check.js';
import { outline } from '../../../server/src/reports/outline.js';
import { problemList } from '../../../server/src/reports/problemList.js';
import { logOf } from '../../helpers/logs.js';
import { hardKinds, hardLogOf } from '../../tools/bench/hardLogs.js';

/*
 * Small logs that are legal but hard. The benchmark measures how long they take; this checks that no result is much longer than
 * the log, as a list of everyone for everyone would be.
 */

describe('the result of a hard log', () => {
  const bytes = 20_000;
  for (const [name, kind] of Object.entries(hardKinds)) {
    it(`is about as long as the log: ${name}`, () => {
      const text = hardLogOf(kind, bytes);
      const log = meetingLog(LogText.of(text), 'hard.log', { wholeLog: true });
      const isShort = (made: string, what: string, times: number) =>
        assert.isAtMost(made.length, times * text.length + 20_000, what);
      isShort(checkFormats.text?.([{ file: 'x', meetings: 1, problems: problemList(log) }], String) ?? '', 'check', 12);
      isShort(JSON.stringify(outline(log, 'x')), 'outline', 30);
      const minutes = log.meetings.map((meeting) => minutesOf(log, meeting));
      for (const { name: format, write } of writers.filter((one) => one.name !== 'template')) {
        const made = minutes.map((one) => write(one, {}));
        // A meeting of three lines has its own page.
        if (log.meetings.length < 10) isShort(made.join(''), format, 40);
      }
    });
  }
});

describe('with very many', () => {
  const messages = (text: string, code: string) =>
    problems(logOf(text))
      .filter((problem) => problem.code === code)
      .map(({ message }) => message);
  const names = (count: number, name: string) => Array.from({ length: count }, (_, index) => name + index);

  it('chairs, a message names the owner', () => {
    const log = (count: number) =>
      `10:00 <ann> #startmeeting\n10:01 <ann> #chair ${names(count, 'c').join(' ')}\n10:02 <bob> #topic x\n10:03 <ann> #endmeeting\n`;
    assert.match(messages(log(2), 'not-chair')[0] ?? '', /Chairs here: ann, c0, c1\.$/);
    assert.match(messages(log(1200), 'not-chair')[0] ?? '', /Chairs here: ann and 1,200 others\.$/);
  });

  it('chairs whom the bot does not list, the first are named', () => {
    const log = `10:00 <ann> #startmeeting\n10:01 <ann> #chair ${names(100, 'c').join(' ')}\n10:02 <bot> Current chairs: ann eve\n`;
    const [message = ''] = messages(log, 'chair-mismatch');
    assert.match(
      message,
      /^According to the commands in this log, c0, c1, .* and 80 more are also chairs; eve is not a chair\.$/,
    );
  });

  it('commands that a bot has yet to answer, it may print the last fifty lists', () => {
    const log = (behind: number) => {
      const chairs = names(behind + 1, 'c').map((nick) => `10:01 <ann> #chair ${nick}\n`);
      return `10:00 <ann> #startmeeting\n${chairs.join('')}10:02 <bot> Current chairs: ann c0\n`;
    };
    assert.lengthOf(messages(log(49), 'chair-mismatch'), 0);
    assert.lengthOf(messages(log(50), 'chair-mismatch'), 1);
  });

  it('nicks of one command, the first are read, with a note', () => {
    const log = `10:00 <ann> #startmeeting\n10:01 <ann> #chair ${names(mostNicks + 5, 'c').join(', ')}\n10:02 <ann> #endmeeting\n`;
    assert.deepEqual(messages(log, 'unknown-nick'), ['Only the first 2,000 of 2,005 nicks are read.']);
    assert.equal(logOf(log).meetings[0]?.chairChanges.length, mostNicks + 1);
    assert.deepEqual(messages(log.replace(/, c20\d\d/g, ''), 'unknown-nick'), []);
  });

  it('mistyped nicks, some are compared, with a note', () => {
    const people = names(400, 'person').map((nick) => `10:00 <${nick}> hi\n`);
    const log = `10:00 <ann> #startmeeting\n${people.join('')}10:01 <ann> #chair ${names(400, 'xersom').join(' ')}\n`;
    const said = messages(log, 'unknown-nick').filter((message) => /^Too many nicks/.test(message));
    assert.lengthOf(said, 1);
    const scope = { comparisons: 3 };
    assert.isNull(nearNick('persom', ['a', 'b', 'c', 'd'], scope));
    assert.equal(nearNick('bobb', ['bob'], { comparisons: 3 }), 'bob');
    assert.isUndefined(nearNick('n'.repeat(65), ['n'.repeat(64)], { comparisons: 3 }));
  });

  it('mistyped nicks after #unchair, some are compared, with a note', () => {
    const chairs = `10:01 <ann> #chair ${names(900, 'person').join(' ')}\n`;
    const log = `10:00 <ann> #startmeeting\n${chairs}10:02 <ann> #unchair ${names(900, 'xersom').join(' ')}\n`;
    const said = messages(log, 'unknown-nick').filter((message) => /were not compared with all chairs/.test(message));
    assert.lengthOf(said, 1);
  });

  it('assignees, an action is listed once, but as by MeetBot for up to fifty', () => {
    const listed = (count: number, format: string, bugCompatible: boolean) => {
      const people = names(count, 'p').map((nick) => `10:00:00 <${nick}> hi\n`);
      const action = `10:01:00 <p0> #action ${names(count, 'p').join(' ')} pour\n`;
      const log = logOf(`10:00:00 <p0> #startmeeting\n${people.join('')}${action}10:02:00 <p0> #endmeeting\n`);
      const write = writers.find(({ name }) => name === format)?.write;
      const text = write?.(minutesOf(log, log.meetings[0] as Meeting, { bugCompatible }), { bugCompatible }) ?? '';
      return { times: text.replace(/\s+/g, ' ').split(' pour').length - 1, isOnce: /More than \d+ people/.test(text) };
    };
    for (const format of ['text', 'html', 'rst', 'mediawiki', 'pmwiki']) {
      const others = listed(10, format, false).times - 10;
      assert.deepEqual(listed(11, format, false), { times: others + 1, isOnce: true }, format);
      const asMeetBot = listed(50, format, true);
      assert.isFalse(asMeetBot.isOnce, format);
      assert.deepEqual(listed(51, format, true), { times: asMeetBot.times - 49, isOnce: true }, format);
    }
  });

  it('refused ends of a meeting, the first are related information', () => {
    const log = logOf(`10:00 <ann> #startmeeting\n${'10:01 <bob> #endmeeting\n'.repeat(50)}`);
    assert.lengthOf(problems(log).find(({ code }) => code === 'missing-endmeeting')?.related ?? [], 20);
  });

  it('options of a vote, the first are listed', () => {
    const log = `10:00 <ann> #startmeeting\n10:01 <ann> #startvote ok? ${names(50, 'o').join(', ')}\n10:02 <bob> #vote none\n10:03 <ann> #endvote\n`;
    assert.match(messages(log, 'invalid-vote')[0] ?? '', /o0, .*, o19 and 30 more\.$/);
  });

  it('letters of a nick, the first are repeated', () => {
    const log = `10:00 <ann> #startmeeting\n10:01 <${'b'.repeat(500)}> #topic x\n`;
    assert.match(messages(log, 'not-chair')[0] ?? '', /^b{60}… is not a chair/);
  });
});
