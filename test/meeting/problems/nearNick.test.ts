import { assert } from 'chai';
import { nearNick } from '../../../server/src/meeting/problems/nearNick.js';

describe('the nick that was meant', () => {
  const check = (typed: string, among: string, expected: string | null | undefined, comparisons = 100) =>
    assert.equal(nearNick(typed, among.split(' '), { comparisons }), expected);

  it('differs only in case if it is short', () => {
    check('BOB', 'ann bob', 'bob');
    check('bo', 'bob', undefined);
    check('bobb', 'bob', 'bob');
  });
  it('is one typo away if it has four letters, and two if it has six', () => {
    check('anna', 'ann', 'ann');
    check('annab', 'ann', undefined);
    check('robret', 'robert', 'robert');
    check('robrt', 'robert', 'robert');
    check('roberty', 'robe', undefined);
    check('robeer', 'robert', 'robert');
    check('robxt', 'robrt', undefined);
    check('robertxy', 'robert', 'robert');
    check('robertxyz', 'robert', undefined);
  });
  it('is the nearest', () => check('roberta', 'robrt robert', 'robert'));
  it('is not found for very long ones', () => {
    check(`${'x'.repeat(63)}y`, 'x'.repeat(63), 'x'.repeat(63));
    check(`${'x'.repeat(64)}y`, 'x'.repeat(64), undefined);
  });
  it('is not known if there are too many to compare', () => {
    check('anna', 'bob eve ann', null, 2);
    check('anna', 'ann bob eve', 'ann', 1);
    check('anna', 'ann', 'ann', 1);
    check('anna', 'ann', null, 0);
  });
});
