import { assert } from 'chai';
import { beginsWithUrl, firstWordAsLink, isUrl, splitLink } from '../../server/src/meeting/links.js';

describe('links', () => {
  describe('are split into the text before the URL, the URL and the rest', () => {
    const check = (text: string, ...parts: [string, string, string] | []) => {
      const link = splitLink(text);
      assert.deepEqual(link && [link.prefix, link.url, link.suffix], parts.length > 0 ? parts : undefined);
    };

    it('alone', () => check('https://a.example', '', 'https://a.example', ''));
    it('in a text', () => check('see (https://a.example/b_(c)) now', 'see (', 'https://a.example/b_(c', ')) now'));
    it('before a dot', () => check('http://a.example/. end', '', 'http://a.example/', '. end'));
    it('at the first of two', () => check('http://a http://b', '', 'http://a', ' http://b'));
    it('within a word', () => check('xhttp://a b', 'x', 'http://a', ' b'));
    it('before ASCII whitespace only', () => check('ssh://h\u00a0x y', '', 'ssh://h\u00a0x', ' y'));
    it('with each scheme', () => {
      for (const scheme of ['http', 'https', 'irc', 'ftp', 'mailto', 'ssh'])
        check(`${scheme}://x`, '', `${scheme}://x`, '');
    });
    it('but not in capitals', () => check('HTTP://a.example'));
    it('but not if nothing is left of it', () => check('http://) x'));
    it('but not with other schemes', () => check('javascript://x mailto:a@b.example'));
    it('at the first that something is left of', () => check('http://). ftp://x', 'http://). ', 'ftp://x', ''));
  });

  it('without a URL are their first word', () => {
    assert.deepEqual(firstWordAsLink('nothing here'), { prefix: '', url: 'nothing', suffix: ' here ' });
    assert.deepEqual(firstWordAsLink('a  b'), { prefix: '', url: 'a', suffix: '  b ' });
    assert.deepEqual(firstWordAsLink('host:8080'), { prefix: '', url: 'host:8080', suffix: ' ' });
    assert.deepEqual(firstWordAsLink(''), { prefix: '', url: '', suffix: ' ' });
  });

  it('are found only at the start of a line', () => {
    const found = ['http://a x', 'irc://a.', 'http:', 'ssh://h'].filter(beginsWithUrl);
    assert.lengthOf(found, 4);
    const others = ['HTTP://a', 'see http://a', 'mailto:me@a', 'gopher://a', '<http://a>', ' http://a', ''].filter(
      beginsWithUrl,
    );
    assert.isEmpty(others);
  });

  it('lead only to URLs', () => {
    assert.isTrue(isUrl('https://a.example'));
    for (const text of ['javascript:alert(1)', 'see https://a.example', 'host:8080', ''])
      assert.isFalse(isUrl(text), text);
  });

  it('take linear time for hostile texts', () => {
    for (const piece of ['http://', 'http://)', '(', '.', 'http:']) splitLink(piece.repeat(200_000));
    splitLink(`http://${').'.repeat(200_000)} x`);
  });
});

describe('a link without a URL', () => {
  it('is made of the first word, as by MeetBot', () => {
    assert.deepEqual(firstWordAsLink('a b c'), { prefix: '', url: 'a', suffix: ' b c ' });
    assert.deepEqual(firstWordAsLink('a'), { prefix: '', url: 'a', suffix: ' ' });
    assert.deepEqual(firstWordAsLink(' a'), { prefix: '', url: '', suffix: ' a ' });
  });
});
