import { assert } from 'chai';
import { onlyUri } from '../../client/src/droppedLogs.js';
import { mayBeLogName } from '../../client/src/largeLogs.js';

describe('a file that is dropped', () => {
  it('is the only one of a list', () => {
    assert.equal(onlyUri('file:///a.log'), 'file:///a.log');
    assert.equal(onlyUri('# a comment\r\nfile:///a.log\r\n'), 'file:///a.log');
    assert.isUndefined(onlyUri('file:///a.log\r\nfile:///b.log'));
    assert.isUndefined(onlyUri(''));
  });
  it('is read only if its name is that of a log', () => {
    for (const path of ['/a.log', '/a.txt', '/a.irclog', '/a.2031-03-14-18.00.log.txt', '/A.LOG'])
      assert.isTrue(mayBeLogName(path), path);
    for (const path of ['/a.md', '/a.png', '/log', '/a.log/b']) assert.isFalse(mayBeLogName(path), path);
  });
});
