import { assert } from 'chai';
import { withLevel } from '../../client/src/hideProblem.js';

describe('the setting with a hidden problem', () => {
  it('keeps what else is there', () =>
    assert.deepEqual(withLevel({ a: 'hint', b: 'error' }, 'b', 'off'), { a: 'hint', b: 'off' }));
  it('may have had nothing', () => assert.deepEqual(withLevel(undefined, 'a', 'off'), { a: 'off' }));
  it('gets its level back, or none', () => {
    assert.deepEqual(withLevel({ a: 'off', b: 'off' }, 'a', 'hint'), { b: 'off', a: 'hint' });
    assert.deepEqual(withLevel({ a: 'off', b: 'off' }, 'a', undefined), { b: 'off' });
  });
  it('is removed with its last code', () => assert.isUndefined(withLevel({ a: 'off' }, 'a', undefined)));
});
