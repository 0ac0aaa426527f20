import { assert } from 'chai';
import { cleanText } from '../../../server/src/minutes/escape/clean.js';
import { escapeForHover, escapeMarkdown } from '../../../server/src/minutes/escape/markdownDoor.js';
import { escapeRst } from '../../../server/src/minutes/escape/rstDoor.js';
import { mediaWiki, moin, pmWiki } from '../../../server/src/minutes/escape/wikiDoor.js';

describe('long texts', () => {
  const parts = [
    'x',
    '<',
    'www.',
    '\\',
    ':',
    '@a',
    '`',
    '*',
    'http://',
    'http://a"',
    'http://a&lt;',
    'a:',
    '1',
    '-',
    '#',
    '  ',
    'fix ',
    '_',
  ];
  const others = [
    '[a',
    ':a',
    '~',
    '&a',
    'WikiWord',
    '%a',
    '/',
    '.',
    'F1',
    "'",
    'é',
    '😀',
    '{',
    '$',
    'RFC ',
    '\\ ',
    ')',
    '\t',
    '\u200b',
  ];
  // Anything that takes quadratic time would time out.
  it('are escaped at once', () => {
    for (const part of [...parts, ...others]) {
      const text = part.repeat(100_000 / part.length);
      for (const written of [escapeMarkdown, escapeForHover, escapeRst, cleanText])
        assert.isString(written(`${text} .`));
      for (const page of [mediaWiki, pmWiki, moin]) assert.isString(String((page as typeof moin)`${text}`));
    }
  });
});
