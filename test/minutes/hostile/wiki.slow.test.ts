import { assert } from 'chai';
import fc from 'fast-check';
import { isDocumentUri } from '../../../server/src/minutes/escape/urls.js';
import { writeMoin } from '../../../server/src/minutes/formats/moin.js';
import { writeMediaWiki, writePmWiki } from '../../../server/src/minutes/formats/wiki.js';
import type { Minutes } from '../../../server/src/minutes/minutes.js';
import { runs } from '../../helpers/edits.js';
import {
  assertSameTree,
  type Draft,
  drafts,
  filled,
  harmless,
  harmlessScribed,
  hostile,
  hostileScribed,
  squeezed,
} from '../../helpers/hostileMinutes.js';
import { wikis, wikiTree } from '../../helpers/wikis.js';

const fragments = [
  ...[
    "'",
    "''",
    "'''",
    "'+",
    "'^",
    "'_",
    "'-",
    '=',
    '==',
    '= x =',
    ':',
    '::',
    ':: ',
    'foo:: bar',
    ';',
    '; x',
    ': x',
    '*',
    '# ',
    '|',
    '||',
    '{|',
    '|}',
    '|-',
  ],
  ...[
    '[[x]]',
    '[http://a.example x]',
    '[[',
    ']]',
    '[[x|y]]',
    '{{x}}',
    '{{{',
    '}}}',
    '{{{{',
    '}}}}',
    '-{x}-',
    '<nowiki>',
    '<ref>',
    '<pre>',
    '&nbsp;',
    '&רלמ;',
  ],
  ...[
    '__TOC__',
    '__NOTOC__',
    '~~~~',
    '~~~',
    '----',
    '--(x)--',
    'RFC 2822',
    'PMID  12',
    'ISBN 0-306-40615-2',
    '#REDIRECT [[x]]',
    '#redirect x',
    '##',
    '#!wiki',
  ],
  ...[
    '(:x:)',
    '(:include x:)',
    '{$x}',
    '$Name',
    '%red%',
    '@@',
    '[=x=]',
    '[@x@]',
    '->',
    '->x',
    '~Author',
    '>>x<<',
    'Q: x',
    '`',
    '^x^',
    ',,x,,',
    '\\',
    '\\\\',
    '%',
    '$',
  ],
  ...[
    'WikiWord',
    '!WikiWord',
    'Category.WikiWord',
    '/SubPage',
    '../MainPage',
    'PhP5Wiki',
    'XMLFoo',
    'Wikipedia:Foo',
    'attachment:x',
    'Attach:x.png',
    'wiki:A/B',
  ],
  ...[
    ':)',
    ':-)',
    ':(',
    ';)',
    ':D',
    ':o',
    'B)',
    'X-(',
    '(./)',
    '(!)',
    '{OK}',
    '<!>',
    '/!\\',
    ':\\',
    '|)',
    '>:>',
    ':))',
    ':-?',
    '<<Macro>>',
    '/* x */',
    '@SIG@',
  ],
  ...[
    'news:x',
    'tel:1',
    'file:x',
    'irc:x',
    'HTTP://x',
    'git://x',
    'https://a.example/__x__',
    "https://a.example/''x''",
    'http://a.example/(Attach:x)',
    '%20',
    '!',
  ],
];

/** Percent-encoding is kept or undone: in URLs it may represent characters that would be markup. */
function unpercented(tree: string): string {
  return tree.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString());
}

const ways = {
  mediawiki: (one: Minutes) => writeMediaWiki(one, {}),
  pmwiki: (one: Minutes) => writePmWiki(one, {}),
  moin: writeMoin,
};

describe('wiki pages of hostile minutes', () => {
  const check = (test: (draft: Draft) => void) =>
    // Two of them write the location of the log as one text, the address of a folder and a name.
    fc.assert(
      fc.property(drafts(fragments), (draft) => test({ ...draft, base: '' })),
      { numRuns: runs(200), seed: 11 },
    );

  for (const [name, write] of Object.entries(ways)) {
    it(`are read by ${name} as the minutes with what was said`, () => {
      const wiki = wikis[name as keyof typeof wikis];
      const tree = (one: Minutes) => wikiTree(write(one).split('== Full log ==')[0] ?? '', wiki);
      const expected = tree(harmless);
      check((draft) => {
        const minutes = hostile(draft);
        const page = write(minutes);
        assertSameTree(unpercented(squeezed(tree(minutes))), unpercented(filled(expected, draft)), page);
      });
    });
  }

  for (const [name, write] of Object.entries(ways)) {
    it(`are read by ${name} as the discussion with what was said`, () => {
      const wiki = wikis[name as keyof typeof wikis];
      const tree = (one: Minutes) => wikiTree(write(one).split('== Full log ==')[0] ?? '', wiki);
      const expected = tree(harmlessScribed);
      check((draft) => {
        const minutes = hostileScribed(draft);
        const page = write(minutes);
        assertSameTree(unpercented(squeezed(tree(minutes))), unpercented(filled(expected, draft)), page);
      });
    });
  }

  it('quote the log in Moin between more braces than it has, and do not name a parser', () =>
    check((draft) => {
      const [, quoted = ''] = writeMoin(hostile(draft)).split('== Full log ==\n\n');
      const [fence = '', first = ''] = quoted.split('\n');
      const inside = quoted.slice(fence.length, quoted.lastIndexOf('}'.repeat(fence.length)));
      assert.notInclude(inside, '}'.repeat(fence.length));
      assert.notMatch(first, /^\s*#!/);
    }));

  it('have the address of the log as a target, whatever it is', () =>
    fc.assert(
      fc.property(drafts(fragments), (draft) => {
        const [, target = ''] = /Full logs at \[\[(.*)\]\]\n/.exec(writeMoin(hostile(draft))) ?? [];
        // An address of a document is that of live minutes.
        if (isDocumentUri(target)) assert.match(target, /^[\w\-.~:/?#@!$&+,;=%]+$/i);
        else assert.match(target, /^(?:https?:\/\/|(?![^/?#]*:))[\w\-.~:/?#@!$&+,;=%]+$/i);
      }),
      { numRuns: runs(100), seed: 12 },
    ));
});
