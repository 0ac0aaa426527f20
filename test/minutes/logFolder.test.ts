import { assert } from 'chai';
import { absoluteLogFolder, relativeLogFolder } from '../../server/src/minutes/logFolder.js';

describe('the folder of the log, in links of its minutes', () => {
  for (const [log, folder, expected] of [
    ['file:///logs/heat.log', 'file:///logs', ''],
    ['file:///logs/heat.log', 'file:///logs/', ''],
    ['file:///logs/heat.log', 'file:///minutes', '../logs/'],
    ['file:///a/logs/heat.log', 'file:///a', 'logs/'],
    ['file:///a/heat.log', 'file:///a/b/c', '../../'],
    ['file:///heat.log', 'file:///', ''],
    ['file:///heat.log', 'file:///a', '../'],
    ['file:///my%20logs/heat.log', 'file:///a', '../my%20logs/'],
    ['file:///c%3A/logs/heat.log', 'file:///C:/a', '../logs/'],
    ['file:///c%3A/logs/heat.log', 'file:///d%3A/logs', null],
    ['file:///c%3A/heat.log', 'file:///tmp', null],
    ['file://one/share/heat.log', 'file://two/share', null],
    ['vscode-vfs://github/tea/heat.log', 'vscode-vfs://github/tea/minutes', '../'],
    ['vscode-vfs://github/tea/heat.log', 'file:///tea', null],
    ['git:/logs/heat.log?{}', 'git:/logs', null],
    ['untitled:Untitled-1', 'untitled:', null],
    ['', '', null],
  ] as const) {
    it(`is ${expected ?? 'unknown'}: ${log} from ${folder}`, () =>
      assert.equal(relativeLogFolder(log, folder), expected));
  }
  it('is as written by the editor if only the editor follows them', () => {
    assert.equal(absoluteLogFolder('file:///c%3A/my%20logs/heat.log'), 'file:///c%3A/my%20logs/');
    assert.equal(absoluteLogFolder('untitled:Untitled-1'), 'untitled:');
    assert.isNull(absoluteLogFolder('git:/logs/heat.log?{}'));
    assert.isNull(absoluteLogFolder(''));
  });
});
