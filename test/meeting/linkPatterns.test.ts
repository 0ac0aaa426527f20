import { assert } from 'chai';
import fc from 'fast-check';
import { linkPattern } from '../../server/src/meeting/linkPatterns.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { linkFor } from '../helpers/linkPatterns.js';

/** The addresses that a text leads to, or what is wrong with the entry. */
function addresses(pattern: string, address: string, text: string): string | string[] {
  const made = linkPattern({ pattern, address });
  return typeof made === 'string' ? made : Array.from(made.matches(text), ({ target }) => target);
}

/** What a pattern finds, as `start-end`. */
function found(pattern: string, text: string): string[] {
  return Array.from(linkFor(pattern, 'https://e.org/').matches(text), ({ start, end }) => `${start}-${end}`);
}

/** What JavaScript finds; empty matches are left out. */
function foundByJavaScript(pattern: string, text: string): string[] {
  return Array.from(text.matchAll(new RegExp(pattern, 'gu')), ({ 0: whole, index }) => [index, index + whole.length])
    .filter(([start, end]) => start !== end)
    .map(([start, end]) => `${start}-${end}`);
}

describe('an entry of the setting for links', () => {
  it('makes addresses with what its groups match', () =>
    assert.deepEqual(addresses('(\\w+)#(\\d+)', 'https://e.org/$1/$2?all=$0', 'tea#12 cake#3'), [
      'https://e.org/tea/12?all=tea%2312',
      'https://e.org/cake/3?all=cake%233',
    ]));

  it('encodes what people wrote, so that it is one part of a URL', () => {
    assert.deepEqual(addresses('x(.*)', 'https://e.org/$1', 'x../?a=b&c #"<é\ud83d'), [
      'https://e.org/..%2F%3Fa%3Db%26c%20%23%22%3C%C3%A9%EF%BF%BD',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), (text) => {
        for (const address of addresses('(?s).+', 'https://e.org/$0', text)) {
          if (!/^https:\/\/e\.org\/[\w.~!*'()%-]*$/.test(address)) assert.fail(address);
        }
      }),
    );
  });

  for (const [address, fault] of [
    ['javascript:alert($1)', /must start with http/],
    ['file:///etc/$1', /must start with http/],
    ['command:$1', /must start with http/],
    ['//e.org/$1', /must start with http/],
    ['https://$1', /must start with http/],
    ['https://$1.e.org/', /must start with http/],
    ['https://e.org$1', /must start with http/],
    ['https://ann@e.org/$1', /must start with http/],
    ['https:///$1', /must start with http/],
    ['https://e.org/a b', /percent-encode/],
    ['https://e.org/\u202e$1', /percent-encode/],
    ['https://e.org/$2', /contains \$2, but the pattern has only 1 group\./],
  ] as const) {
    it(`must have an address on a known host: ${address}`, () => {
      const made = linkPattern({ pattern: '#(\\d+)', address });
      assert.match(typeof made === 'string' ? made : 'valid', fault);
    });
  }

  it('gives nothing for groups that match nothing', () =>
    assert.deepEqual(addresses('(?:(x)|(\\w+))-(?P<number>\\d+)', 'https://e.org/$1/$2/$3', 'see ab-12'), [
      'https://e.org//ab/12',
    ]));

  for (const [pattern, text] of [
    ['#(\\d+)', 'see #12, #x and #345'],
    ['\\b[A-Z]{2,5}-\\d+\\b', 'A-1 AB-12 ABCDEF-3 xAB-4 AB-5x'],
    ['(?:bug|issue) #?(\\d+)', 'bug 1, issue #2, bug3'],
    ['LP: ?#(?<number>\\d+)', 'LP: #1 LP:#2'],
    ['^a|b$', 'a a b b'],
    ['a{1,3}?b?', 'aab ab'],
    ['x*|#\\d*', 'a #1 xx'],
    ['\\p{Lu}\\p{Ll}+', 'Zoë Ägir x'],
    ['😀.|\\x41\\t', '😀😀 A\t'],
    ['.', 'a😀b\ud83dc'],
    ['#\\d+', '😀 #1 😀#2'],
  ] as const) {
    it(`finds what JavaScript finds, in UTF-16 units: ${pattern}`, () =>
      assert.deepEqual(found(pattern, text), foundByJavaScript(pattern, text)));
  }

  for (const [pattern, fault] of [
    ['(#', 'The pattern is not a valid RE2 expression: missing closing ) in “(#”.'],
    ['a\\', 'The pattern is not a valid RE2 expression: trailing backslash at end of expression.'],
    ['(a)\\1', 'The pattern is not a valid RE2 expression: invalid escape sequence in “\\1”.'],
    ['a(?=b)', 'The pattern is not a valid RE2 expression: invalid or unsupported Perl syntax in “(?=”.'],
    ['((a{100}){100}){100}', 'The pattern is not a valid RE2 expression: invalid repeat count in “{100}”.'],
    ['(?:(?:(?:){1000}){1000}){1000}', 'The pattern is not a valid RE2 expression: invalid repeat count in “{1000}”.'],
    ['a{1000}', 'The pattern is too long, or has too many repetitions.'],
    ['\\pL{1000}'.repeat(55), 'The pattern is too long, or has too many repetitions.'],
    ['a'.repeat(501), 'The pattern must not be longer than 500 characters.'],
  ] as const) {
    it(`must have a pattern that is valid and small: ${pattern.slice(0, 40)}`, () =>
      assert.equal(addresses(pattern, 'https://e.org/', ''), fault)).timeout(1000);
  }

  it('is valid or refused, whatever its pattern', () => {
    const part = fc.constantFrom(
      ...'()[]{}^$.|*+?\\,-:=!<>&~09aAzPpQEkuxisSwbBdn',
      '(?',
      '\\p{',
      '{2}',
      '😀',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.string({ unit: part, maxLength: 20 }), fc.string({ unit: part }), (pattern, text) => {
        const given = addresses(pattern, 'https://e.org/', text);
        if (typeof given === 'string') assert.match(given, /^The pattern .*\.$/s);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the text, where JavaScript takes years', () => {
    for (const source of ['(a+)+b', '(a|a)*b', '(?:a*)*b', 'a*a*a*a*a*a*b', '(a|aa)+$x', '(?:\\w+\\s?)+!']) {
      assert.isEmpty(found(source, 'a'.repeat(100_000)), source);
    }
  }).timeout(2000);

  it('is looked for only at the beginning of very long texts', () =>
    assert.lengthOf(found('b', `b${'a'.repeat(10_000)}b`), 1));

  it('is looked for less often the more there is to search each time', () => {
    assert.lengthOf(found('#[0-9]+', '#12 '.repeat(125)), 125);
    // Without a limit, this takes minutes.
    const matches = found('(?:(?:.*?){0,20}[bc]|a)', 'a'.repeat(10_000));
    assert.isAtMost(matches.length, 20);
    assert.isNotEmpty(matches);
  }).timeout(4000);
});
