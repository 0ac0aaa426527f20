import { assert } from 'chai';
import fc from 'fast-check';
import { codePoints, wrap } from '../../../server/src/minutes/formats/wrap.js';

describe('wrapping', () => {
  const check = (text: string, ...expected: string[]) => assert.deepEqual(wrap(text, '', '  ').split('\n'), expected);
  const a = (length: number) => 'a'.repeat(length);

  it('uses up to 72 columns', () => {
    check(`* ${a(65)} bbb c`, `* ${a(65)} bbb`, '  c');
    check(`* ${a(66)} bbb`, `* ${a(66)} bbb`);
    check(`* ${a(67)} bbb`, `* ${a(67)}`, '  bbb');
  });
  it('counts code points', () => {
    check(`😀${a(67)} bbb`, `😀${a(67)} bbb`);
    for (const text of ['', 'é', '😀x😀', '\ud83d', '\ud83d\ud83d\ude00', '\ude00\ud83d'])
      assert.equal(codePoints(text), [...text].length);
  });
  it('counts indents', () => {
    assert.equal(wrap(`${a(66)} bb cc`, '   ', '      '), `   ${a(66)} bb\n      cc`);
    assert.equal(wrap(`${a(67)} bb cc`, '   ', '      '), `   ${a(67)}\n      bb cc`);
  });
  it('does not break a word that is longer than a line', () => check(`* ${a(80)} b`, '*', `  ${a(80)}`, '  b'));
  it('does not break at dashes', () => check(`${a(60)} b-${a(20)}`, a(60), `  b-${a(20)}`));
  it('keeps spaces within a line, and drops them at breaks', () => {
    check('a  b   c', 'a  b   c');
    check(`${a(72)}   b`, a(72), '  b');
  });
  it('breaks at whitespace of all scripts', () => check(`${a(70)}\u00a0bbb`, a(70), '  bbb'));
  it('does not break at characters that only look like spaces', () => check(`${a(70)}\ufeffbbb`, `${a(70)}\ufeffbbb`));
  it('expands tabs to columns of eight from the start of the text', () => {
    check('* a\tb', '* a     b');
    check('12345678\tb', '12345678        b');
  });
  it('treats other whitespace as a space', () => check('a\vb\fc\rd', 'a b c d'));
  it('returns an empty text for an empty text', () => check('', ''));

  it('loses no word, and makes no line too long except for a single word', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'bb', ' ', '\t', '\u00a0', '😀', 'c'.repeat(40)),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (source) => {
        const wrapped = wrap(source, '  ', '    ');
        assert.deepEqual(wrapped.split(/\s+/).filter(Boolean), source.split(/\s+/).filter(Boolean));
        for (const line of wrapped.split('\n')) {
          if (codePoints(line) > 72) assert.notMatch(line.trim(), /\s/);
        }
      }),
    );
  });
});
