import { assert } from 'chai';
import { tally } from '../../../server/src/meeting/replay/votes.js';
import { checkWords, itemsIn, votesIn } from '../../helpers/dialects.js';
import { lines, meeting } from '../../helpers/logs.js';

describe('meetingology', () => {
  const items = (text: string) => itemsIn(text, 'meetingology');

  it('has its own commands', () =>
    checkWords(
      'meetingology',
      'topic [topic] [vote] vote endvote [endvote] subtopic progress done voters votesrequired',
      'startvote close !topic',
    ));
  it('treats a longer word as talk', () => assert.isEmpty(items(meeting('10:01 <ann> #topic: x\n'))));
  it('has another word for ending a meeting', () => {
    const text = '10:00 <ann> #startmeeting\n10:01 <ann> #abortmeeting\n10:02 <ann> #topic x\n';
    assert.isEmpty(items(text));
  });

  it('counts remarks as ballots', () => {
    const text = meeting(lines`
      10:01 <ann> #vote Make bob a member
      10:02 <bob> +1 of course
      10:02 <eve> -1
      10:03 <eve> +0
      10:03 <cleo> +12 is no vote
      10:04 <ann> [ENDVOTE]
      10:05 <eve> +1 too late
      `);
    assert.deepEqual(items(`${text}10:59:30 <bot> [topic]\n`), ['VOTE Make bob a member (Carried)']);
    assert.equal(tally(votesIn(text, 'meetingology')[0] as never), '+1: 1, -1: 0, +0: 1');
  });
  it('does not count its own remarks', () => {
    const text = meeting(lines`
      10:00 <bot> Meeting started at 10:00:00 UTC.  The chair is ann.  Information about MeetBot at x
      10:01 <ann> #vote Tea?
      10:02 <bob> +1
      10:02 <bot> +1 received from bob
      `);
    assert.equal(tally(votesIn(text)[0] as never), '+1: 1, -1: 0, +0: 0');
  });
  it('requires a number of votes, and ends a vote with the meeting', () => {
    const held = (required: string) =>
      items(meeting(`10:00:30 <ann> #votesrequired ${required}\n10:01 <ann> #vote x\n10:02 <bob> +1\n`));
    assert.deepEqual(held('1'), ['VOTE x (Carried)']);
    assert.deepEqual(held('2'), ['VOTE x (Denied)']);
  });
  it('may let only some people vote', () => {
    const held = (voters: string) =>
      items(meeting(`10:00:30 <ann> #voters ${voters}\n10:01 <ann> #vote x\n10:02 <bob> -1\n10:02 <eve> +1\n`));
    assert.deepEqual(held('bob, ann'), ['VOTE x (Denied)']);
    for (const all of ['', 'all', 'ALL', 'Everyone', 'everybody']) {
      const text = meeting(`10:00:30 <ann> #voters ${all}\n10:01 <ann> #vote x\n10:02 <bob> +1\n`);
      assert.lengthOf(votesIn(text, 'meetingology')[0]?.ballots ?? [], 1, all);
    }
    assert.deepEqual(held('everyone'), ['VOTE x (Carried)']);
  });
});
