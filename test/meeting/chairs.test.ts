import { assert } from 'chai';
import { byCodePoint, ChairCursor, chairsAt } from '../../server/src/meeting/chairs.js';
import type { Meeting } from '../../server/src/meeting/model.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('strings by code point', () => {
  const check = (...sorted: string[]) => {
    assert.deepEqual(byCodePoint(sorted.toReversed()), sorted);
    assert.deepEqual(byCodePoint(sorted), sorted);
  };
  it('are sorted as by MeetBot', () => check('', '_x', 'a', 'ab', 'abc', 'b', 'é'));
  it('have surrogate pairs after all others', () => check('a', '\u{e000}', '\u{ffff}', '\u{10000}', '\u{1f600}'));
});

describe('a walk over the chairs', () => {
  it('knows the chairs at each line, even when it goes back', () => {
    const log = logOf(meeting('10:01 <ann> #chair bob eve\n10:02 <ann> x\n10:03 <ann> #unchair bob\n'));
    const held = log.meetings[0] as Meeting;
    const walk = new ChairCursor(held);
    for (const line of [0, 1, 2, 3, 4, 0, 3, 1])
      assert.deepEqual(byCodePoint(walk.at(line)), chairsAt(held, line), `${line}`);
    assert.deepEqual(chairsAt(held, 0), ['ann']);
    assert.deepEqual(chairsAt(held, 1), ['ann', 'bob', 'eve']);
    assert.deepEqual(chairsAt(held), ['ann', 'eve']);
  });
});
