import { assert } from 'chai';
import { chairsAt } from '../../../server/src/meeting/chairs.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { tally } from '../../../server/src/meeting/replay/votes.js';
import { checkWords, inDialect, itemsIn, votesIn } from '../../helpers/dialects.js';
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
    // meeting.py: do_votesrequired.
    assert.deepEqual(held('2 votes'), ['VOTE x (Carried)']);
  });
  it('may let only some people vote', () => {
    const held = (voters: string) =>
      items(meeting(`10:00:30 <ann> #voters ${voters}\n10:01 <ann> #vote x\n10:02 <bob> -1\n10:02 <eve> +1\n`));
    assert.deepEqual(held('bob, ann'), ['VOTE x (Denied)']);
    // meeting.py: do_voters.
    for (const [more, ballots] of [
      ['', 1],
      ['eve', 2],
      ['all', 2],
      ['cat, everyone', 2],
      ['everybody', 2],
      ['ALL', 1],
    ] as const) {
      const text = meeting(
        `10:00:30 <ann> #voters bob\n10:00:40 <ann> #voters ${more}\n10:01 <ann> #vote x\n10:02 <bob> +1\n10:02 <eve> +1\n`,
      );
      assert.lengthOf(votesIn(text, 'meetingology')[0]?.ballots ?? [], ballots, more);
    }
    assert.deepEqual(held('everyone'), ['VOTE x (Carried)']);
  });

  /* The sources are files and functions of meetingology 0.3.0; those of MootBot are closed. */

  // plugin.py: doPrivmsg strips every line.
  it('takes spaces before a command', () => {
    const text = meeting('10:01 <ann>  #topic x\n');
    assert.deepEqual(items(text), ['TOPIC x']);
    assert.isEmpty(problems(inDialect(text, 'meetingology')));
  });
  // meeting.py: Config.command_RE.
  it('needs whitespace after a word', () =>
    assert.deepEqual(items(meeting('10:01 <ann> #topic: x\n10:02 <bob> #info, y\n10:03 <bob> #info\n')), ['INFO ']));
  // meeting.py: do_chair, do_unchair.
  it('separates nicks at commas and spaces', () => {
    const text = meeting('10:01 <ann> #chair bob, cat,dan eve\n10:02 <ann> #unchair bob, cat\n');
    assert.deepEqual(chairsAt(inDialect(text, 'meetingology').meetings[0] as Meeting), ['ann', 'dan', 'eve']);
  });
  // meeting.py: the do_ methods, and isChair at their beginning.
  it('lets only chairs name a meeting, and anyone ask for a replay', () => {
    const rights = (word: string) => commandNamed(word, dialectNamed('meetingology'))?.rights;
    assert.equal(rights('#meetingname'), 'chair');
    assert.equal(rights('#replay'), 'anyone');
    for (const word of ['#vote', '#endvote', '#voters', '#votesrequired', '#subtopic', '#done', '#abortmeeting'])
      assert.equal(rights(word), 'chair', word);
  });
  // meeting.py: do_vote, do_endvote.
  it('says that it refuses a second vote, and to end none', () => {
    const text = lines`
      10:00 <ann> #startmeeting
      10:00 <bot> Meeting started at 10:00:00 UTC.  The chair is ann.  Information about MeetBot at x
      10:01 <ann> #endvote
      10:01 <bot> No vote in progress
      10:02 <ann> #vote tea
      10:02 <bot> Please vote on: tea
      10:03 <ann> #vote cake
      10:03 <bot> Voting still open on: tea
      10:04 <ann> #endmeeting
      10:04 <bot> Meeting ended at 10:04:00 UTC.  Minutes at x
      `;
    const refused = problems(inDialect(text)).filter(({ code }) => code === 'refused-command');
    assert.deepEqual(
      refused.map(({ line }) => line),
      [2, 6],
    );
    assert.deepEqual(itemsIn(text), ['VOTE tea (Carried)']);
  });
  // Seen in logs of MootBot.
  it('ends meetings in the words of its predecessor, too', () => {
    const text = lines`
      [10:00] <ann> #startmeeting
      [10:00] <MootBot> Meeting started at 10:00. The chair is ann.
      [10:01] <ann> [TOPIC] x
      [10:02] <MootBot> Meeting finished at 10:02.
      [10:03] <ann> [TOPIC] y
      `;
    assert.deepEqual(itemsIn(text), ['TOPIC x']);
    assert.equal(inDialect(text).meetings[0]?.endLine, 3);
  });
});
