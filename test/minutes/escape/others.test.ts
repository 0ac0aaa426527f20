import { assert } from 'chai';
import fc from 'fast-check';
import { cleanNick, cleanText, isBlank } from '../../../server/src/minutes/escape/clean.js';
import { escapeForHover, escapeMarkdown } from '../../../server/src/minutes/escape/markdownDoor.js';
import { doorOf } from '../../../server/src/minutes/escape/markup.js';
import { escapeRst, rstTarget } from '../../../server/src/minutes/escape/rstDoor.js';
import { linkTarget, withUrls } from '../../../server/src/minutes/escape/urls.js';
import { mediaWiki, moin, pmWiki } from '../../../server/src/minutes/escape/wikiDoor.js';
import type { MinutesItem } from '../../../server/src/minutes/minutes.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { harmless } from '../../helpers/hostileMinutes.js';

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
  it('quotes no paragraph below', () => {
    check('a ::', 'a \\::');
    check('a::', 'a\\::');
  });
  it('links no scheme but those that are known', () => {
    check('javascript:x data:x', 'javascript\\:x data\\:x');
    check('HTTPS://a.example', 'HTTPS\\://a.example');
    check('a@b.example', 'a\\@b.example');
    check('http://', 'http\\://');
  });
});

describe('wiki pages', () => {
  it('keep plain text', () => {
    const text = "it's 50 + 1; don't: snake_case (10:30:45), A-1, http://a.example/b-c?d=1#e";
    for (const page of [mediaWiki, pmWiki]) assert.equal(String(page`${text}`), text);
  });
  const check = (page: typeof moin | typeof pmWiki | typeof mediaWiki, text: string, expected: string) =>
    assert.equal(String((page as typeof moin)`${text}`), expected);
  it('of MediaWiki have no markup and no links but URLs', () => {
    check(
      mediaWiki,
      "[[a]] ''b'' RFC 1 mailto:c",
      '&#91;&#91;a&#93;&#93; &#39;&#39;b&#39;&#39; &#82;FC 1 mailto&#58;c',
    );
  });
  it('of PmWiki have no markup and no links but URLs', () => {
    check(pmWiki, '(:a:) WikiWord Attach:b', '&#40;&#58;a&#58;) Wiki&#87;ord Attach&#58;b');
    check(pmWiki, 'http://a.example/(Attach:b)', 'http://a.example/%28Attach%3Ab)');
  });
  it('of Moin have no lists, smileys and interwiki names', () => {
    check(moin, 'foo:: bar', 'foo&#58;: bar');
    check(moin, 'a :) b', 'a &#58;) b');
    check(moin, 'Wikipedia:Foo WikiWord', 'Wikipedia&#58;Foo Wiki&#87;ord');
  });
});

describe('a text that is cleaned', () => {
  it('has nothing that cannot be seen', () => {
    assert.equal(cleanText('a\u202eb\u200bc\u200fd\u0003' + '4,5e\u2060f\ufeffg\u00adh'), 'abcdefgh');
    assert.equal(cleanNick('\u200b\u200e'), '?');
    assert.isTrue(isBlank(' \u200b\u0002'));
    assert.isFalse(isBlank('.'));
  });
  it('keeps what scripts and emoji are spelt with', () => {
    for (const text of ['نمی\u200cخواهم', '👩\u200d💻', 'é', 'שלום']) assert.equal(cleanText(text), text);
  });
  it('is one line', () => assert.equal(cleanText('a\nb\r\u2028c'), 'a b  c'));
});

describe('the URLs of a text', () => {
  const split = (text: string) =>
    withUrls(
      text,
      (plain) => plain && `(${plain})`,
      (url) => `[${url}]`,
    );
  it('end where URLs do', () => {
    assert.equal(split('see http://a.example/b.'), '(see )[http://a.example/b](.)');
    assert.equal(split('<http://a.example>,"irc://b"'), '(<)[http://a.example](>,")[irc://b](")');
    assert.equal(split('http:// http://.)'), '(http:// http://.))');
    assert.equal(split('HTTP://a.example'), '(HTTP://a.example)');
  });
  it('lose nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('http://', 'a', '.', ')', '<', '"', ' ', '/')), (parts) => {
        const text = parts.join('');
        assert.equal(
          withUrls(
            text,
            (plain) => plain,
            (url) => url,
          ),
          text,
        );
      }),
    ));
});

describe('the target of a link to a log', () => {
  it('is of http or https, or relative', () => {
    assert.equal(linkTarget('https://a.example/logs/x.log#L1'), 'https://a.example/logs/x.log#L1');
    assert.equal(linkTarget('../x.log'), '../x.log');
    assert.equal(linkTarget('javascript:alert(1)//x.log'), './javascript:alert%281%29//x.log');
  });
  it('is no address of mail, and no reference to Docutils', () => {
    assert.equal(linkTarget('ann@a.example/x.log'), 'ann%40a.example/x.log');
    assert.equal(linkTarget('https://a.example/@ann/x.log'), 'https://a.example/@ann/x.log');
    assert.equal(String(rstTarget('x_')), 'x%5F');
  });
  it('has no markup in it', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (address) => {
        assert.match(linkTarget(address), /^(?:https?:\/\/|(?![^/?#]*:))[\w\-.~:/?#@!$&+,;=%]*$/i);
      }),
    ));
});

describe('a door', () => {
  const door = doorOf<'test'>((said) => said.toUpperCase());
  it('escapes what is filled in, and nothing else', () => {
    assert.equal(String(door`a${'b'}c${1}${undefined}${false}${door`d`}${['e', door`f`]}`), 'aBc1dEf');
    assert.equal(String(door.join(['a', door`b`], door`, `)), 'A, b');
  });
});

describe('titles of which nothing is to be seen', () => {
  const blank = {
    ...harmless,
    title: '\u0002 ',
    topics: harmless.topics.map((topic) => ({ ...topic, text: '\u200b' })),
  };
  for (const [name, title, topic] of [
    ['markdown', '# (no title)\n', '### (no title)\n'],
    ['rst', '==========\n(no title)\n==========\n', '* (no title)  (`'],
    ['moin', '= (no title) =\n', '=== (no title) ===\n'],
    ['mediawiki', '= (no title) =\n', "* '''(empty)'''  ("],
    ['pmwiki', '! (no title)\n', "* '''(empty)'''  ("],
  ] as const) {
    it(`have words in their place in ${name}`, () => {
      const written = writerNamed(name)?.write(blank, {}) ?? '';
      assert.include(written, title);
      assert.include(written, topic);
    });
  }
});

describe('references in reStructuredText', () => {
  it('have names of their own, whatever their case', () => {
    const [item] = harmless.items;
    assert.isDefined(item);
    const items = ['Ann', 'ann', 'ANN', 'ann'].map((nick) => ({ ...item, nick }) as MinutesItem);
    const written = writerNamed('rst')?.write({ ...harmless, items }, {}) ?? '';
    for (const name of ['Ann-10:00:02', 'ann-10:00:02a', 'ANN-10:00:02b', 'ann-10:00:02c'])
      assert.include(written, `.. _\`${name}\`: `);
  });
});

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
  // What takes time that grows with the square of its length would take minutes.
  it('are escaped at once', () => {
    for (const part of [...parts, ...others]) {
      const text = part.repeat(200_000 / part.length);
      for (const written of [escapeMarkdown, escapeForHover, escapeRst, cleanText])
        assert.isString(written(`${text} .`));
      for (const page of [mediaWiki, pmWiki, moin]) assert.isString(String((page as typeof moin)`${text}`));
    }
  });
});
