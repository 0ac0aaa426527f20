import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { meetingLog, textAt } from '../../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { tally } from '../../../server/src/meeting/replay/votes.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { lines, logOf, meeting, peopleOfFirst } from '../../helpers/logs.js';

/** The items of a text's first meeting, one a line. */
const items = (text: string, bot?: string) => {
  const log = meetingLog(LogText.of(text), 'club.log', { dialect: dialectNamed(bot ?? '') });
  return (log.meetings[0]?.items ?? []).map((item) => `${item.type} ${textAt(log, item)}`);
};

describe('the bot', () => {
  const check = (bot: string, text: string) => assert.equal(logOf(text).dialect.name, bot);

  it('is known by its greeting', () => {
    const greet = (said: string) => meeting(`10:00:00 <bot> ${said}\n10:01:00 <ann> #startvote x?\n`);
    check(
      'meetbot',
      greet('Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.'),
    );
    check(
      'opendev',
      greet('Meeting started Fri Mar 14 10:00:00 2031 UTC and is due to finish in 60 minutes.  The chair is ann.'),
    );
    check('fedora', greet('The chair is ann. Information about MeetBot at https://fedoraproject.org/wiki/Zodbot#x.'));
    check('hcoop', greet('ann: Meeting started at 2031-03-14T10:00+0000'));
    check('meetingology', greet('Meeting started at 10:00:00 UTC.  The chair is ann.  Information about MeetBot at x'));
    check('meetingology', greet('Meeting started at 10:00. The chair is ann.'));
    check(
      'meetingology',
      greet(
        'Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.ubuntu.com/meetingology.',
      ),
    );
    check('maubot', greet('Meeting started at 2031-03-14 10:00:00 UTC'));
  });
  it('is known by the commands that people give where none answers', () => {
    check('meetbot', meeting('10:01 <ann> #info x\n'));
    check('opendev', meeting('10:01 <ann> #startvote x? y\n'));
    check('hcoop', meeting('10:01 <ann> #motion x\n'));
    check('hcoop', meeting('10:01 <ann> #here\n'));
    check('meetingology', meeting('10:01 <ann> [topic] x\n'));
    check('maubot', '10:00 <ann> !startmeeting\n');
  });
  it('can be chosen', () => {
    assert.deepEqual(items(meeting('10:01 <ann> [TOPIC] x\n'), 'meetbot'), []);
    assert.deepEqual(items(meeting('10:01 <ann> [TOPIC] x\n')), ['TOPIC x']);
  });
});

describe('commands of other bots', () => {
  const check = (bot: 'opendev' | 'fedora' | 'hcoop' | 'meetingology' | 'maubot', known: string, unknown: string) => {
    const named = (word: string) => commandNamed(/^\w/.test(word) ? `#${word}` : word, dialectNamed(bot));
    for (const word of known.split(' ')) assert.isDefined(named(word), `${bot}: ${word}`);
    for (const word of unknown.split(' ')) assert.isUndefined(named(word), `${bot}: ${word}`);
  };
  it('are those of OpenDev', () =>
    check('opendev', 'topic reject startvote vote showvote endvote', 'motion here subtopic !topic [topic]'));
  it('are those of Fedora', () => check('fedora', 'rejected accept halp topic', 'reject startvote'));
  it('are those of HCoop', () =>
    check(
      'hcoop',
      'topic motion vote close here failed inconclusive accepted',
      'agreed agree accept rejected reject halp lurk commands',
    ));
  it('are those of meetingology', () =>
    check(
      'meetingology',
      'topic [topic] [vote] vote endvote [endvote] subtopic progress done voters votesrequired',
      'startvote close !topic',
    ));
  it('are those of maubot', () => {
    check('maubot', '!startmeeting !sm !topic !t ^action ^halp ^rejected', 'topic action ^help !action ^ACTION');
    assert.equal(commandNamed('!topic', dialectNamed('maubot'))?.rights, 'anyone');
  });
});

