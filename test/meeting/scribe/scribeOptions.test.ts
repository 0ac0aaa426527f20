import { assert } from 'chai';
import { defaultOptions, optionsIn, withOptions } from '../../../server/src/meeting/scribe/options.js';
import { scribed, shownOf } from '../../helpers/scribed.js';

/** What a line changes of the options, and what it does not know. */
const check = (line: string, expected: object, ...unknown: readonly string[]) =>
  assert.deepEqual(withOptions(defaultOptions, line), { options: { ...defaultOptions, ...expected }, unknown });

const below = (option: string, rows: readonly string[], ...expected: readonly string[]) =>
  assert.deepEqual(shownOf(['<s> scribe: s', ...rows, `<x> scribeoptions: ${option}`]), expected, option);

describe('options in a log', () => {
  it('are named behind one or two dashes, in any case, shortened, and negated', () => {
    check('-implicitContinuations', { implicitContinuations: true });
    check('--IMPLICIT -dash', { implicitContinuations: true, dashTopics: true });
    check('-nousezakim -noKeepLines', { useZakimTopics: false, keepLines: false });
    check('-no-keeplines', { keepLines: false });
    check('-final', { final: true });
    check('-final -draft', { final: false });
    check('-nodraft', { final: true });
    check('-emphasis=1 -allowspace', { emphasis: true, allowSpaceContinuation: true });
    check('-scribeonly -noghurlbot -nogithub', { scribeOnly: true, ghurlbot: false, githubIssues: false });
  });
  it('have values, behind an equals sign or a space', () => {
    check('-scribenick=ann -urldisplay=full', { scribenick: 'ann', urlDisplay: 'full' });
    check('-scribenick "ann" -URLDisplay SHORTEN', { scribenick: 'ann', urlDisplay: 'shorten' });
    check("-urldisplay='full'", { urlDisplay: 'full' });
    check('-urldisplay=odd', {});
    check('-minutes https://a.example/b -final', { final: true });
    check('-collapselimit=30 -team -embed', {});
  });
  it('may be unknown or could be two', () => {
    check('-teapot final -', {}, '-teapot', 'final', '-');
    check('-m', {}, '-m');
    check('-s', {}, '-s');
    check('-final=', { final: true });
  });
  it('are in lines with that label', () => {
    assert.equal(optionsIn(' ScribeOptions :  -final'), '-final');
    assert.isUndefined(optionsIn('scribeoptions： -final'));
    assert.isUndefined(optionsIn('my scribeoptions: -final'));
  });
  it('count for the whole meeting, wherever they are', () => {
    const { options, unknownOptions } = scribed([
      '<x> scribeoptions: -final',
      '<x> hi',
      '<x> scribeoptions: -draft -teapot',
    ]);
    assert.isFalse(options.final);
    assert.deepEqual(unknownOptions, [{ option: '-teapot', line: 2 }]);
  });
  it('let any line of the scribe go on with a speech', () => {
    below('-implicit', ['<s> Bob: hi', '<s> there ', '<x> you'], 'speech Bob: hi / there', 'remark <x> you');
    below('-implicit', ['<s> hi', '<s> there'], 'narration <s> hi', 'narration <s> there');
    below('-final', ['<s> Bob: hi', '<s> there'], 'speech Bob: hi', 'narration <s> there');
  });
  it('let a line that begins with a space go on', () => {
    below('-allowspace', ['<s> Bob: hi', '<s>  there', '<s> you'], 'speech Bob: hi / there', 'narration <s> you');
    below('-allowspace', ['<s>  Bob: hi'], 'narration <s>  Bob: hi');
  });
  it('make the line below dashes a topic', () => {
    below('-dashtopics', ['<x> --', '<y> hi', '<x> tea ', '<x> hi'], 'topic <x> tea', 'remark <y> hi', 'remark <x> hi');
    below('-dashtopics', ['<x>  - ', '<x> ACTION: tea'], 'topic <x> ACTION: tea');
    below('-dashtopics', ['<x> - x', '<y> -'], 'remark <x> - x', 'remark <y> -');
    below('-final', ['<x> --', '<x> tea'], 'remark <x> --', 'remark <x> tea');
  });
  it('make what is said to the queue keeper talk', () => {
    below(
      '-nousezakim',
      ['<x> q+', '<Zakim> agendum 2 -- tea', '<Zakim> Present: ann'],
      'remark <x> q+',
      'remark <Zakim> agendum 2 -- tea',
    );
    const present = (option: string) =>
      scribed(['<x> present+ ann', '<Zakim> present: bob', `<x> scribeoptions: ${option}`]).state.roster.names(
        'present',
      );
    assert.deepEqual(present('-nousezakim'), ['ann']);
    assert.deepEqual(present('-final'), ['bob']);
  });
  it('leave out the issue bot', () => {
    below('-noghurlbot', ['<gb> hm', '<x> gb, close 3', '<x> hi'], 'remark <x> hi');
  });
});
