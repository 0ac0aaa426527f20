import { assert } from 'chai';
import { Present } from '../../server/src/meeting/present.js';

describe('those who are present', () => {
  const present = (nicks: string, aliases: readonly [string, string][] = []) =>
    new Present(
      nicks
        .split(' ')
        .map((nick) => ({ nick: nick.replace('*', ''), lines: nick.endsWith('*') ? 0 : 1, first: 0, last: 0 })),
      new Map(aliases),
    );
  const check = (one: Present, other: Present, isLike: boolean) => {
    assert.equal(one.isLike(other), isLike);
    assert.equal(one.isLike(other), isLike);
    assert.equal(other.isLike(one), isLike);
  };

  it('are the same in any order', () => check(present('ann bob'), present('bob ann'), true));
  it('differ with more, fewer or other people', () => {
    check(present('ann bob'), present('ann'), false);
    check(present('ann bob'), present('ann eve'), false);
  });
  it('differ if someone spoke who was only named before', () => check(present('ann bob*'), present('ann bob'), false));
  it('differ if a name belongs to someone else', () => {
    const named = (nick: string) => present('ann bob', [['Robert', nick]]);
    check(named('bob'), named('bob'), true);
    check(named('bob'), named('ann'), false);
    check(named('bob'), present('ann bob'), false);
    check(named('bob'), present('ann bob', [['Rob', 'bob']]), false);
  });
  it('are found by nick and name, in names that are kept', () => {
    const one = present('ann bob', [['Robert', 'bob']]);
    assert.deepEqual([...one.names.find('Robert and ann')].sort(), ['ann', 'bob']);
    assert.equal(one.names, one.names);
    const other = present('bob ann', [['Robert', 'bob']]);
    assert.isTrue(other.isLike(one));
    assert.equal(other.names, one.names);
  });
});
