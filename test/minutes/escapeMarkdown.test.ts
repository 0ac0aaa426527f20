import { assert } from 'chai';
import { escapeMarkdown } from '../../server/src/minutes/escapeMarkdown.js';

describe('Markdown', () => {
  const check = (text: string, expected: string) => assert.equal(escapeMarkdown(text), expected);

  it('keeps plain text', () =>
    check('two  blanks, a-b (c) 1.5 & so_on #96 x#', 'two  blanks, a-b (c) 1.5 & so_on #96 x\\#'));
  it('escapes emphasis, code, links and HTML', () => {
    check(
      '*a* _b_ `c` [d](e) <f> ~g~ |h| $i$ \\',
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\~g\\~ \\|h\\| \\$i\\$ \\\\',
    );
  });
  it('escapes entities', () => check('&lt; &#60; & x', '\\&lt; \\&#60; & x'));
  it('escapes what begins a block', () => {
    check('# a', '\\# a');
    check('> a', '\\> a');
    check('- a', '\\- a');
    check('+ a', '\\+ a');
    check('--- a', '\\--- a');
    check('1. a', '1\\. a');
    check('12) a', '12\\) a');
  });
  it('keeps what only looks like it', () => {
    check('#a', '#a');
    check('1- a', '1- a');
    check('-a', '-a');
    check('a - b', 'a - b');
  });
  it('links URLs, and leaves them as they are', () => {
    check('see (https://a.example/b_c*d) x', 'see (<https://a.example/b_c*d>) x');
    check('http://a/<b>', '<http://a/%3Cb%3E>');
  });
  it('links nothing else', () => check('javascript:x', 'javascript:x'));
  it('is plain where nothing is markup', () => {
    for (const text of ['a', '#club: a, b (c)', "it's 50% + 1 = x; @ann!", 'a.', 'A-1: no']) check(`  ${text} `, text);
    check('# club', '\\# club');
    check('a_', 'a\\_');
    check('mailto://a', '<mailto://a>');
  });
  it('makes one line of a text', () => check('a\u0000b\u2028c\td', 'ab c\td'));
  it('gives nothing for blanks', () => check('  ', ''));
});
