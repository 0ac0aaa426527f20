import { assert } from 'chai';
import fc from 'fast-check';
import { LinearPattern } from '../../../server/src/log/pattern/linearPattern.js';
import { PatternFault } from '../../../server/src/log/pattern/parsePattern.js';

/** What a pattern finds, as `start-end`. */
function found(source: string, text: string): string[] {
  return Array.from(new LinearPattern(source).matches(text), ({ start, end }) => `${start}-${end}`);
}

/** What JavaScript finds; empty matches are left out. */
function foundByJavaScript(source: string, text: string): string[] {
  return Array.from(text.matchAll(new RegExp(source, 'gu')), ({ 0: whole, index }) => [index, index + whole.length])
    .filter(([start, end]) => start !== end)
    .map(([start, end]) => `${start}-${end}`);
}

describe('a linear pattern', () => {
  const check = (source: string, text: string) =>
    assert.deepEqual(found(source, text), foundByJavaScript(source, text), source);

  for (const [source, text] of [
    ['#(\\d+)', 'see #12, #x and #345'],
    ['\\b[A-Z]{2,5}-\\d+\\b', 'A-1 AB-12 ABCDEF-3 xAB-4 AB-5x'],
    ['(?:bug|issue) #?(\\d+)', 'bug 1, issue #2, bug3'],
    ['LP: ?#(?<number>\\d+)', 'LP: #1 LP:#2'],
    ['^a|b$', 'a a b b'],
    ['a{2}', 'aaaaa'],
    ['a{2,}', 'aaaaa a aa'],
    ['a{1,3}?b?', 'aab ab'],
    ['[^\\s\\]]+', 'ab] cd'],
    ['\\p{Lu}\\p{Ll}+', 'Zoë Ägir x'],
    ['\\u{1F600}.|\\x41\\t', '😀😀 A\t'],
    ['.', 'a😀b'],
    ['\\Bb|\\.', 'ab b .'],
    ['(a*)*b', 'aaab b'],
  ] as const) {
    it(`finds what JavaScript finds: ${source}`, () => check(source, text));
  }

  it('finds what JavaScript finds, whatever the pattern', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$', '\\d', '1');
    const repeat = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??');
    const { node } = fc.letrec<{ node: string; part: string }>((tie) => ({
      // JavaScript refuses repeated assertions, and ends repetitions of what may be empty in its own way.
      part: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.tuple(atom, repeat).map(([one, sign]) => (/^(?:\^|\$|\\b)/.test(one) ? one : one + sign)),
        },
        { weight: 1, arbitrary: tie('node').map((inner) => `(${inner})`) },
        { weight: 1, arbitrary: fc.tuple(tie('node'), repeat).map(([inner, sign]) => `(?:1(?:${inner}))${sign}`) },
      ),
      node: fc.oneof(
        { maxDepth: 3 },
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
        fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('|')),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '😀'), maxLength: 12 });
    fc.assert(fc.property(node, text, check), { numRuns: 2000 });
  });

  it('gives what its groups match', () => {
    const [match] = new LinearPattern('(?:(x)|(\\w+))-(\\d+)').matches('see ab-12');
    assert.deepEqual(match?.groups, ['ab-12', '', 'ab', '12']);
    const [other] = new LinearPattern('(x)y|xz').matches('xz');
    assert.deepEqual(other?.groups, ['xz', '']);
    assert.equal(new LinearPattern('(a)(?:b)(?<c>c)').groups, 2);
  });

  for (const [source, fault] of [
    ['(', /^The pattern is not a regular expression: Unterminated group\.$/],
    ['(a)\\1', /own groups/],
    ['(?<a>a)\\k<a>', /own groups/],
    ['a(?=b)', /ahead or behind/],
    ['(?<!b)a', /ahead or behind/],
    ['a{1000}', /too many repetitions/],
    ['(?:(?:(?:){999999}){999999}){999999}', /too many repetitions/],
    ['((((a{20}){20}){20}){20}){20}', /too many repetitions/],
    ['a'.repeat(501), /longer than 500/],
  ] as const) {
    it(`refuses ${source.slice(0, 40)}`, () => assert.throws(() => new LinearPattern(source), PatternFault, fault));
  }

  it('takes time in proportion to the text, where JavaScript takes years', () => {
    for (const source of ['(a+)+b', '(a|a)*b', '(?:a*)*b', 'a*a*a*a*a*a*b', '(a|aa)+$x', '(?:\\w+\\s?)+!']) {
      const pattern = new LinearPattern(source);
      assert.isEmpty([...pattern.matches('a'.repeat(100_000))], source);
    }
  }).timeout(5000);

  it('is looked for only at the beginning of very long texts', () =>
    assert.lengthOf([...new LinearPattern('b').matches(`b${'a'.repeat(10_000)}b`)], 1));

  it('takes no longer the more it finds', () => {
    assert.lengthOf([...new LinearPattern('(?:ab|a)+?(?:b?b?b?b?)').matches('ab'.repeat(5000))], 5000);
  }).timeout(2000);
});
