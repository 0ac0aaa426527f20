import { assert } from 'chai';
import { inlineOf, joinedLines } from '../../../server/src/minutes/scribe/inline.js';
import { Repositories } from '../../../server/src/minutes/scribe/issues.js';
import type { Piece } from '../../../server/src/minutes/scribe/pieces.js';

/** Pieces in a short form: links as `«text|address»`, images with `!`, issues with their address, emphasis as tags. */
function short(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text.replaceAll('\t', '⏎');
      if (piece.kind === 'issue') return `«${piece.text}|${piece.url ?? '?'}»`;
      if (piece.kind === 'link') return `«${short(piece.pieces)}|${piece.url}»`;
      if (piece.kind === 'image') return `!«${short(piece.pieces)}|${piece.url}»`;
      return `<${piece.kind}>${short(piece.pieces)}</${piece.kind}>`;
    })
    .join('');
}

const inline = (...lines: string[]) => short(inlineOf(joinedLines(lines), { emphasis: false, isExact: true }));
const emphasis = (...lines: string[]) => short(inlineOf(joinedLines(lines), { emphasis: true }));

describe('links in the lines of a scribe', () => {
  const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'are addresses with a scheme, as they are': [
      ['beans https://beans.example/a, peas', 'beans «|https://beans.example/a,» peas'],
      [
        '(https://beans.example/a) and <https://beans.example/b>',
        '(«|https://beans.example/a») and <«|https://beans.example/b»>',
      ],
      [
        'mail mailto:ann@beans.example or geo:48.2,16.3 or urn:isbn:1',
        'mail «|mailto:ann@beans.example» or «|geo:48.2,16.3» or «|urn:isbn:1»',
      ],
      ['www.beans.example doi:10.1/2 mailto:ann', 'www.beans.example doi:10.1/2 mailto:ann'],
      ['“https://beans.example/a”', '“«|https://beans.example/a»”'],
      ['(x://) http://', '(x://) http://'],
      ['(xy://)', '(x«|y://)»'],
    ],
    'have the text behind an arrow and an address': [
      ['-> https://beans.example the plan ', '«the plan|https://beans.example»'],
      ['see -> https://beans.example "the plan" for beans', 'see «the plan|https://beans.example» for beans'],
      ["see -> https://beans.example 'the plan' for beans", 'see «the plan|https://beans.example» for beans'],
      ['-> https://beans.example x', '«x|https://beans.example»'],
      ['-> https://beans.example ""', '«|https://beans.example»'],
      ['-> https://beans.example "open', '«|https://beans.example» "open'],
    ],
    'have the text before an arrow and an address at the end': [
      ['the plan -> https://beans.example', '«the plan|https://beans.example»'],
      ['  -> https://beans.example', '  «|https://beans.example»'],
    ],
    'have the text between an arrow and an address': [
      ['see -> the plan https://beans.example or not', 'see «the plan|https://beans.example» or not'],
    ],
    'have the text behind an address and an arrow': [
      ['https://beans.example -> the plan', '«the plan|https://beans.example»'],
      ['https://beans.example -> "the plan" or not', '«the plan|https://beans.example» or not'],
      ['https://beans.example -> "open', '«"open|https://beans.example»'],
      ['https://beans.example ->', '«|https://beans.example»'],
    ],
    'can be written as in Markdown': [
      ['see [the plan](https://beans.example/a_(b)) now', 'see «the plan|https://beans.example/a_(b») now'],
      ['see [the plan](https://beans.example/a) now', 'see «the plan|https://beans.example/a» now'],
      ['[] [](https://beans.example)', '[] [](«|https://beans.example»)'],
      ['![a pea](https://beans.example/pea.png)', '!«a pea|https://beans.example/pea.png»'],
    ],
    'are images behind a longer arrow': [
      ['--> https://beans.example/pea.png a pea', '!«a pea|https://beans.example/pea.png»'],
      ['a pea --> https://beans.example/pea.png', '!«a pea|https://beans.example/pea.png»'],
      ['https://beans.example/pea.png --> a pea', '!«a pea|https://beans.example/pea.png»'],
    ],
    'are read from left to right': [
      ['a -> https://a.example "b" c -> https://c.example d', 'a «b|https://a.example» c «d|https://c.example»'],
      ['https://a.example and -> b https://b.example', '«|https://a.example» and «b|https://b.example»'],
    ],
  };
  for (const [what, pairs] of Object.entries(cases)) {
    it(what, () => {
      for (const [text, expected] of pairs) assert.equal(inline(text), expected);
    });
  }

  it('end before what ends a sentence, except on scribe.perl’s page', () => {
    const written = (text: string) => short(inlineOf(text, { emphasis: false }));
    assert.equal(written('at https://a.example/b., or x://?!'), 'at «|https://a.example/b»., or «|x://?!»');
    assert.equal(written('(https://a.example/b)'), '(«|https://a.example/b»)');
  });

  it('have texts from their own line', () => {
    assert.equal(inline('-> https://beans.example plan', 'of beans'), '«plan|https://beans.example»⏎of beans');
    assert.equal(
      inline('all', 'beans -> https://beans.example', 'and peas'),
      'all⏎«beans|https://beans.example»⏎and peas',
    );
    assert.equal(inline('https://beans.example -> plan', 'of beans'), '«plan|https://beans.example»⏎of beans');
  });
});

