import { assert } from 'chai';
import { newestFirst } from '../../../server/src/cli/mcp/chosenMeetings.js';
import { likelyMeetings } from '../../../server/src/cli/mcp/likelyMeetings.js';
import { digestOf } from '../../../server/src/workspace/logDigest.js';
import { logOf, meeting } from '../../helpers/logs.js';

const log = (name: string, said: string) => ({
  digest: digestOf(logOf(meeting(said), name), name),
  project: undefined,
});
const logs = [
  log('club.2031-03-14.log', '10:01:00 <ann> #action bob orders twelve ladders\n'),
  log('club.2031-04-14.log', '10:01:00 <ann> #agreed ladders are painted red\n'),
  log('club.2031-05-14.log', '10:01:00 <ann> #topic Raincoats\n10:02:00 <ann> #agreed yellow raincoats\n'),
];

describe('the meetings that minutes may be of', () => {
  const names = (text: string, all = logs) => likelyMeetings(text, newestFirst(all)).map((one) => one.log);

  it('are those whose items they have', () => {
    assert.deepEqual(names('We agreed on ladders PAINTED red.'), ['club.2031-04-14.log']);
    assert.deepEqual(names('Raincoats: yellow ones. Bob orders twelve ladders'), [
      'club.2031-05-14.log',
      'club.2031-03-14.log',
    ]);
  });

  it('are those whose date or log they name', () => {
    assert.deepEqual(names('2031-03-14'), ['club.2031-03-14.log']);
    assert.deepEqual(names('From club.2031-05-14.log'), ['club.2031-05-14.log']);
  });

  it('are none if nothing fits, unless there is only one', () => {
    assert.isEmpty(names('Bread and butter'));
    assert.lengthOf(names('Bread and butter', logs.slice(0, 1)), 1);
  });

  it('are not many', () => {
    const many = Array.from({ length: 40 }, (_, n) => log(`${n}.log`, '10:01:00 <ann> #agreed yellow raincoats\n'));
    assert.lengthOf(names('yellow raincoats', many), 5);
  });
});
