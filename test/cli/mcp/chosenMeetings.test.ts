import { assert } from 'chai';
import { chosenMeetings, type MeetingChoice, newestFirst } from '../../../server/src/cli/mcp/chosenMeetings.js';
import { digestOf } from '../../../server/src/workspace/logDigest.js';
import { personsOf } from '../../../server/src/workspace/persons.js';
import { logOf, twoMeetings } from '../../helpers/logs.js';

/** A log with two meetings on that date, or on an unknown one. */
const log = (name: string) => ({ digest: digestOf(logOf(twoMeetings, name), name), project: undefined });
const logs = [log('club.2031-03-14.log'), log('club.2031-04-14.log'), log('undated.log')];

describe('the meetings of many logs', () => {
  const names = (choice: MeetingChoice = {}) =>
    chosenMeetings(newestFirst(logs), personsOf(logs), choice).map((one) => `${one.log} ${one.number}`);

  it('come newest first, with their numbers in their logs; those without a date are last', () =>
    assert.deepEqual(names(), [
      'club.2031-04-14.log 2',
      'club.2031-04-14.log 1',
      'club.2031-03-14.log 2',
      'club.2031-03-14.log 1',
      'undated.log 2',
      'undated.log 1',
    ]));

  it('can be those since a date', () =>
    assert.deepEqual(names({ since: '2031-03-15' }), ['club.2031-04-14.log 2', 'club.2031-04-14.log 1']));

  it('can be those of a person', () => {
    assert.lengthOf(names({ person: 'bob_' }), 6);
    assert.deepEqual(names({ person: 'Ann', since: '2031-04-01' }), ['club.2031-04-14.log 1']);
    assert.isEmpty(names({ person: 'cid' }));
  });

  it('can be those with some words in title or topics', () => {
    assert.deepEqual(names({ words: 'cake  PLANS', since: '2031-04-01' }), ['club.2031-04-14.log 1']);
    assert.isEmpty(names({ words: 'mint' }));
  });
});