describe('references to issues', () => {
  const withRepositories = (text: string, ...names: string[]) => {
    const repositories = new Repositories();
    for (const name of names) repositories.use(name);
    return short(inlineOf(text, { emphasis: false, repositories }));
  };

  it('are links where a repository is known', () => {
    assert.equal(withRepositories('see #12.'), 'see «#12|?».');
    assert.equal(withRepositories('see #12.', 'tea/pot'), 'see «#12|https://github.com/tea/pot/issues/12».');
    assert.equal(withRepositories('cup#3', 'tea/pot'), '«cup#3|https://github.com/tea/cup/issues/3»');
    assert.equal(withRepositories('jam/bun#3', 'tea/pot'), '«jam/bun#3|https://github.com/jam/bun/issues/3»');
    assert.equal(withRepositories('cup#3'), '«cup#3|https://github.com/w3c/cup/issues/3»');
  });

  it('are words of their own', () => {
    assert.equal(
      withRepositories('#12a ä#12 #x a/b/c#1 ##2', 'tea/pot').replaceAll(/\|[^»]*/g, ''),
      '#12a ä#12 #x a/«b/c#1» #«#2»',
    );
    assert.equal(withRepositories('ä.b#1 -#2', 'tea/pot').replaceAll(/\|[^»]*/g, ''), 'ä.«b#1» «-#2»');
  });

  it('are not within addresses', () => {
    const written = withRepositories('https://beans.example/#12 #13', 'tea/pot');
    assert.equal(written, '«|https://beans.example/#12» «#13|https://github.com/tea/pot/issues/13»');
  });

  it('mean the repository that was named last', () => {
    const repositories = new Repositories();
    repositories.use('tea/pot, cup https://git.example/jam/bun/');
    assert.equal(repositories.issue('', '1'), 'https://git.example/jam/bun/issues/1');
    assert.equal(repositories.issue('cup', '1'), 'https://git.example/jam/cup/issues/1');
    repositories.forget('https://git.example/jam/bun');
    assert.equal(repositories.issue('', '1'), 'https://github.com/tea/cup/issues/1');
    repositories.use('a/b/c ?x');
    assert.equal(repositories.issue('', '1'), 'https://github.com/tea/cup/issues/1');
    repositories.use('');
    assert.isUndefined(repositories.issue('', '1'));
  });
});

describe('emphasis', () => {
  it('is between equal signs beside spaces, punctuation or ends', () => {
    assert.equal(
      emphasis('_tea_ /pot/ (*cup*) and `jam`.'),
      '<u>tea</u> <em>pot</em> (<strong>cup</strong>) and <code>jam</code>.',
    );
    assert.equal(emphasis('snake_case_name a*b*c _open'), 'snake_case_name a*b*c _open');
    assert.equal(emphasis('*all /the _tea_/*'), '<strong>all <em>the <u>tea</u></em></strong>');
    assert.equal(emphasis('_y_`z`'), '<u>y</u><code>z</code>');
    assert.equal(emphasis('_tea', 'time_ now'), '<u>tea⏎time</u> now');
    assert.equal(emphasis('__ _a'), '__ _a');
  });

  it('is in the texts of links, and not in addresses', () => {
    assert.equal(emphasis('-> https://beans.example/_a_ *plan*'), '«<strong>plan</strong>|https://beans.example/_a_»');
    assert.equal(emphasis('*see* https://beans.example/*a*'), '<strong>see</strong> «|https://beans.example/*a*»');
  });

  it('has smileys and arrows', () => {
    assert.equal(emphasis(':-) ;-) :-( :-/ ,-) \\o/'), '☺ 😉\ufe0e ☹ 😕\ufe0e 😜\ufe0e 🙌\ufe0e');
    assert.equal(emphasis('a -> b => c --> d ==> e <- f <= g <-- h <== i'), 'a → b ⇒ c ⟶ d ⟹ e ← f ⇐ g ⟵ h ⟸ i');
  });

  it('is not in formulas', () => {
    assert.equal(emphasis('$a_1$ is $$b$$ or \\$5 _x_'), '$a_1$ is $$b$$ or $5 <u>x</u>');
  });

  it('is an option', () => assert.equal(inline('_tea_ :-)'), '_tea_ :-)'));
});
