import { assert } from 'chai';
import fc from 'fast-check';
import { linkPattern } from '../../server/src/meeting/linkPatterns.js';

/** The addresses that a text leads to, or what is wrong with the entry. */
function addresses(pattern: string, address: string, text: string): string | string[] {
  const made = linkPattern({ pattern, address });
  return typeof made === 'string' ? made : Array.from(made.pattern.matches(text), made.addressOf);
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
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        for (const address of addresses('[^]+', 'https://e.org/$0', text)) {
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

  it('must have a pattern that is linear', () =>
    assert.match(`${addresses('(a)\\1', 'https://e.org/', '')}`, /own groups/));
});
