import { assert } from 'chai';
import { nearItem } from '../../server/src/features/nearItem.js';
import { logOf, meeting } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

describe('the nearest item', () => {
  const check = (direction: 'next' | 'previous', source: string) => {
    const { text, cursor, ranges } = marked(source);
    const found = nearItem(logOf(text), cursor?.line ?? 0, direction);
    assert.deepEqual(found, ranges[0]?.start ?? null);
  };

  it('is the next one below', () =>
    check('next', meeting('$010:01 <ann> #info a\n10:02 <bob> talk\n10:03 <ann> «»#topic b\n')));
  it('is the next one above', () =>
    check('previous', meeting('10:01 <ann> «»#info a\n10:02 <bob> talk\n$010:03 <ann> #topic b\n')));
  it('may be in another meeting', () =>
    check('next', `${meeting('$010:01 <ann> #info a\n')}${meeting('10:01 <ann> «»#info b\n')}`));
  it('may be none', () => check('next', meeting('10:01 <ann> #info a\n$0')));
});
