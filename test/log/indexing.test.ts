import { assert } from 'chai';
import { elementAt, outOfRange } from '../../server/src/log/indexing.js';

describe('indexing', () => {
  it('returns what is there', () => assert.equal(elementAt(['a', ''], 1), ''));

  it('throws if there is nothing', () => {
    assert.throws(() => elementAt(['a'], 1), RangeError, 'index 1 of 1');
    assert.throws(() => elementAt(['a'], -1), RangeError, 'index -1 of 1');
    assert.throws(() => outOfRange(2, 2), RangeError, 'index 2 of 2');
  });
});