describe('rules of other bots', () => {
  it('name a meeting by its start', () => {
    const named = (bot: string) =>
      meetingLog(LogText.of('10:00 <ann> #startmeeting Tea & Cake\n'), 'x.log', { dialect: dialectNamed(bot) })
        .meetings[0]?.name;
    assert.equal(named('opendev'), 'tea___cake');
    assert.equal(named('fedora'), 'tea_&_cake');
    assert.isUndefined(named('meetbot'));
  });
  it('let anyone end a meeting after an hour', () => {
    const ended = (bot: string, at: string) =>
      meetingLog(LogText.of(`10:00:00 <ann> #startmeeting x\n${at} <bob> #endmeeting\n`), 'x.log', {
        dialect: dialectNamed(bot),
      }).meetings[0]?.endLine;
    assert.equal(ended('opendev', '11:00:00'), 1);
    assert.isUndefined(ended('opendev', '10:59:59'));
    assert.isUndefined(ended('meetbot', '11:00:00'));
  });
  it('take a word that goes on for talk', () => {
    assert.deepEqual(items(meeting('10:01 <ann> #topic: x\n'), 'hcoop'), []);
    assert.deepEqual(items(meeting('10:01 <ann> #topic: x\n'), 'meetbot'), ['TOPIC : x']);
  });
  it('count who is here', () => {
    const log = logOf(meeting('10:01 <bob> #here Robert\n'));
    assert.deepEqual(
      peopleOfFirst(log).map(({ nick }) => nick),
      ['ann', 'bob'],
    );
  });
  it('know people by the names that they give', () => {
    const log = logOf(meeting('10:01 <bob> #here Robert Lee\n10:02 <ann> #action Robert Lee buys tea\n'));
    assert.deepEqual(problems(log), []);
    const [action] = minutesOf(log, log.meetings[0] as Meeting).items;
    assert.deepEqual(action?.assignees, ['bob']);
  });
  it('read maubot’s meetings', () => {
    const text = lines`
      2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea
      2031-03-14 10:00:01 <@bot:h.org> Meeting started at 2031-03-14 10:00:00 UTC
      2031-03-14 10:00:01 <@bot:h.org> The Meeting name is 'Tea'
      2031-03-14 10:01:00 <@bob:h.org> !topic Cups
      2031-03-14 10:02:00 <@bob:h.org> ^agreed three
      2031-03-14 10:02:01 <@bob:h.org> #info nothing
      2031-03-14 10:03:00 <@ann:h.org> !endmeeting
      `;
    const [held] = logOf(text).meetings;
    assert.deepInclude(held, { owner: '@ann:h.org', bot: '@bot:h.org', date: '2031-03-14', name: 'Tea', endLine: 6 });
    assert.deepEqual(items(text), ['TOPIC Cups', 'AGREED three']);
  });
});

