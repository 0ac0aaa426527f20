import { assert } from 'chai';
import { asLines, isTalk } from '../../client/src/talkPaste.js';

describe('talk that is pasted', () => {
  const check = (lines: string, before: string, after: string, pasted: string) =>
    assert.equal(asLines(lines, before, after, '\n'), pasted);

  it('is pasted as it is on an empty line', () => {
    check('a\nb\n', '', '', 'a\nb\n');
    check('a\nb', '', '', 'a\nb');
  });
  it('goes below a line at its end', () => {
    check('a\nb\n', 'x', '', '\na\nb');
    check('a\nb', 'x', '', '\na\nb');
  });
  it('goes above a line at its start', () => {
    check('a\nb', '', 'x', 'a\nb\n');
    check('a\nb\n', '', 'x', 'a\nb\n');
  });
  it('is apart from both parts of a line', () => check('a', 'x', 'y', '\na\n'));
  it('has the line ends of the document', () => assert.equal(asLines('a\r\n', 'x', 'y', '\r\n'), '\r\na\r\n'));

  it('is looked for only in what may be a chat, and not in whole books', () => {
    assert.isTrue(isTalk('[10:04] dan: tea?\n[10:05] eve: yes\n'));
    assert.isTrue(isTalk('dan [10:04 AM]\ntea?\n'));
    assert.isFalse(isTalk('tea'));
    assert.isFalse(isTalk('Some words.\nAnd more.\n'));
    assert.isFalse(isTalk('[10:04] dan: tea?\n'.repeat(30_000)));
  });
});
