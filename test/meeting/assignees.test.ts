import { assert } from 'chai';
import { actionsFor, assignees } from '../../server/src/meeting/assignees.js';
import { textAt } from '../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../server/src/meeting/model.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('an action is for', () => {
  const check = (text: string, nicks: string, expected: string) =>
    assert.deepEqual(assignees(text, nicks.split(' ')).join(' '), expected, text);

  it('people named in it, ignoring case', () => check('BOB and ann', 'ann bob eve', 'ann bob'));
  it('people whose name is not next to letters, digits and underscores', () => {
    for (const text of ["bob's cat", 'bob-smith', 'bob:', '@bob', 'http://bob.example/', '(bob)'])
      check(text, 'bob', 'bob');
    for (const text of ['bobby', 'bob_', '_bob', 'bob2', 'jbob', 'bobü']) check(text, 'bob', '');
  });
  it('all people whose names differ only in case', () => check('bob does', 'bob Bob', 'bob Bob'));
  it('someone whose nick has letters beyond ASCII', () => check('JÖRG and ülo', 'Jörg Ülo', 'Jörg Ülo'));
  it('someone whose nick begins or ends with a sign', () =>
    check('[eve], x- and j|away', '[eve] x- j|away', '[eve] x- j|away'));
  it('only the longest nick', () => {
    check('bob-away does', 'bob bob-away', 'bob-away');
    check('bob and bob-away do', 'bob bob-away', 'bob bob-away');
  });
  it('no one without a nick', () => check('somebody', '', ''));
  it('no one whose nick only matches as a pattern', () => check('b.b (a', 'b+b a( bob', ''));
});

describe('the actions of someone', () => {
  it('mention them, by their nick or by the name that they gave', () => {
    const log = logOf(
      meeting(
        '10:01 <bob> #here Robert\n10:01 <eve> #here Evelyn\n10:02 <ann> #action Robert sweeps\n' +
          '10:03 <ann> #action bob mops\n10:04 <ann> #action Evelyn rests\n10:05 <ann> #action nobody stays\n',
      ),
    );
    const of = (nick: string) => actionsFor(log, log.meetings[0] as Meeting, nick).map((item) => textAt(log, item));
    assert.deepEqual(of('bob'), ['Robert sweeps', 'bob mops']);
    assert.deepEqual(of('eve'), ['Evelyn rests']);
    assert.deepEqual(of('ann'), []);
    assert.deepEqual(of('stranger'), []);
  });
});
