import { assert } from 'chai';
import { correctionIn } from '../../../server/src/meeting/scribe/corrections.js';
import { scribed } from '../../helpers/scribed.js';

/** The command, OLD, NEW and flag of a correction. */
function parts(text: string): string[] | undefined {
  const found = correctionIn(text);
  return found && [found.command, found.old, found.new, found.flag];
}

/** What is said after all corrections, in order, and how many records each of these changed. */
function corrected(...rows: readonly string[]): { said: string[]; changes: (number | undefined)[] } {
  const { state, corrections } = scribed(rows);
  const own = new Set(corrections.map(({ record }) => record));
  const said = state.records.filter((record) => !own.has(record)).map(({ nick, text }) => `<${nick}> ${text}`);
  return { said, changes: corrections.map(({ isDone, changes }) => (isDone ? changes.length : undefined)) };
}

describe('a correction', () => {
  it('has a command, a delimiter, what is replaced, what by, and a flag', () => {
    const check = (text: string, ...expected: readonly string[]) => assert.deepEqual(parts(text), [...expected], text);
    check('s/a/b', 's', 'a', 'b', '');
    check('  s/a/b/', 's', 'a', 'b', '');
    check('s/a/b/  ', 's', 'a', 'b', '');
    check('s|a/b|c|', 's', 'a/b', 'c', '');
    check('s/a/b/g', 's', 'a', 'b', 'g');
    check('s/a/b/G ', 's', 'a', 'b', 'G');
    check('s/a/b//', 's', 'a', 'b/', '');
    check('s/a/b/ g', 's', 'a', 'b/ g', '');
    check('s/a/b/gg', 's', 'a', 'b/gg', '');
    check('s/a/b/ words ', 's', 'a', 'b/ words ', '');
    check('s/a/', 's', 'a', '', '');
    check('s/a//', 's', 'a', '', '');
    check('s/a//g', 's', 'a', '', 'g');
    check('s/a/g', 's', 'a', 'g', '');
    check('s//b/', 's', '', 'b', '');
    check('i/a/b/', 'i', 'a', 'b', '');
    check('i|a|b|', 'i', 'a', 'b', '');
    check('i/a/b/g', 'i', 'a', 'b', 'g');
  });
  it('is nothing else', () => {
    for (const text of ['S/a/b/', 's,a,b,', 's#a#b#', '\\s/a/b/', 's /a/b/', 's/a', 's/', 'us/a/b/', '', 'I/a/b/']) {
      assert.isUndefined(parts(text), text);
    }
  });
  it('changes the first occurrence in the nearest line above', () => {
    assert.deepEqual(corrected('<x> a a', '<y> a a', '<x> b', '<z> s/a/c/', '<x> a'), {
      said: ['<x> a a', '<y> c a', '<x> b', '<x> a'],
      changes: [1],
    });
  });
  it('with g changes the first occurrence in every line above, with G in every line', () => {
    assert.deepEqual(corrected('<x> a a', '<y> a', '<z> s/a/c/g', '<x> a').said, ['<x> c a', '<y> c', '<x> a']);
    assert.deepEqual(corrected('<x> a a', '<z> s/a/c/G', '<x> a a'), { said: ['<x> c a', '<x> c a'], changes: [2] });
    assert.deepEqual(corrected('<z> s/a/c/', '<x> a').changes, [undefined]);
    assert.deepEqual(corrected('<z> s/a/c/g', '<x> a').changes, [undefined]);
  });
  it('with G changes lines far below, and with g all lines far above', () => {
    const talk = Array.from({ length: 600 }, () => '<x> a');
    assert.deepEqual(corrected('<z> s/a/c/G', ...talk).changes, [600]);
    assert.deepEqual(corrected(...talk, '<z> s/a/c/g', '<x> a').changes, [600]);
    assert.deepEqual(corrected('<x> a', '<z> s/a/c/g', ...talk).changes, [1]);
    assert.deepEqual(corrected('<y> b', ...talk, '<z> s/b/c/', '<z> i/c/d/').said.slice(0, 2), ['<z> d', '<y> c']);
  });
  it('that would write more than there is room for is left undone, and says so', () => {
    const long = 'a'.repeat(100_000);
    const rows = ['<x> a', ...Array.from({ length: 200 }, () => `<y> s/a/${long}/`), '<y> i/a/b/', `<y> i/a/${long}/`];
    const { corrections, state } = scribed(rows);
    const size = state.records.reduce((sum, { text }) => sum + text.length, 0);
    assert.isBelow(size, 60_000_000);
    const undone = corrections.filter(({ isTooMuch }) => isTooMuch);
    assert.isNotEmpty(undone);
    for (const { isDone, changes } of undone) assert.deepEqual([isDone, changes.length], [false, 0]);
    const all = scribed([...Array.from({ length: 300 }, () => '<x> a'), `<y> s/a/${long}/g`]).corrections[0];
    assert.deepInclude(all, { isDone: true, isTooMuch: true });
    assert.isBelow(all?.changes.length ?? 0, 300);
  });
  it('inserts a line of its giver’s in front of the nearest line above', () => {
    assert.deepEqual(corrected('<x> a', '<x> a', '<x> b', '<y> i/a/one/', '<z> i/a/two/g'), {
      said: ['<x> a', '<y> one', '<z> two', '<x> a', '<x> b'],
      changes: [1, 1],
    });
    const { state, rules } = scribed(['<s> scribe: s', '<x> a', '<x> i/a/Topic: tea/']);
    assert.deepInclude(state.records[1], { line: 2, at: 1, time: undefined, isInserted: true, isInLog: false });
    assert.equal(rules[1], 'topic');
  });
  it('inserts in front of an inserted line too', () => {
    const { state } = scribed(['<x> a', '<x> i/a/b/', '<x> i/b/c/']);
    assert.deepEqual(
      state.records.slice(0, 3).map(({ text, at }) => `${text} ${at}`),
      ['c 0', 'b 0', 'a undefined'],
    );
  });
  it('works on what those before it left', () => {
    assert.deepEqual(corrected('<x> a', '<x> s/a/b/', '<x> s/b/c/').said, ['<x> c']);
    assert.deepEqual(corrected('<x> a', '<x> i/a/b/', '<x> s/b/c/').said, ['<x> c', '<x> a']);
    assert.deepEqual(corrected('<x> a', '<x> i/a/s|x|y|/', '<x> y').said, ['<x> s|x|y|', '<x> a', '<x> y']);
  });
  it('never changes another, done or failed', () => {
    assert.deepEqual(corrected('<x> y', '<x> s/nowhere/y/', '<x> s/y/z/').said, ['<x> z']);
    assert.deepEqual(corrected('<x> s/y/y/', '<x> s/y/z/').changes, [undefined, undefined]);
    assert.deepEqual(corrected('<x> y', '<x> s/q/y/', '<x> s/y/z/G', '<x> s/q/y/').changes, [undefined, 1, undefined]);
  });
  it('sees case, and neither nicks nor times', () => {
    assert.deepEqual(corrected('<x> A', '<x> s/a/b/').changes, [undefined]);
    assert.deepEqual(corrected('10:00:00 <x> a', '<x> s/<x> a/b/', '<x> s/10:00/b/').changes, [undefined, undefined]);
    assert.deepEqual(corrected('<x> a.c', '<x> s/a.c/$&/').said, ['<x> $&']);
    assert.deepEqual(corrected('<x> abc', '<x> s/a.c/x/').changes, [undefined]);
  });
  it('is tried without the marks that keep letters apart', () => {
    assert.deepEqual(corrected('<x> ab', '<x> s/a\u200cb/c/').said, ['<x> c']);
    assert.deepEqual(corrected('<x> a\u200cb', '<x> s/a\u200cb/c/').said, ['<x> c']);
    assert.deepEqual(corrected('<x> ab', '<x> s/\u200c/c/').changes, [undefined]);
  });
  it('with nothing to replace fails', () => {
    assert.deepEqual(corrected('<x> a', '<x> s//b/', '<x> i//b/', '<x> s//b/G'), {
      said: ['<x> a'],
      changes: [undefined, undefined, undefined],
    });
  });
  it('makes and unmakes labels, commands and lines of bots, in blocks as well', () => {
    const kinds = (...rows: readonly string[]) =>
      scribed(['<s> scribe: s', ...rows]).state.shown.map(({ kind }) => kind);
    assert.deepEqual(kinds('<x> RESOLVED: tea', '<x> s/RESOLVED: //'), ['remark']);
    assert.deepEqual(kinds('<x> topic is tea', '<x> s/topic is/Topic:/'), ['topic']);
    assert.deepEqual(kinds('<Zakim> tea', '<x> s/tea/agendum 2 -- tea/'), ['topic']);
    assert.deepEqual(kinds('<x> [[', '<x> tea', '<x> ]]', '<x> s/[[/hi/'), ['remark', 'remark', 'remark']);
    assert.isTrue(scribed(['<s> scribe: s', '<x> hi', '<x> s/b/bb/g']).isScribeGuessed);
  });
  it('keeps what it changed', () => {
    const { corrections, state } = scribed(['<x> tea cups', '<y> s/tea/green tea/']);
    const [first] = state.records;
    assert.deepEqual(
      corrections[0]?.changes.map(({ target, ...rest }) => ({ ...rest, own: target === first })),
      [{ before: 'tea cups', after: 'green tea cups', own: true }],
    );
    assert.isFalse(first?.isInLog);
    const [inserted] = scribed(['<x> tea', '<y> i/tea/cups/']).corrections;
    assert.deepEqual(
      inserted?.changes.map(({ before, after, target }) => [before, after, target.text]),
      [[undefined, 'cups', 'tea']],
    );
  });
  it('is the same in long logs with many corrections, where most lines are passed over', () => {
    const talk = Array.from({ length: 1000 }, (_, line) => `<x> word${line} tea`);
    const some = Array.from({ length: 40 }, (_, index) => `<x> s/word${index * 20} /cup${index} /`);
    const { said, changes } = corrected(
      ...talk,
      ...some,
      '<x> s/cup7 tea/milk/',
      '<x> i/ord3 /new word/',
      '<x> s/w wo/W wO/',
    );
    assert.deepEqual(
      changes,
      Array.from({ length: 43 }, () => 1),
    );
    assert.equal(said[140 + 1], '<x> milk');
    assert.equal(said[3], '<x> neW wOrd');
    assert.equal(said.filter((text) => /cup\d/.test(text)).length, 39);
    assert.equal(corrected(...talk, ...some, '<x> s/tea/t/G', '<x> word', '<x> tea').changes.at(-1), 1001);
    assert.equal(corrected(...talk, ...some, '<x> word', '<x> s/tea/t/g', '<x> tea').changes.at(-1), 1000);
  });
});
