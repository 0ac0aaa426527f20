import { assert } from 'chai';
import { elementAt, outOfRange } from '../../server/src/log/indexing.js';

describe('indexing', () => {
  it('gives what is there', () => assert.equal(elementAt(['a', ''], 1), ''));

  it('does not pass over what is not there', () => {
    assert.throws(() => elementAt(['a'], 1), RangeError, 'index 1 of 1');
    assert.throws(() => elementAt(['a'], -1), RangeError, 'index -1 of 1');
    assert.throws(() => outOfRange(2, 2), RangeError, 'index 2 of 2');
  });
});
