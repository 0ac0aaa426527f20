import { assert } from 'chai';
import { isNameIn, nicksOf } from '../../server/src/meeting/identity.js';
import { lines, logOf, meeting } from '../helpers/logs.js';

/** The nicks of whoever has a name on a line. */
const check = (text: string, name: string, expected: string, line = 0) =>
  assert.equal(nicksOf(logOf(text), name, line).join(' '), expected);

describe('the nicks of a person', () => {
  const variants = lines`
    10:00 <ann_> hi
    10:00 <bob> hi
    10:01 <ann> hi
    10:02 <Ann__> hi
    10:03 <ann[m]> hi
    `;
  it('are those with the same stem', () => check(variants, 'ann', 'ann Ann__ ann[m] ann_'));
  it('begin with the given one', () => check(variants, 'ann[m]', 'ann[m] Ann__ ann ann_'));
  it('are found by the short form of one', () => {
    check('10:00 <ann[m]> hi\n', 'ann', 'ann[m]');
    check('2031-03-14 10:00:00 <@ann:tea.example> hi\n', 'ann', '@ann:tea.example');
  });
  it('are found by their stem, unless that is very short', () => {
    check('10:00 <bob_> hi\n', 'bob', 'bob_');
    assert.isTrue(isNameIn(logOf('10:00 <bob_> hi\n').text, 'Bob'));
    assert.isFalse(isNameIn(logOf('10:00 <a_> hi\n').text, 'a'));
  });
  it('are those that someone changed to, in a whole meeting', () => {
    const talk = '10:02 <eve> well\n'.repeat(5_000);
    const text = meeting(`10:01 *** ann is now known as zoe\n${talk}10:03 *** zoe is now known as wren\n`);
    check(text, 'ann', 'ann wren zoe');
    check(text, 'wren', 'wren ann zoe', 5_000);
  });
  it('are not those of others who had one of them long before', () => {
    const talk = '10:02 <eve> well\n'.repeat(2_100);
    const text = `10:01 *** ann is now known as lunch\n${talk}10:03 *** bob is now known as lunch\n`;
    check(text, 'ann', 'ann lunch');
    check(text, 'bob', 'bob lunch', 2_101);
  });
  it('are none of someone who is not in the log', () => check('10:00 <ann> hi bob\n', 'bob', ''));
});
