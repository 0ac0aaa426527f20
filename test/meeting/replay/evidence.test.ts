import { assert } from 'chai';
import { agenda } from '../../../server/src/meeting/agenda.js';
import { type MeetingLog, stepAt, textAt } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { lines, logOf } from '../../helpers/logs.js';

/*
 * What a bot says is stronger than what a rule says. The words are those of the bots' own programs; docs/bots.md lists them.
 */

const greeting = (owner: string) =>
  `Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ${owner}. Information about MeetBot at http://wiki.debian.org/MeetBot.`;
const farewell =
  'Meeting ended Fri Mar 14 10:59:00 2031 UTC.  Information about MeetBot at http://wiki.debian.org/MeetBot .';

/** The meetings of a log: `1-4 ann: Tea, Cake`, by lines from 1, with topics; `?` if the start is missing. */
function meetingsIn(log: MeetingLog): string[] {
  return log.meetings.map((meeting) => {
    const { startLine, endLine, owner, isStartMissing } = meeting;
    const topics = agenda(meeting).topics.map(({ item }) => textAt(log, item));
    const end = endLine === undefined ? '' : endLine + 1;
    return `${startLine + 1}-${end} ${owner}${isStartMissing ? '?' : ''}: ${topics.join(', ')}`.trim();
  });
}

/** Checks the meetings of a log and its problems, as `code@line`. */
function check(text: string, meetings: readonly string[], found: readonly string[] = []): MeetingLog {
  const log = logOf(text);
  assert.deepEqual(meetingsIn(log), meetings);
  assert.deepEqual(
    problems(log).map(({ code, line }) => `${code}@${line + 1}`),
    found,
  );
  return log;
}

describe('the bot’s greeting', () => {
  it('starts a meeting whose command is not in the log, and names its owner', () =>
    check(
      lines`
        10:00 <bot> ${greeting('ann')}
        10:01 <ann> #topic Tea
        10:02 <ann> #endmeeting
        `,
      ['1-3 ann?: Tea'],
      ['missing-startmeeting@1'],
    ));
  it('may be above the command', () =>
    check(
      lines`
        10:00 <bot> ${greeting('ann')}
        10:00 <ann> #startmeeting Plans
        10:01 <ann> #topic Tea
        10:02 <ann> #endmeeting
        `,
      ['1-4 ann: Tea'],
    ));
  it('names the owner, even if someone else gave the command', () =>
    check(
      lines`
        10:00 <eve> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:01 <ann> #topic Tea
        10:02 <ann> #endmeeting
        `,
      ['1-4 ann: Tea'],
      ['chair-mismatch@2'],
    ));
  it('answers the command of whom it names, if two start a meeting at once', () =>
    check(
      lines`
        10:00 <bob> #startmeeting Tea
        10:00 <ann> #startmeeting Cake
        10:00 <bot> ${greeting('bob')}
        10:01 <bob> #endmeeting
        `,
      ['1-4 bob:'],
      ['meeting-already-started@2'],
    ));
  it('begins the next meeting, with the command above it', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:01 <ann> #topic Tea
        11:00 <eve> #startmeeting
        11:00 <bob> hello
        11:00 <bot> ${greeting('eve')}
        11:01 <eve> #topic Cake
        11:02 <eve> #endmeeting
        `,
      ['1- ann: Tea', '4-8 eve: Cake'],
      ['missing-endmeeting@1'],
    ));
  it('begins the next meeting without a command', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:01 <ann> #topic Tea
        11:00 <bot> ${greeting('eve')}
        11:01 <eve> #topic Cake
        11:02 <eve> #endmeeting
        `,
      ['1- ann: Tea', '4-6 eve?: Cake'],
      ['missing-endmeeting@1', 'missing-startmeeting@4'],
    ));
  it('may be repeated, where two logs were merged', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:00 <bot> ${greeting('ann')}
        10:02 <ann> #endmeeting
        `,
      ['1-4 ann:'],
    ));
  it('starts nothing if anyone else says it within a meeting', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:01 <eve> ${greeting('eve')}
        10:02 <ann> #endmeeting
        `,
      ['1-4 ann:'],
    ));
  it('is not talk', () => {
    check('10:00 <ann> Meeting started late today\n10:01 <ann> Meeting started: who is here?\n', []);
  });
  it('is also that of other bots', () => {
    for (const said of [
      'Meeting started at 09:03. The chair is ann.',
      'Started logging meeting in #tea, times are UTC.',
      'Meeting started at 2031-03-14 10:00:00 UTC',
      'ann: Meeting started at 2031-03-14T10:00+0000',
      'Meeting started! use .action, .agreed, .info, .link, .chairs, .subject and .comments',
    ]) {
      assert.lengthOf(logOf(`10:00 <bot> ${said}\n10:01 <ann> hello\n`).meetings, 1, said);
    }
  });
  it('leaves a missing start to the minutes', () => {
    const log = logOf(`10:00 <bot> ${greeting('ann')}\n10:01 <ann> #info x\n10:02 <ann> #endmeeting\n`);
    const [meeting] = log.meetings;
    if (!meeting) return assert.fail('there is no meeting');
    const minutes = minutesOf(log, meeting);
    assert.isTrue(minutes.isStartMissing);
    for (const format of ['markdown', 'html', 'page', 'text', 'rst', 'mediawiki', 'moin']) {
      assert.match(writerNamed(format)?.write(minutes, {}) ?? '', /not in the log/, format);
    }
  });
});

