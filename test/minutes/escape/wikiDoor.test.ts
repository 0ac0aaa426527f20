import { assert } from 'chai';
import { mediaWiki, moin, moinQuote, pmWiki } from '../../../server/src/minutes/escape/wikiDoor.js';

describe('wiki pages', () => {
  it('keep plain text', () => {
    const text = "it's 50 + 1; don't: snake_case (10:30:45), A-1, http://a.example/b-c?d=1#e";
    for (const page of [mediaWiki, pmWiki]) assert.equal(String(page`${text}`), text);
  });
  const check = (page: typeof moin | typeof pmWiki | typeof mediaWiki, text: string, expected: string) =>
    assert.equal(String((page as typeof moin)`${text}`), expected);
  it('of MediaWiki have no markup, and no links except URLs', () => {
    check(
      mediaWiki,
      "[[a]] ''b'' RFC 1 mailto:c",
      '&#91;&#91;a&#93;&#93; &#39;&#39;b&#39;&#39; &#82;FC 1 mailto&#58;c',
    );
  });
  it('of PmWiki have no markup, and no links except URLs', () => {
    check(pmWiki, '(:a:) WikiWord Attach:b', '&#40;&#58;a&#58;) Wiki&#87;ord Attach&#58;b');
    check(pmWiki, 'http://a.example/(Attach:b)', 'http://a.example/%28Attach%3Ab%29');
  });
  it('have no URL that begins within a word', () => {
    for (const text of ['seehttp://a.example', 'x+http://a.example', '_http://a.example'])
      for (const page of [mediaWiki, pmWiki, moin])
        assert.notInclude(String((page as typeof moin)`${text}`), 'http://');
    for (const text of ['see http://a.example', '(http://a.example)', '/http://a.example'])
      for (const page of [mediaWiki, pmWiki, moin]) assert.include(String((page as typeof moin)`${text}`), 'http://');
  });
  it('of Moin have no lists, smileys and interwiki names', () => {
    check(moin, 'foo:: bar', 'foo&#58;: bar');
    check(moin, 'a :) b', 'a &#58;) b');
    check(moin, 'Wikipedia:Foo WikiWord', 'Wikipedia&#58;Foo Wiki&#87;ord');
  });
});

describe('a quote in Moin', () => {
  it('is between more braces than any of its lines has', () => {
    const check = (fence: number, ...quoted: string[]) =>
      assert.equal(String(moinQuote(quoted)), ['{'.repeat(fence), ...quoted, '}'.repeat(fence)].join('\n'));
    check(3, 'a', 'b {{');
    check(4, 'a }}} b');
    check(6, '}}}', '{}{}{', 'x');
  });
});
