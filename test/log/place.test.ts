import { assert } from 'chai';
import { inOrder } from '../../server/src/log/place.js';

describe('two points of a log', () => {
  it('are ordered by line, then by character', () => {
    const [a, b, c] = [
      { line: 1, character: 5 },
      { line: 1, character: 6 },
      { line: 2, character: 0 },
    ] as const;
    for (const [first, second] of [
      [a, b],
      [b, c],
      [a, a],
    ] as const) {
      assert.deepEqual(inOrder(first, second), [first, second]);
      assert.deepEqual(inOrder(second, first), [first, second]);
    }
  });
});