describe('the bot’s last words', () => {
  it('end a meeting without #endmeeting', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:01 <ann> #topic Tea
        10:59 <bot> ${farewell}
        11:00 <ann> #info late
        `,
      ['1-4 ann: Tea'],
      ['outside-meeting@5'],
    ));
  it('end it with the command of someone who is not a chair', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:58 <eve> #endmeeting
        10:59 <bob> bye
        10:59 <bot> ${farewell}
        `,
      ['1-3 ann:'],
    ));
  it('do not end the next meeting if they come late', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:58 <ann> #endmeeting
        10:59 <eve> #startmeeting
        10:59 <bot> ${farewell}
        10:59 <bot> ${greeting('eve')}
        11:00 <eve> #topic Cake
        11:01 <eve> #endmeeting
        `,
      ['1-3 ann:', '4-8 eve: Cake'],
    ));
  it('may be about an administrator', () => {
    for (const said of [
      'ann: Deleted: meeting on (#tea, net).',
      'ann: Meeting #tea/net@2031-03-14T10:00+0000 has been deleted (saved first)',
      'Deleted meeting on (#tea, net)',
      'ann: Meeting ended without saving its logs',
    ])
      check(`10:00 <ann> #startmeeting\n10:00 <bot> ${greeting('ann')}\n10:59 <bot> ${said}\n`, ['1-3 ann:']);
  });
  it('are the bot’s', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:00 <bot> ${greeting('ann')}
        10:58 <eve> ${farewell}
        10:59 <ann> #endmeeting
        `,
      ['1-4 ann:'],
    ));
});

describe('a log that begins inside a meeting', () => {
  it('is a meeting whose start is missing, in which every command counts', () =>
    check(
      lines`
        10:00 <bob> so we agree
        10:01 <ann> #agreed two pots
        10:02 <bob> #topic Cake
        10:03 <ann> #endmeeting
        10:03 <bot> ${farewell}
        `,
      ['1-4 ?: Cake'],
      ['missing-startmeeting@1'],
    ));
  it('has the chairs that the bot lists', () =>
    check(
      lines`
        10:01 <ann> #chair cat
        10:01 <bot> Current chairs: ann cat
        10:02 <bob> #topic Cake
        10:03 <ann> #endmeeting
        10:03 <bot> ${farewell}
        `,
      ['1-4 ?:'],
      ['missing-startmeeting@1', 'not-chair@3'],
    ));
  it('is none without a bot', () =>
    check('10:01 <ann> #info x\n10:02 <ann> #endmeeting\n', [], ['outside-meeting@1', 'outside-meeting@2']));
  it('is none if a meeting starts before one ends', () =>
    check(
      lines`
        10:00 <ann> #info x
        10:01 <ann> #startmeeting
        10:02 <ann> #endmeeting
        10:03 <bot> ${farewell}
        `,
      ['2-3 ann:'],
      ['outside-meeting@1'],
    ));
});

describe('a refusal', () => {
  const refusedIn = (text: string) =>
    problems(logOf(text)).flatMap(({ code, line }) => (code === 'refused-command' ? [line + 1] : []));

  it('takes back the command above it', () => {
    const log = check(
      lines`
        2031-03-14 10:00:00 <@eve:h.org> !startmeeting mine
        2031-03-14 10:00:01 <@bot:h.org> Starting a meeting requires a powerlevel of at least 50
        2031-03-14 10:01:00 <@ann:h.org> !startmeeting tea
        2031-03-14 10:01:01 <@bot:h.org> Meeting started at 2031-03-14 10:01:00 UTC
        2031-03-14 10:02:00 <@eve:h.org> !topic Mischief
        2031-03-14 10:02:00 <@bob:h.org> hm
        2031-03-14 10:02:01 <@bot:h.org> Changing the topic requires a powerlevel of at least 50
        2031-03-14 10:02:02 <@eve:h.org> !endmeeting
        2031-03-14 10:02:03 <@bot:h.org> Ending a meeting requires a powerlevel of at least 50
        2031-03-14 10:03:00 <@ann:h.org> !topic Cups
        2031-03-14 10:04:00 <@ann:h.org> !endmeeting
        2031-03-14 10:04:01 <@bot:h.org> Meeting ended at 2031-03-14 10:04:00 UTC
        `,
      ['3-11 @ann:h.org: Cups'],
      ['refused-command@1', 'refused-command@5', 'refused-command@8'],
    );
    assert.include(stepAt(log, 4)?.refusal?.said, 'Changing the topic');
  });
  it('quotes the bot', () => {
    const [problem] = problems(
      logOf('10:00 <ann> #startmeeting\n10:00 <bot> A meeting name is required, e.g., ‘#startmeeting Tea’\n'),
    );
    assert.equal(
      problem?.message,
      'The bot refused this #startmeeting: “A meeting name is required, e.g., ‘#startmeeting Tea’”.',
    );
    assert.deepEqual(
      problem?.related?.map(({ line }) => line),
      [1],
    );
  });
  it('is in the words of each bot', () => {
    const checkWords = (command: string, said: string) =>
      assert.deepEqual(
        refusedIn(
          `10:00 <ann> #startmeeting x\n10:01 <bob> ${command}\n10:01 <bot> ${said}\n10:02 <ann> #endmeeting\n`,
        ),
        [2],
        said,
      );
    checkWords('#startmeeting y', "bob: Error: Can't start another meeting, one is in progress.");
    checkWords('#startvote a? b', 'Only the meeting chair may start a vote.');
    checkWords('#startvote a? b', "Already voting on 'c'");
    checkWords('#startvote a', 'Unable to parse vote topic and options.');
    checkWords('#tea', 'Unknown command: #tea');
    checkWords('#motion x', 'bob: Unknown command: #motion');
  });
  it('means the nearest command that it can mean, and then the one before', () => {
    const said = 'Changing the topic requires a powerlevel of at least 50';
    const text = (after: string) => lines`
      2031-03-14 10:00:00 <@ann:h.org> !startmeeting tea
      2031-03-14 10:00:01 <@bot:h.org> Meeting started at 2031-03-14 10:00:00 UTC
      2031-03-14 10:01:00 <@ann:h.org> !topic one
      2031-03-14 10:01:00 <@eve:h.org> !topic two
      2031-03-14 10:01:01 <@eve:h.org> ^info three
      ${after}
      `;
    const one = `2031-03-14 10:01:02 <@bot:h.org> ${said}`;
    assert.deepEqual(refusedIn(text(one)), [4]);
    assert.deepEqual(refusedIn(text(`${one}\n${one}`)), [3, 4]);
  });
  it('is not far below, and not by someone else than the bot', () => {
    const text = (between: string, nick: string) => lines`
      10:00 <ann> #startmeeting x
      10:00 <bot> ${greeting('ann')}
      10:00 <bot> Useful Commands: #action #agreed #startvote.
      10:01 <ann> #startvote a? b
      ${between}10:03 <${nick}> Already voting on 'c'
      `;
    assert.deepEqual(refusedIn(text('', 'bot')), [4]);
    assert.deepEqual(refusedIn(text('', 'eve')), []);
    assert.deepEqual(refusedIn(text('10:02 <bob> so\n'.repeat(24), 'bot')), [4]);
    assert.deepEqual(refusedIn(text('10:02 <bob> so\n'.repeat(25), 'bot')), []);
  });
  it('is found wherever a log is divided into blocks', () => {
    for (let count = 240; count < 270; count++) {
      const talk = '10:00 <bob> so\n'.repeat(count);
      const text = `${talk}10:01 <ann> #startmeeting\n10:01 <bot> A meeting name is required\n${talk}`;
      assert.deepEqual(refusedIn(text), [count + 1]);
    }
  });
});

