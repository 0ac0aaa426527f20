import { assert } from 'chai';
import type { Role } from '../../../server/src/meeting/scribe/roster.js';
import { scribed } from '../../helpers/scribed.js';

const roster = (...rows: readonly string[]) => scribed(['<s> scribe: s', ...rows]).state.roster;

const check = (role: Role, rows: readonly string[], ...names: readonly string[]) =>
  assert.deepEqual(roster(...rows).names(role), [...names], rows.join('\n'));

const scribes = (rows: readonly string[], ...names: readonly string[]) =>
  assert.deepEqual(scribed(rows).state.roster.names('scribe'), [...names], rows.join('\n'));

/** Who scribes at the end. */
const scribing = (rows: readonly string[], ...nicks: readonly string[]) => {
  const { roster } = scribed(rows).state;
  assert.deepEqual(
    ['s', 'ann', 'bob', 'x'].filter((nick) => roster.isScribe(nick)),
    [...nicks],
    rows.join('\n'),
  );
};

describe('the roles in a meeting with a scribe', () => {
  it('are given to names between commas, sorted without case', () => {
    check('present', ['<x> present+ bob, Ann Hill ,cy'], 'Ann Hill', 'bob', 'cy');
    check('present', ['<x> present+ Bob & Al'], 'Bob & Al');
    check('present', ['<x> present+ a, ,b,,'], '', 'a', 'b');
    check('present', ['<x> present+ bob', '<x> present+ BOB'], 'BOB');
    check('present', ['<x> present+ Straße', '<x> present+ STRASSE'], 'STRASSE');
    check('present', ['<x> present+ \u{1f600}, \uff21'], '\uff21', '\u{1f600}');
  });
  it('are set, added to and taken from', () => {
    check('present', ['<x> present+ ann', '<x> present: bob, cy'], 'bob', 'cy');
    check('present', ['<x> present+ ann', '<x> present = bob'], 'bob');
    check('present', ['<x> present+ ann', '<x> present:']);
    check('present', ['<x> present+ ann', '<x> present: (no one)']);
    check('present', ['<x> present+', '<x_> present+ ann'], 'ann', 'x');
    check('present', ['<x> present+ ann, bob', '<y> present- ANN'], 'bob');
    check('present', ['<x> present+', '<x> present-'], 'x');
    check(
      'regrets',
      ['<x> regrets: ann', '<y> regrets+', '<y> regrets+ bob, cy', '<y> regrets- bob'],
      'ann',
      'cy',
      'y',
    );
    check('regrets', ['<x> regrets: (no one)'], '(no one)');
    check('chair', ['<x> chair: ann', '<x> chair: bob', '<x> chairs+ cy, di', '<x> chair- di'], 'bob', 'cy');
    check('chair', ['<x> chair+', '<y> chair+', '<x> chair-'], 'y');
    check('chair', ['<x> chair: ann', '<x> chair:'], 'ann');
  });
  it('are told by the queue keeper', () => {
    check('present', ['<x> present+ ann', '<Zakim> Present: bob'], 'bob');
    check('present', ['<x> present+ ann', '<Zakim> the attendees were bob, cy,'], 'ann', 'bob', 'cy');
    check('present', ['<Zakim> As of this point the attendees have been (no one)']);
    check(
      'present',
      ['<Zakim> the attendees were bob,', '<x> hi', '<Zakim> ... cy, di,', '<Zakim> ... ed'],
      'bob',
      'cy',
      'di',
      'ed',
    );
    check('present', ['<Zakim> hello', '<Zakim> ... cy']);
  });
  it('change, and nothing else is told as a change', () => {
    const { changes } = roster(
      '<x> present: ann, bob',
      '<y> present+ ann',
      '<y> present: bob, cy',
      '<y> present- Bob, di',
      '<y> chair+',
    );
    assert.deepEqual(
      changes.map(({ line, role, name, on, by }) => `${line} ${role}${on ? '+' : '-'} ${name} by ${by}`),
      [
        '0 scribe+ s by s',
        '1 present+ ann by x',
        '1 present+ bob by x',
        '3 present+ cy by y',
        '3 present- ann by y',
        '4 present- bob by y',
        '5 chair+ y by y',
      ],
    );
    const inserted = roster('<x> tea', '<x> chair+ ann', '<y> i/tea/chair+ bob/').changes.slice(1);
    assert.deepEqual(
      inserted.map(({ line, name, by }) => `${line} ${name} by ${by}`),
      ['1 bob by y', '2 ann by x'],
    );
  });
});

