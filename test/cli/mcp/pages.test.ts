import { assert } from 'chai';
import { howToGoOn, pageOf, partOf } from '../../../server/src/cli/mcp/pages.js';

const numbers = Array.from({ length: 45 }, (_, index) => index);
const noCursor = 'There is no such cursor. Use “next” of the last answer with the same other arguments.';

describe('pages of answers', () => {
  it('lead from one to the next until all entries were there once', () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOf(numbers, { limit: 20, cursor }, (one) => one);
      assert.equal(page.total, 45);
      seen.push(...page.entries);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(seen, numbers);
  });

  it('have fewer entries if these are long, but at least one', () => {
    const long = (size: number) => pageOf(numbers, { limit: 20 }, () => 'x'.repeat(size));
    assert.lengthOf(long(25_000).entries, 2);
    assert.equal(long(25_000).next, '2');
    assert.lengthOf(long(100_000).entries, 1);
  });

  it('do not make entries that they do not have', () => {
    let made = 0;
    pageOf(numbers, { limit: 5, cursor: '10' }, () => made++);
    assert.equal(made, 5);
  });

  it('are empty if there is nothing', () => {
    assert.deepEqual(
      pageOf([], { limit: 5 }, (one) => one),
      { entries: [], total: 0, next: null },
    );
  });

  for (const cursor of ['x', '-1', '1.5', '', ' ', '45', '1e3', '9'.repeat(30)]) {
    it(`refuse the cursor “${cursor}”`, () =>
      assert.throws(() => pageOf(numbers, { limit: 5, cursor }, (one) => one), noCursor));
  }

  it('say how to get more', () => {
    assert.isNull(howToGoOn(null));
    assert.equal(howToGoOn('20'), 'Call this tool with the same arguments and with cursor “20” to get more.');
  });
});

describe('parts of a text', () => {
  const parts = (text: string, limit: number) => {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const part = partOf(text, { limit, cursor });
      assert.equal(part.start, all.join('').length);
      assert.equal(part.total, text.length);
      assert.isAtMost(part.text.length, limit);
      all.push(part.text);
      cursor = part.next ?? undefined;
    } while (cursor !== undefined);
    assert.equal(all.join(''), text);
    return all;
  };

  it('end with a line', () => assert.deepEqual(parts('one\ntwo\nthree\n', 9), ['one\ntwo\n', 'three\n']));

  it('do not get small for that', () => assert.deepEqual(parts('a\nbcdefghijklmn', 8), ['a\nbcdefg', 'hijklmn']));

  it('never end within a character', () => {
    for (const limit of [2, 3, 4, 5])
      for (const part of parts('a🌱🌱b🌱🌱🌱', limit)) assert.isTrue(part.isWellFormed());
  });

  it('are one for a short text, and for none', () => {
    assert.deepEqual(parts('one\n', 4), ['one\n']);
    assert.deepEqual(parts('', 4), ['']);
  });
});