describe('rights', () => {
  const greeted = `10:00 <ann> #startmeeting\n10:00 <bot> ${greeting('ann')}\n`;

  it('do not follow a change of nick where a bot is', () => {
    const log = check(
      `${greeted}10:01 *** ann is now known as ann_tea\n10:02 <ann_tea> #topic Tea\n10:03 <ann> #endmeeting\n`,
      ['1-5 ann:'],
      ['not-chair@4'],
    );
    assert.include(
      problems(log)[0]?.message,
      'ann_tea was a chair as ann, but the bot does not follow changes of nick: the bot ignores this #topic.',
    );
  });
  it('follow the person where no bot is', () =>
    check(
      lines`
        10:00 <ann> #startmeeting
        10:01 *** ann is now known as ann_tea
        10:02 <ann_tea> #topic Tea
        10:03 <ann_tea> #endmeeting
        `,
      ['1-4 ann: Tea'],
    ));
  it('are also those of a chair whom an administrator adds', () =>
    check(
      `${greeted}10:01 <bot> root: Chair added: bob on (#tea, net).\n10:02 <bob> #topic Tea\n10:03 <ann> #endmeeting\n`,
      ['1-5 ann: Tea'],
    ));
  it('are those of operators for meetingology alone', () => {
    const text = (said: string) => lines`
      10:00 < ann> #startmeeting
      10:00 < bot> ${said}
      10:01 <@bob> #topic Tea
      10:02 <+eve> #topic Cake
      10:03 < ann> #endmeeting
      `;
    check(
      text('Meeting started at 10:00:01 UTC.  The chair is ann.  Information about MeetBot at x'),
      ['1-5 ann: Tea'],
      ['not-chair@4'],
    );
    check(text(greeting('ann')), ['1-5 ann:'], ['not-chair@3', 'not-chair@4']);
  });
});

