import { assert } from 'chai';
import { byCodePoint } from '../../server/src/meeting/chairs.js';

describe('strings by code point', () => {
  const check = (...sorted: string[]) => {
    assert.deepEqual(byCodePoint(sorted.toReversed()), sorted);
    assert.deepEqual(byCodePoint(sorted), sorted);
  };
  it('are as MeetBot sorts them', () => check('', '_x', 'a', 'ab', 'abc', 'b', 'é'));
  it('have what two units stand for behind all others', () =>
    check('a', '\u{e000}', '\u{ffff}', '\u{10000}', '\u{1f600}'));
});
