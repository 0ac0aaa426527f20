import { assert } from 'chai';
import type { Reply } from '../../../server/src/meeting/dialects/dialect.js';
import { greetingOf, mayBeReply, readReply } from '../../../server/src/meeting/dialects/replies.js';

describe('replies of bots', () => {
  const check = (text: string, reply: Reply | undefined, dialect?: string) => {
    assert.deepEqual(readReply(text), reply);
    assert.equal(greetingOf(text)?.name, dialect);
  };
  const about = 'Information about MeetBot at http://wiki.debian.org/MeetBot.';

  it('give the date and owner of a meeting', () => {
    check(`Meeting started Fri Mar 14 18:00:02 2031 UTC.  The chair is noor. ${about}`, {
      kind: 'started',
      date: '2031-03-14',
      time: 64802,
      owner: 'noor',
      isExact: true,
    });
  });
  it('pad the day of the month', () => {
    check(
      `Meeting started Sat Mar  1 18:00:02 2031 UTC and is due to finish in 60 minutes.  The chair is a.b. ${about}`,
      {
        kind: 'started',
        date: '2031-03-01',
        time: 64802,
        owner: 'a.b',
        isExact: true,
      },
      'opendev',
    );
  });
  it('end the nick of the chair at a full stop', () => {
    const owner = (text: string) => (readReply(text) as { owner?: string } | undefined)?.owner;
    assert.equal(owner('The chair is a.b. More is said.'), 'a.b');
    assert.equal(owner('The chair is ann.'), 'ann');
    assert.equal(owner('The chair is ann'), 'ann');
    assert.isUndefined(owner('The chair is . nobody'));
  });
  it('give no time if the bot’s clock is in another time zone', () =>
    check('Meeting started Thu Mar 13 14:00:38 2031 US/Eastern. The chair is noor.', {
      kind: 'started',
      date: '2031-03-13',
      time: undefined,
      owner: 'noor',
      isExact: true,
    }));
  it('may give neither', () =>
    check('Meeting started now', {
      kind: 'started',
      date: undefined,
      time: undefined,
      owner: undefined,
      isExact: false,
    }));
  it('list the chairs', () => check('Current chairs: ann bob', { kind: 'chairs', nicks: ['ann', 'bob'] }));
  it('list the chairs with commas', () => check('Current chairs: ann, bob', { kind: 'chairs', nicks: ['ann', 'bob'] }));
  it('give the name', () => check("The meeting name has been set to 'a_b'", { kind: 'name', name: 'a_b' }));
  it('announce the end', () => check('Meeting ended Fri Mar 14 18:10:00 2031 UTC.', { kind: 'ended', isExact: true }));
  it('may be addressed to whoever asked', () => {
    check(
      'ann: Meeting started at 2031-03-14T18:00+0000',
      {
        kind: 'started',
        date: '2031-03-14',
        time: 64800,
        owner: undefined,
        isExact: true,
      },
      'hcoop',
    );
    check('ann: Current chairs: ann', { kind: 'chairs', nicks: ['ann'] });
  });
  it('give the chair on a separate line', () =>
    check(
      'The chair is ann. Information about MeetBot at https://fedoraproject.org/wiki/Zodbot.',
      {
        kind: 'owner',
        owner: 'ann',
      },
      'fedora',
    ));
  it('give the name in the words of other bots', () => {
    check("The Meeting name is 'x y'", { kind: 'name', name: 'x y' }, 'maubot');
    check('The Meeting Name is now x', { kind: 'name', name: 'x' }, 'maubot');
    check('Meeting name set to: x', { kind: 'name', name: 'x' });
  });
  it('show the bot if only one says so', () => {
    check('Meeting finished at 09:06.', { kind: 'ended', isExact: true }, 'meetingology');
    check('Meeting ended! Total meeting length 9 minutes', { kind: 'ended', isExact: true });
    check('No vote is in progress', { kind: 'refused', effects: ['castVote'] });
  });
  it('count votes', () => {
    check('Votes for: 5, Votes against: 0, Abstentions: 1', { kind: 'result', counts: { '+1': 5, '-1': 0, '+0': 1 } });
    check('Votes for:5 Votes against:0 Abstentions:1', { kind: 'result', counts: { '+1': 5, '-1': 0, '+0': 1 } });
    check('Motion accepted: 3 in favor to 1 opposed', { kind: 'result', counts: { '+1': 3, '-1': 1 } });
    check('Yes (2): ann, bob', { kind: 'result', counts: { Yes: 2 } });
  });
  it('have a date in each month', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    for (const [index, month] of months.entries()) {
      const reply = readReply(`Meeting started Fri ${month} 14 18:00:02 2031 UTC.`);
      const date = `2031-${String(index + 1).padStart(2, '0')}-14`;
      assert.deepInclude(reply, { kind: 'started', date, owner: undefined });
    }
    assert.deepInclude(readReply('Meeting started Fri Mai 14 18:00:02 2031 UTC.'), { date: undefined });
  });
  it('are quickly distinguished from other lines', () => {
    for (const talk of [
      'Tea is served',
      'The cat sleeps',
      'Can I go',
      'Votes for me',
      'Meeting at ten',
      'Motion sickness',
    ])
      assert.isFalse(mayBeReply(talk, 0, talk.length), talk);
    assert.isTrue(mayBeReply("x The meeting name has been set to 'y'", 2, 40));
  });
  it('are not talk', () => {
    check('the Meeting started late', undefined);
    check('chairs: ann', undefined);
    check('', undefined);
  });
});