describe('a command through a bridge', () => {
  const relayed = lines`
    10:01 <bridge> <bob> hello
    10:01 <bridge> <cat> hello
    10:02 <bridge> <bob> #info the kettle is mended
    10:02 <bridge> <bob> http://tea.example/
    10:03 <ann> #endmeeting
    `;
  const itemsIn = (text: string) => logOf(text).meetings[0]?.items.map(({ type, nick }) => `${type} ${nick}`);

  it('does not count where a bot is', () => {
    const text = `10:00 <ann> #startmeeting\n10:00 <bot> ${greeting('ann')}\n${relayed}`;
    check(text, ['1-7 ann:'], ['bridged-command@5']);
    assert.deepEqual(itemsIn(text), []);
  });
  it('counts, and others do not, if the bot is on the other side as well', () => {
    const text = lines`
      10:00 <bridge> <cat> #startmeeting
      10:00 <bridge> <bot> ${greeting('cat')}
      10:01 <bridge> <cat> #info heard
      10:01 <ann> #info not heard
      10:02 <bridge> <cat> #endmeeting
      `;
    check(text, ['1-5 cat:'], ['bridged-command@4']);
    assert.deepEqual(itemsIn(text), ['INFO cat']);
  });
  it('counts where no bot is', () =>
    assert.deepEqual(itemsIn(`10:00 <ann> #startmeeting\n${relayed}`), ['INFO bob', 'LINK bob']));
});