describe('votes', () => {
  const votes = (text: string) => logOf(text).meetings[0]?.votes ?? [];

  it('of OpenDev count the last of each', () => {
    const text = meeting(lines`
      10:01 <ann> #startvote Tea? Or coffee? Tea, Coffee (none)
      10:02 <bob> #vote tea
      10:02 <eve> #vote COFFEE
      10:03 <bob> #vote coffee
      10:03 <eve> #vote milk
      10:04 <ann> #endvote
      `);
    const [vote] = votes(text);
    assert.deepEqual(vote?.options, ['Tea', 'Coffee', 'none', '']);
    assert.deepInclude(vote, { line: 1, endLine: 6 });
    assert.equal(tally(vote as never), 'Tea: 0, Coffee: 2, none: 0, : 0');
    assert.deepEqual(items(text), ['VOTE Voted on "Tea? Or coffee?" Results are, Tea: 0, Coffee: 2']);
  });
  it('of OpenDev are Yes and No without options, and need nobody', () => {
    const text = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n');
    assert.deepEqual(votes(text)[0]?.options, ['Yes', 'No']);
    assert.deepEqual(items(text), ['VOTE Voted on "Tea?" Results are']);
  });
  it('of HCoop count every one, and whatever is not + is opposed', () => {
    const text = meeting(lines`
      10:01 <ann> #motion Buy tea
      10:02 <bob> #vote +1
      10:02 <bob> #vote +
      10:03 <eve> #vote
      10:04 <ann> #close
      `);
    assert.deepEqual(items(text), [
      'MOTION Buy tea',
      'VOTE +1',
      'VOTE +1',
      'VOTE -1',
      'ACCEPTED Motion accepted: 2 in favor to 1 opposed',
    ]);
    const closed = (ballots: string) => items(meeting(`10:01 <ann> #motion x\n${ballots}10:04 <ann> #close\n`)).at(-1);
    assert.equal(closed('10:02 <bob> #vote -1\n'), 'FAILED Motion failed: 0 in favor to 1 opposed');
    assert.equal(
      closed('10:02 <bob> #vote +\n10:02 <bob> #vote -\n'),
      'INCONCLUSIVE Motion inconclusive: 1 in favor to 1 opposed',
    );
  });
  it('of HCoop are closed by decree', () => {
    const [vote] = votes(meeting('10:01 <ann> #motion x\n10:02 <ann> #failed nobody came\n'));
    assert.equal(vote?.endLine, 2);
  });
  it('of meetingology are remarks', () => {
    const text = meeting(lines`
      10:01 <ann> #vote Make bob a member
      10:02 <bob> +1 of course
      10:02 <eve> -1
      10:03 <eve> +0
      10:03 <cleo> +12 is no vote
      10:04 <ann> [ENDVOTE]
      10:05 <eve> +1 too late
      `);
    assert.deepEqual(items(`${text}10:59:30 <bot> [topic]\n`, 'meetingology'), ['VOTE Make bob a member (Carried)']);
    const log = meetingLog(LogText.of(text), 'x.log', { dialect: dialectNamed('meetingology') });
    assert.equal(tally(log.meetings[0]?.votes[0] as never), '+1: 1, -1: 0, +0: 1');
  });
  it('of meetingology need what is required, and end with the meeting', () => {
    const held = (required: string) =>
      items(
        meeting(`10:00:30 <ann> #votesrequired ${required}\n10:01 <ann> #vote x\n10:02 <bob> +1\n`),
        'meetingology',
      );
    assert.deepEqual(held('1'), ['VOTE x (Carried)']);
    assert.deepEqual(held('2'), ['VOTE x (Denied)']);
  });
  it('of meetingology may be for some only', () => {
    const held = (voters: string) =>
      items(
        meeting(`10:00:30 <ann> #voters ${voters}\n10:01 <ann> #vote x\n10:02 <bob> -1\n10:02 <eve> +1\n`),
        'meetingology',
      );
    assert.deepEqual(held('bob, ann'), ['VOTE x (Denied)']);
    assert.deepEqual(held('everyone'), ['VOTE x (Carried)']);
  });
  it('can be taken back', () => {
    const text = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n10:03 <ann> #undo\n');
    assert.deepEqual(items(text), []);
  });
});

describe('a whole log', () => {
  const whole = (text: string) => meetingLog(LogText.of(text), 'club.log', { wholeLog: true });
  it('is one meeting in which everybody may do everything', () => {
    const log = whole('-- x --\n10:00 <ann> hi\n10:01 <bob> #topic Tea\n10:02 <eve> #endmeeting\n10:03 <bob> bye\n');
    assert.lengthOf(log.meetings, 1);
    assert.deepInclude(log.meetings[0], { startLine: 1, endLine: 4, owner: 'ann' });
    assert.deepEqual(
      log.meetings[0]?.items.map((item) => textAt(log, item)),
      ['Tea'],
    );
  });
  it('is none where nobody says anything', () => assert.isEmpty(whole('some text\n').meetings));
  it('is as its meetings are where it has some', () =>
    assert.deepInclude(whole(`10:00 <bob> hi\n${meeting('')}`).meetings[0], { startLine: 1 }));
});
