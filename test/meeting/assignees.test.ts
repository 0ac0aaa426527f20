import { assert } from 'chai';
import { assignees } from '../../server/src/meeting/assignees.js';

describe('an action is for', () => {
  const check = (text: string, nicks: string, expected: string) =>
    assert.deepEqual(assignees(text, nicks.split(' ')).join(' '), expected, text);

  it('whoever stands in it, in any case', () => check('BOB and ann', 'ann bob eve', 'ann bob'));
  it('whoever stands between other characters than letters, digits and underscores', () => {
    for (const text of ["bob's cat", 'bob-smith', 'bob:', '@bob', 'http://bob.example/', '(bob)'])
      check(text, 'bob', 'bob');
    for (const text of ['bobby', 'bob_', '_bob', 'bob2', 'jbob', 'bobü']) check(text, 'bob', '');
  });
  it('each of those who are called the same but for case', () => check('bob does', 'bob Bob', 'bob Bob'));
  it('somebody whose nick has letters beyond ASCII', () => check('JÖRG and ülo', 'Jörg Ülo', 'Jörg Ülo'));
  it('somebody whose nick begins or ends with a sign', () =>
    check('[eve], x- and j|away', '[eve] x- j|away', '[eve] x- j|away'));
  it('the longest nick only', () => {
    check('bob-away does', 'bob bob-away', 'bob-away');
    check('bob and bob-away do', 'bob bob-away', 'bob bob-away');
  });
  it('nobody without a nick', () => check('somebody', '', ''));
  it('nobody whose nick only a template would find', () => check('b.b (a', 'b+b a( bob', ''));
});
