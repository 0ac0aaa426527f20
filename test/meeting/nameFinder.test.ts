import { assert } from 'chai';
import fc from 'fast-check';
import { isAsciiWord, NameFinder } from '../../server/src/meeting/nameFinder.js';

/** The definition: each name compared with each place of the text. */
function byDefinition(names: readonly string[], text: string): string[] {
  const folded = text.toLowerCase();
  const isWord = (at: number) => /[\p{L}\p{N}_]/u.test(folded[at] ?? '');
  const places = names.flatMap((name) => {
    const wanted = name.toLowerCase();
    const found: { name: string; start: number; end: number }[] = [];
    for (let start = folded.indexOf(wanted); start >= 0 && wanted !== ''; start = folded.indexOf(wanted, start + 1)) {
      const end = start + wanted.length;
      if (!isWord(start - 1) && !isWord(end)) found.push({ name, start, end });
    }
    return found;
  });
  const isCovered = ({ start, end }: (typeof places)[number]) =>
    places.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start);
  return [...new Set(places.filter((place) => !isCovered(place)).map(({ name }) => name))].sort();
}

const piece = fc.constantFrom('a', 'b', 'Ab', 'İ', 'ü', '_', '-', '|', '[', ']', '.', ' ', '1', '漢', '\ud83d', '😀');
const word = (most: number) => fc.array(piece, { maxLength: most }).map((parts) => parts.join(''));

describe('a word character', () => {
  it('is a letter, a digit or an underscore of ASCII', () => {
    for (let code = 0; code < 256; code++) {
      const character = String.fromCharCode(code);
      assert.equal(isAsciiWord(character, 0), /\w/.test(character), character);
    }
  });
});

describe('the finder of names', () => {
  it('finds names that are whole words, and not part of a longer name', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word(5), { maxLength: 12 }), word(30), (names, text) => {
        assert.deepEqual([...new NameFinder(names).find(text)].sort(), byDefinition(names, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('examines each character of a text only a few times, however many names there are', () => {
    let looks = 0;
    const counting = {
      folded: (text: string) => text,
      isWord(text: string, at: number) {
        looks++;
        return isAsciiWord(text, at);
      },
      mayBegin: (text: string, at: number) => !isAsciiWord(text, at - 1),
      mayEnd: (text: string, at: number) => !isAsciiWord(text, at),
      longestOnly: true,
    };
    const names = Array.from({ length: 5000 }, (_, index) => `n-${index}`);
    const finder = new NameFinder(names, counting);
    looks = 0;
    const text = 'n-n-n-17 '.repeat(1000);
    assert.deepEqual([...finder.find(text)], ['n-17']);
    assert.isAtMost(looks, 8 * text.length);
  });

  it('does not find names with very many signs, or more than twenty that differ only in case', () => {
    const find = (names: string[], text: string) => [...new NameFinder(names).find(text)];
    assert.deepEqual(find(['-'.repeat(32)], `a ${'-'.repeat(32)}`), ['-'.repeat(32)]);
    assert.deepEqual(find(['-'.repeat(33)], `a ${'-'.repeat(33)}`), []);
    const alike = Array.from({ length: 128 }, (_, index) =>
      [...index.toString(2).padStart(7, '0')].map((bit) => (bit === '1' ? 'A' : 'a')).join(''),
    );
    assert.lengthOf(find(alike, 'aaaaaaa'), 20);
  });
});
