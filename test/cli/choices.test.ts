import { assert } from 'chai';
import { similar, titled } from '../../server/src/cli/choices.js';
import { areColorsWanted, inColor } from '../../server/src/cli/colors.js';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { writers } from '../../server/src/minutes/writers.js';

describe('a value that is mistyped', () => {
  const formats = writers.map(({ name, extension }) => ({ name, also: [extension.slice(1)] }));
  const meant = (typed: string, known: readonly Parameters<typeof titled>[0][]) => similar(typed, known.map(titled));
  const check = (typed: string, ...meant: readonly string[]) => assert.deepEqual(similar(typed, formats), meant);

  it('is one that is a typo away', () => {
    check('markdwon', 'markdown');
    check('Markdown', 'markdown');
    check('htm', 'html');
    check('jsno', 'json');
    check('rts', 'rst');
  });
  it('is another word for one', () => check('md', 'markdown'));
  it('is a program that a title names', () => {
    assert.deepEqual(meant('zodbott', dialects), ['fedora']);
    assert.deepEqual(meant('mootbot', dialects), ['meetingology']);
    assert.deepEqual(meant('znc', layouts), ['mirc']);
    assert.deepEqual(meant('Konversation', layouts), ['quassel']);
  });
  it('is a name rather than another word for it', () => {
    assert.deepEqual(meant('supybott', layouts), ['supybot']);
    assert.deepEqual(meant('Meetbot', dialects), ['meetbot']);
    assert.deepEqual(meant('weechatt', layouts), ['weechat']);
  });
  it('is a prefix of some', () => {
    check('mark', 'markdown');
    assert.deepEqual(similar('quas', layouts), ['quassel']);
  });
  it('is none that is not closer than others', () => {
    check('docx');
    check('x');
    check('');
  });
});

describe('colors', () => {
  const check = (isTerminal: boolean, env: NodeJS.ProcessEnv, wanted: boolean) =>
    assert.equal(areColorsWanted(isTerminal, env), wanted, JSON.stringify(env));

  it('are for terminals that support them', () => {
    check(true, { TERM: 'xterm' }, true);
    check(true, { TERM: 'dumb' }, false);
    check(false, { TERM: 'xterm' }, false);
  });
  it('are never used with NO_COLOR, unless that is empty, and always with FORCE_COLOR', () => {
    check(true, { NO_COLOR: '1' }, false);
    check(true, { NO_COLOR: '' }, true);
    check(false, { FORCE_COLOR: '1' }, true);
    check(false, { FORCE_COLOR: '1', TERM: 'dumb' }, true);
    check(true, { FORCE_COLOR: '0' }, false);
    check(true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false);
  });
  it('begin and end', () => {
    assert.equal(inColor(true)('error', 'x'), '\u001b[31mx\u001b[39m');
    assert.equal(inColor(false)('error', 'x'), 'x');
  });
});
