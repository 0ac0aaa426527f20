import { assert } from 'chai';
import { escapeRst, rst, rstHeading } from '../../../server/src/minutes/escape/rstDoor.js';

describe('reStructuredText', () => {
  const check = (text: string, expected: string) => assert.equal(escapeRst(text), expected);

  it('keeps plain text', () => {
    for (const text of [
      'a',
      "it's 50% + 1 = x; C++!",
      'snake_case at 10:30:45',
      '#96',
      'a & b - c',
      'see https://a.example:80/b',
    ])
      check(text, text);
  });
  it('escapes what is markup', () =>
    check('*a* `b` |c| d_ [e]_ \\', '\\*a\\* \\`b\\` \\|c\\| d\\_ \\[e\\]\\_ \\ \\\\'));
  it('escapes what begins a block, and rules', () => {
    check('- a', '\\- a');
    check('1. a', '\\1. a');
    check('.. raw:: html', '\\.. raw\\:: html');
    check('a ==== b', 'a \\==== b');
    check('&', '\\&');
    check(')[', '\\)\\[');
  });
  it('does not quote the next paragraph', () => {
    check('a ::', 'a \\::');
    check('a::', 'a\\::');
  });
  it('links only known schemes', () => {
    check('javascript:x data:x', 'javascript\\:x data\\:x');
    check('HTTPS://a.example', 'HTTPS\\://a.example');
    check('a@b.example', 'a\\@b.example');
    check('http://', 'http\\://');
  });
});

describe('a heading in reStructuredText', () => {
  const check = (text: string, width: number) => {
    const rule = '-'.repeat(width);
    assert.equal(String(rstHeading(rst`${text}`, '-', 'under')), `${text}\n${rule}`);
    assert.equal(String(rstHeading(rst`${text}`, '-', 'between')), `${rule}\n${text}\n${rule}`);
  };
  it('has a line of its width, but at least four columns', () => {
    check('abcdef', 6);
    check('ab', 4);
  });
  it('counts two columns for wide characters', () => {
    check('\u10ff'.repeat(5), 5);
    check('\u1100'.repeat(5), 10);
    check('漢字漢字', 8);
  });
});
