import { assert } from 'chai';
import { type Reply, readReply } from '../../server/src/meeting/replies.js';

describe('replies of bots', () => {
  const check = (text: string, reply: Reply | undefined) => assert.deepEqual(readReply(text), reply);
  const about = 'Information about MeetBot at http://wiki.debian.org/MeetBot.';

  it('tell date and owner of a meeting', () => {
    check(`Meeting started Fri Mar 14 18:00:02 2031 UTC.  The chair is noor. ${about}`, {
      kind: 'started',
      date: '2031-03-14',
      owner: 'noor',
    });
  });
  it('pad the day of the month', () => {
    check(
      `Meeting started Sat Mar  1 18:00:02 2031 UTC and is due to finish in 60 minutes.  The chair is a.b. ${about}`,
      {
        kind: 'started',
        date: '2031-03-01',
        owner: 'a.b',
      },
    );
  });
  it('may tell neither', () => check('Meeting started now', { kind: 'started', date: undefined, owner: undefined }));
  it('list the chairs', () => check('Current chairs: ann bob', { kind: 'chairs', nicks: ['ann', 'bob'] }));
  it('list the chairs with commas', () => check('Current chairs: ann, bob', { kind: 'chairs', nicks: ['ann', 'bob'] }));
  it('tell the name', () => check("The meeting name has been set to 'a_b'", { kind: 'name', name: 'a_b' }));
  it('tell the end', () => check('Meeting ended Fri Mar 14 18:10:00 2031 UTC.', { kind: 'ended' }));
  it('are no talk', () => {
    check('the Meeting started late', undefined);
    check('chairs: ann', undefined);
    check('', undefined);
  });
});
