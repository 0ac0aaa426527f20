import { assert } from 'chai';
import { LineIds } from '../../../server/src/minutes/scribe/lineIds.js';
import { shownUrl } from '../../../server/src/minutes/scribe/shownUrl.js';

describe('the anchors of a page', () => {
  it('come from time and text', () => {
    const ids = (seconds: number, text: string) => new LineIds().next(seconds, text);
    assert.equal(ids(0, 'beans'), ids(0, 'beans'));
    assert.notEqual(ids(1, 'beans'), ids(0, 'beans'));
    assert.match(ids(0, ''), /^0000$/);
  });

  it('are those of scribe.perl', () => {
    const ids = new LineIds();
    assert.equal(ids.next(36_000, 'tea'), '81a8');
    assert.equal(ids.next(0, 'tee für zwei'), '05b4');
  });

  it('count up where they clash, at once', () => {
    const ids = new LineIds();
    ids.reserve('0000');
    ids.reserve('beans');
    assert.deepEqual([ids.next(0, ''), ids.next(0, ''), ids.next(0, '')], ['0001', '0002', '0003']);
    for (let count = 0; count < 200_000; count++) ids.next(0, 'x');
  });
});

describe('an address without a text', () => {
  it('may break behind slashes', () => {
    assert.deepEqual(shownUrl('https://tea.example/a/b/', 'break'), ['https://', 'tea.example/', 'a/', 'b/']);
  });

  it('is short or whole if the options say so', () => {
    assert.deepEqual(shownUrl('https://tea.example/a/b/', 'full'), ['https://tea.example/a/b/']);
    assert.deepEqual(shownUrl('https://tea.example/a/b/', 'shorten'), ['https…e/a/b/']);
    assert.deepEqual(shownUrl('ab://12345', 'shorten'), ['ab://12345']);
  });

  it('of a repository or its issues is the name', () => {
    const shown = (path: string) => shownUrl(`https://github.com/${path}`, 'full').join('');
    assert.equal(shown('tea/pot'), 'tea/pot');
    assert.equal(shown('tea/pot/'), 'tea/pot');
    assert.equal(shown('tea/pot/issues/7'), 'tea/pot#7');
    assert.equal(shown('tea/pot/pull/7#issuecomment-1'), 'tea/pot#7 (comment)');
    assert.equal(shown('tea/pot/issues'), 'https://github.com/tea/pot/issues');
  });
});
