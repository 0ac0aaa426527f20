import { assert } from 'chai';
import fc from 'fast-check';
import { rstTarget } from '../../../server/src/minutes/escape/rstDoor.js';
import { encodedCharacter, linkTarget, withUrls } from '../../../server/src/minutes/escape/urls.js';
import { anyCharacter } from '../../helpers/anyCharacter.js';

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
    assert.equal(split("http://a.example/b, 'http://c,d'?"), "[http://a.example/b](, ')[http://c,d]('?)");
    assert.equal(split('http://a.example/?b&nbsp;; c'), '[http://a.example/?b&nbsp;](; c)');
    assert.equal(split('(http://a.example/b_(c)), [http://d]'), '(()[http://a.example/b_(c)](), [)[http://d](])');
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
  it('is an http or https URL, or relative', () => {
    assert.equal(linkTarget('https://a.example/logs/x.log#L1'), 'https://a.example/logs/x.log#L1');
    assert.equal(linkTarget('../x.log'), '../x.log');
    assert.equal(linkTarget('javascript:alert(1)//x.log'), './javascript:alert%281%29//x.log');
  });
  it('is not a mail address, or a reference for Docutils', () => {
    assert.equal(linkTarget('ann@a.example/x.log'), 'ann%40a.example/x.log');
    assert.equal(linkTarget('https://a.example/@ann/x.log'), 'https://a.example/@ann/x.log');
    assert.equal(String(rstTarget('x_')), 'x%5F');
  });
  it('has no markup in it', () =>
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (address) => {
        assert.match(linkTarget(address), /^(?:https?:\/\/|(?![^/?#]*:))[\w\-.~:/?#@!$&+,;=%]*$/i);
      }),
    ));
});

describe('a character in a URL', () => {
  it('is two digits for each byte', () => {
    assert.equal(encodedCharacter('\n'), '%0A');
    assert.equal(encodedCharacter('a'), '%61');
    assert.equal(encodedCharacter('é'), '%C3%A9');
    assert.equal(encodedCharacter("'"), '%27');
  });
});
