import { assert } from 'chai';
import { KnownNames } from '../../server/src/meeting/knownNames.js';

describe('an action is also for', () => {
  const check = (text: string, nicks: string, expected: string) =>
    assert.deepEqual([...new KnownNames(nicks.split(', ')).find(text)].sort().join(', '), expected, text);

  it('whose Matrix ID has the local part', () => {
    for (const text of ['@bob to sell it', 'bob to sell it', 'ask Bob', '@bob:ex.org does'])
      check(text, '@ann:ex.org, @bob:ex.org', '@bob:ex.org');
    check('bobby does', '@bob:ex.org', '');
  });
  it('whose bridged nick has a server or a mark', () => {
    check('bob and cid', 'bob:matrix.org, cid[m]', 'bob:matrix.org, cid[m]');
    check('bob[m] does', 'bob[m]', 'bob[m]');
  });
  it('no one of several with the same short name, and the one whose nick it is', () => {
    check('bob does', '@bob:ex.org, @bob:other.org', '');
    check('bob does', 'bob, @bob:ex.org', 'bob');
  });
  it('the one whose name has the word', () => {
    for (const text of [
      'wren to oil it',
      'Wren oils it',
      'ask Wren for it',
      'oil it (@wren)',
      'hill: oil it',
      'cleo, wren to do it',
    ])
      check(text, 'Wren Hill, Bob Lee', 'Wren Hill');
    check("fix Wren's saw", 'Wren Hill', 'Wren Hill');
    check('Wren Hill, wren', 'Wren Hill', 'Wren Hill');
    check(
      'wren and bob to oil it',
      'Wren Hill (she/her), Bob Lee - tea club',
      'Bob Lee - tea club, Wren Hill (she/her)',
    );
  });
  it('no one of several whose names have the word', () => {
    check('wren to oil it', 'Wren Hill, Wren Lee', '');
    check('Wren Lee to oil it', 'Wren Hill, Wren Lee', 'Wren Lee');
    check('wren to oil it', 'Wren Hill, wren', 'wren');
  });
  it('no one by a common word', () => {
    for (const text of [
      'mark the date',
      'Mark the date',
      'will be done',
      'the page to be changed',
      'climb the hill',
      'Hill climb',
      'Climb Up The Mark',
    ])
      check(text, 'Mark Hill, Will Page', '');
    check('ask Mark about it', 'Mark Hill', 'Mark Hill');
    check('mark to set the date', 'Mark Hill', 'Mark Hill');
    check('see wren.example.org and wren-1', 'Wren Hill', '');
    check('to be or not', 'Al To, The Be', '');
  });
  it('a nick, as ever', () => check('mark the date', 'mark', 'mark'));
});

describe('a name', () => {
  const names = new KnownNames(['ann', '@bob:ex.org', 'Wren Hill', 'Cleo Hill'], new Map([['Robert Lee', 'bob']]));
  it('means the one whose it is', () =>
    assert.deepEqual(
      ['ann', 'bob', '@bob', 'wren', 'Robert', 'Robert Lee', 'Cleo'].map((name) => names.meant(name)),
      ['ann', '@bob:ex.org', '@bob:ex.org', 'Wren Hill', '@bob:ex.org', '@bob:ex.org', 'Cleo Hill'],
    ));
  it('means no one if it is that of several, or a nick in another case', () =>
    assert.deepEqual(
      ['hill', 'ANN', 'eve', ''].map((name) => names.meant(name)),
      [undefined, undefined, undefined, undefined],
    ));
});