describe('the scribe', () => {
  it('is, from the start, whom the first command names', () => {
    const first = (...rows: readonly string[]) => {
      const { firstScribe, isScribeGuessed } = scribed(rows);
      return isScribeGuessed ? `${firstScribe}?` : firstScribe;
    };
    assert.equal(first('<x> hi', '<x> scribe: ann', '<x> scribe: bob'), 'ann');
    assert.equal(first('<x> hi', '<ann> scribe+'), 'ann');
    assert.equal(first('<x> hi', '<x> scribe:', '<x> scribe- bob', '<x> scribe= bob', '<x> scribenick+: ann'), 'ann');
    assert.equal(first('<x> scribe: Ann Hill', '<x> scribe: bob'), 'bob');
    assert.equal(first('<x> [[', '<x> scribe: ann, bob = Bob Hill'), 'ann, bob = Bob Hill');
    assert.equal(first('<x> scribe: https://a.example/b'), 'https://a.example/b');
    assert.equal(first('<x> hi', '<y> hi', '<y> scribe is ann'), 'y?');
    assert.equal(first('<y> hi', '<x> hi'), 'x?');
    assert.equal(first('<x> hi', '<y> s/a/b/', '<y> scribeoptions: -final'), 'x?');
    assert.equal(first('<x> hi', '<Zakim> hi', '<Zakim> hi', '<github-bot> hi', '<github-bot> hi'), 'x?');
    assert.equal(first('<foo> hi', '<foo_> hi', '<x> hi', '<x> hi'), 'x?');
    assert.equal(first('<Zakim> hi'), '*?');
    assert.equal(first(), '*?');
    assert.equal(first('<x> scribe: ann', '<x> scribeoptions: -scribenick=bob'), 'bob');
  });
  it('is set, added and removed', () => {
    scribing(['<x> scribe: ann'], 'ann');
    scribing(['<x> scribe: ann', '<x> scribe: bob'], 'bob');
    scribing(['<x> scribe: ann', '<x> scribe+ bob', '<x> scribe+'], 'ann', 'bob', 'x');
    scribing(['<x> scribe: ann, bob', '<ann> scribe-'], 'bob');
    scribing(['<x> scribe: ann, bob', '<x> scribe- ANN_, x'], 'bob');
    scribing(['<x> scribe: ann, bob', '<x> scribe- ann/Ann, bob = Bob']);
    scribing(['<x> scribe: ann', '<x> scribe: Bob Hill'], 'ann');
    scribing(['<x> scribe: *'], 's', 'ann', 'bob', 'x');
    scribing(['<x> scribe: *', '<x> scribe-'], 's', 'ann', 'bob', 'x');
    scribing(['<Zakim> hi'], 's', 'ann', 'bob', 'x');
  });
  it('is named as last written, in order of appearance', () => {
    scribes(['<x> scribe: bob', '<x> scribe: ann = Ann Hill', '<x> scribe: Bob_'], 'bob', 'Ann Hill');
    scribes(['<x> scribe: bob', '<x> scribe: bob/Bob Hill', '<x> scribe+ bob'], 'Bob Hill');
    scribes(['<x> scribe: bob', '<x> scribe: Ann Hill', '<x> scribe: ann hill'], 'bob', 'Ann Hill');
    scribes(['<x> scribe: bob', '<bob> scribe-'], 'bob');
    scribes(['<x> scribe: a=, b'], 'x', 'a=, b');
  });
});
