import { assert } from 'chai';
import { logOf, meeting, peopleOfFirst } from '../helpers/logs.js';

describe('those present', () => {
  it('are sorted by lines said, and are first seen where they spoke or were named', () => {
    const log = logOf(meeting('10:01 <ann> #chair bob eve\n10:02 <bob> x\n10:03 <ann> #nick zoe\n10:04 <bob> y\n'));
    assert.deepEqual(peopleOfFirst(log), [
      { nick: 'ann', lines: 4, first: 0, last: 5 },
      { nick: 'bob', lines: 2, first: 1, last: 4 },
      { nick: 'eve', lines: 0, first: 1, last: 1 },
      { nick: 'zoe', lines: 0, first: 3, last: 3 },
    ]);
  });
});
