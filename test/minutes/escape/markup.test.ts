import { assert } from 'chai';
import { doorOf } from '../../../server/src/minutes/escape/markup.js';

describe('a door', () => {
  const door = doorOf<'test'>((said) => said.toUpperCase());
  it('escapes the values, and nothing else', () => {
    assert.equal(String(door`a${'b'}c${1}${undefined}${false}${door`d`}${['e', door`f`]}`), 'aBc1dEf');
    assert.equal(String(door.join(['a', door`b`], door`, `)), 'A, b');
  });
});
