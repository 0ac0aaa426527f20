import { assert } from 'chai';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { checkWords, inDialect, itemsIn, votesIn } from '../../helpers/dialects.js';
import { lines, logOf, meeting, peopleOfFirst } from '../../helpers/logs.js';

describe('HCoop’s bot', () => {
  it('has its own commands', () =>
    checkWords(
      'hcoop',
      'topic motion vote close here failed inconclusive accepted',
      'agreed agree accept rejected reject halp lurk unlurk restrictlogs commands',
    ));
  it('treats a longer word as talk', () => {
    const text = meeting('10:01 <ann> #topic: x\n');
    assert.deepEqual(itemsIn(text, 'hcoop'), []);
    assert.deepEqual(itemsIn(text, 'meetbot'), ['TOPIC : x']);
  });
  it('lets only chairs name a meeting', () => {
    const named = (dialect: string) => inDialect(meeting('10:01 <bob> #meetingname Tea\n'), dialect).meetings[0]?.name;
    assert.isUndefined(named('hcoop'));
    assert.equal(named('meetbot'), 'tea');
  });

  it('counts who is here', () =>
    assert.deepEqual(
      peopleOfFirst(logOf(meeting('10:01 <bob> #here Robert\n'))).map(({ nick }) => nick),
      ['ann', 'bob'],
    ));
  it('recognises people by the names that they give', () => {
    const log = logOf(meeting('10:01 <bob> #here Robert Lee\n10:02 <ann> #action Robert Lee buys tea\n'));
    assert.deepEqual(problems(log), []);
    const [action] = minutesOf(log, log.meetings[0] as Meeting).items;
    assert.deepEqual(action?.assignees, ['bob']);
  });

  it('counts every ballot, and anything other than + as opposed', () => {
    const text = meeting(lines`
      10:01 <ann> #motion Buy tea
      10:02 <bob> #vote +1
      10:02 <bob> #vote +
      10:03 <eve> #vote
      10:04 <ann> #close
      `);
    assert.deepEqual(itemsIn(text), [
      'MOTION Buy tea',
      'VOTE +1',
      'VOTE +1',
      'VOTE -1',
      'ACCEPTED Motion accepted: 2 in favor to 1 opposed',
    ]);
  });
  it('records what was not carried', () => {
    const closed = (ballots: string) =>
      itemsIn(meeting(`10:01 <ann> #motion x\n${ballots}10:04 <ann> #close\n`)).at(-1);
    assert.equal(closed('10:02 <bob> #vote -1\n'), 'FAILED Motion failed: 0 in favor to 1 opposed');
    assert.equal(
      closed('10:02 <bob> #vote +\n10:02 <bob> #vote -\n'),
      'INCONCLUSIVE Motion inconclusive: 1 in favor to 1 opposed',
    );
  });
  it('opens another vote while one is open', () =>
    assert.lengthOf(votesIn(meeting('10:01 <ann> #motion x\n10:02 <ann> #motion y\n')), 2));
  it('leaves a vote open after any other item', () => {
    const text = meeting('10:01 <ann> #motion x\n10:02 <ann> #info tea\n10:03 <bob> #vote +1\n');
    assert.isUndefined(votesIn(text)[0]?.endLine);
    assert.lengthOf(votesIn(text)[0]?.ballots ?? [], 1);
    const other = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #accepted cups\n10:03 <bob> #vote yes\n');
    assert.lengthOf(votesIn(other, 'opendev')[0]?.ballots ?? [], 1);
  });
  it('closes votes by decree', () => {
    const [vote] = votesIn(meeting('10:01 <ann> #motion x\n10:02 <ann> #failed nobody came\n'));
    assert.equal(vote?.endLine, 2);
  });
});
