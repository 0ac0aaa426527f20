import { assert } from 'chai';
import {
  escapeForHover,
  escapeMarkdown,
  markdownDoor,
  markdownLink,
} from '../../../server/src/minutes/escape/markdownDoor.js';

describe('Markdown', () => {
  const check = (text: string, expected: string) => assert.equal(escapeMarkdown(text), expected);

  it('keeps plain text', () => {
    for (const text of [
      'a',
      '#club: a, b (c)',
      "it's 50% + 1 = x; C++!",
      'a.',
      'A-1: no',
      'snake_case at 10:30:45',
      'x#',
      '1- a',
      '-a',
      '#a',
    ])
      check(`  ${text} `, text);
    check('two  blanks, a - b & 5 > 4', 'two  blanks, a - b & 5 > 4');
  });
  it('escapes emphasis, code, links and HTML', () =>
    check('*a* _b_ `c` [d](e) <f> ~ |h| \\', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) &lt;f> \\~ \\|h\\| \\\\'));
  it('escapes entities', () => check('&lt; &#x3c; & x', '\\&lt; \\&#x3c; & x'));
  it('escapes what begins a block', () => {
    check('# a', '\\# a');
    check('#', '\\#');
    check('a #', 'a \\#');
    check('> a', '\\> a');
    check('- a', '\\- a');
    check('+ a', '\\+ a');
    check('--- a', '\\--- a');
    check('1. a', '1\\. a');
    check('12) a', '12\\) a');
    check(':-- a', '\\:-- a');
    check('-: a', '\\-: a');
    check('/close', '\\/close');
  });
  it('links URLs unchanged', () => {
    check('see (https://a.example/b_c*d) x', 'see (<https://a.example/b_c*d>) x');
    check('<http://a.example/>', '&lt;<http://a.example/>>');
    check('mailto://a', '<mailto://a>');
  });
  it('ends a link before markup that cmark recognises in it', () => {
    check('http://a.example/?b&lt;c', '<http://a.example/?b>\\&lt;c');
    check('http://a.example/[x]', '<http://a.example/>\\[x\\]');
  });
  it('links nothing else', () => {
    check('javascript:x', 'javascript:x');
    check('www.a.example<img src=x>', 'www<!---->.a.example&lt;img src=x>');
    check('HTTP://a.example', 'HTTP:/<!---->/a.example');
    check('a@b.example', 'a@<!---->b.example');
  });
  it('breaks mentions, references and other replacements', () => {
    check('@ann @o/team', '@<!---->ann @<!---->o/team');
    check('fixes #45, o/r#1, GH-7', 'fixes #<!---->45, o/r#<!---->1, GH-<!---->7');
    check(
      'in a5c3785ed8d6a35868bc169f07e40e889087fd2e',
      'in a5c378<!---->5ed8d6<!---->a35868<!---->bc169f<!---->07e40e<!---->889087<!---->fd2e',
    );
    check(':tada: :100:', ':<!---->tada: :<!---->100:');
    check('!1 ~bug %v1 $5 &2', '!<!---->1 \\~<!---->bug %<!---->v1 &#36;<!---->5 \\&<!---->2');
    check('[vulnerability:1] [[x]] {+x+}', '\\[<!---->vulnerability:1\\] \\[<!---->\\[x\\]\\] {<!---->+x+}');
  });
  it('does not close issues by their address', () => {
    check('fixes https://a.example/1', 'fix<!---->es <https://a.example/1>');
    check('Closed: https://a.example/1', 'Clos<!---->ed: <https://a.example/1>');
    check('a fix for https://a.example/1', 'a fix for <https://a.example/1>');
  });
  it('lets them through on request, but no other link', () => {
    const mentions = (text: string, expected: string) =>
      assert.equal(escapeMarkdown(text, { mentions: true }), expected);
    mentions('@ann fixes #45 in a5c3785 :tada: !1', '@ann fixes #45 in a5c3785 :tada: !1');
    mentions('fixes https://a.example/1', 'fixes <https://a.example/1>');
    mentions('a@b.example www.a.example', 'a@<!---->b.example www<!---->.a.example');
  });
  it('needs no HTML for hovers', () => {
    const hover = (text: string, expected: string) => assert.equal(escapeForHover(text), expected);
    hover('@ann #45 <b>', '@ann #45 &lt;b>');
    hover('www.a.example HTTP://b a@b.example', 'www\\.a.example HTTP:/\\/b a\\@b.example');
  });
  it('makes one line of a text', () => check('a\u0000b\u2028c\td', 'ab c\td'));
  it('returns nothing for spaces', () => check('  ', ''));
});

describe('mentions in Markdown', () => {
  it('are kept on request, in texts and in link texts', () => {
    for (const mentions of [true, false]) {
      const md = markdownDoor({ mentions });
      assert.equal(String(md`${'@ann #96'}`).startsWith('@ann #96'), mentions);
      assert.equal(String(markdownLink('@ann', 'x.log', { mentions })).startsWith('[@ann]'), mentions);
    }
    assert.equal(String(markdownDoor()`${'@ann'}`), String(markdownDoor({ mentions: false })`${'@ann'}`));
  });
});
