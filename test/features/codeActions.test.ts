import { assert } from 'chai';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { defaultSettings } from '../../server/src/settings.js';
import { checkFix as check } from '../helpers/checkFix.js';
import { actionsIn, lines, logOf, meeting, uri } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

describe('quick fixes:', () => {
  it('do not add anyone whom an action does not mention', () => {
    const log = logOf(meeting('10:01 <ann> #action , buy tea\n'));
    const all = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    assert.deepEqual(
      actionsIn(log, all, []).map(({ title }) => title),
      ['Assign to ann'],
    );
  });
  it('fix the problem at their place, not another one on its line', () => {
    const log = logOf(meeting('10:01 <anna> hi\n10:01 <robert> hi\n10:02 <ann> #chair anan robrt\n'));
    const shown = diagnostics(log, uri, defaultSettings);
    const unknown = shown.filter(({ code }) => code === 'unknown-nick');
    assert.lengthOf(unknown, 2);
    const all = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    const resolved = actionsIn(log, all, shown).map((action) => action.diagnostics ?? []);
    for (const one of unknown) assert.isTrue(resolved.some((ones) => ones.length === 1 && ones[0] === one));
    for (const ones of resolved) assert.isAtMost(ones.length, 1);
  });
  it('unknown-command becomes the command that was meant', () =>
    check(
      'unknown-command',
      meeting('10:01 <bob> #to$0do buy tea\n'),
      'Change to #action',
      meeting('10:01 <bob> #action buy tea\n'),
    ));

  it('let a chair end a meeting whose owner is unknown, or no one', () => {
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const offered = (text: string) => actionsIn(logOf(text), all, []).map(({ title }) => title);
    const start = '10:00 <bot> Started logging meeting in #tea\n10:01 <ann> #info x\n';
    assert.deepEqual(offered(start), []);
    assert.deepEqual(offered(`${start}10:01 <bot> Current chairs: cat\n`), ['End the meeting on its last line']);
  });
  it('unread-line is joined with the line above', () =>
    check(
      'unread-line',
      meeting('10:01 <ann> #info one \n$0 (two) three\n10:02 <bob> hi\n'),
      'Join with the line above',
      meeting('10:01 <ann> #info one (two) three\n10:02 <bob> hi\n'),
    ));
  it('bridged-command becomes a line of the owner', () => {
    const text = (line: string) => lines`
      10:00 <ann> #startmeeting
      10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.
      10:01 <bridge> <cat> hello
      10:02 <bridge> <bob> hello
      10:03 ${line} Tea
      10:04 <ann> #endmeeting
      `;
    check('bridged-command', text('<bridge> <bob> #to$0pic'), 'Change to a line by ann', text('<ann> #topic'));
  });

  describe('missing-endmeeting gets an #endmeeting of the owner', () => {
    const end = (source: string, expected: string) =>
      check('missing-endmeeting', source, 'End the meeting on its last line', expected);

    it('below the last line', () =>
      end(
        '10:00:00 <ann> $0#startmeeting\n10:01:30 <bob> bye\n',
        '10:00:00 <ann> #startmeeting\n10:01:30 <bob> bye\n10:01:30 <ann> #endmeeting\n',
      ));
    it('if the last line has no line end', () =>
      end(
        '10:00 <ann> $0#startmeeting\n10:01 <bob> bye',
        '10:00 <ann> #startmeeting\n10:01 <bob> bye\n10:01 <ann> #endmeeting',
      ));
    it('if the log is a single line', () =>
      end('10:00 <ann> $0#startmeeting', '10:00 <ann> #startmeeting\n10:00 <ann> #endmeeting'));
    it('with the line ends of the log', () =>
      end(
        '10:00 <ann> $0#startmeeting\r\n10:01 <bob> bye\r\n',
        '10:00 <ann> #startmeeting\r\n10:01 <bob> bye\r\n10:01 <ann> #endmeeting\r\n',
      ));
    it('in the style of the log', () =>
      end(
        '[10:00] <@ann> $0#startmeeting\n[10:01] < bob> bye\n',
        '[10:00] <@ann> #startmeeting\n[10:01] < bob> bye\n[10:01] <@ann> #endmeeting\n',
      ));
    it('above trailing lines that no one says', () =>
      end(
        '10:00 <ann> $0#startmeeting\n10:01 * bob left\n\n-- end --\n',
        '10:00 <ann> #startmeeting\n10:01 * bob left\n10:01 <ann> #endmeeting\n\n-- end --\n',
      ));
  });

  it('meeting-already-started gets an #endmeeting before it', () =>
    check(
      'meeting-already-started',
      '10:00 <ann> #startmeeting\n10:05 <bob> #start$0meeting\n10:06 <bob> #endmeeting\n',
      'End the running meeting before it',
      '10:00 <ann> #startmeeting\n10:05 <ann> #endmeeting\n10:05 <bob> #startmeeting\n10:06 <bob> #endmeeting\n',
    ));

  describe('outside-meeting', () => {
    it('gets a #startmeeting if the log has none', () =>
      check(
        'outside-meeting',
        '10:00 <bob> hi\n10:01 <ann> #to$0pic x\n10:02 <ann> #endmeeting\n',
        'Start a meeting here',
        '10:00 <bob> hi\n10:01 <ann> #startmeeting\n10:01 <ann> #topic x\n10:02 <ann> #endmeeting\n',
      ));
  });

  it('not-chair gets a #chair by the owner before it', () =>
    check(
      'not-chair',
      meeting('10:01 <bob> $0#topic x\n'),
      'Make bob a chair before this line',
      meeting('10:01 <ann> #chair bob\n10:01 <bob> #topic x\n'),
    ));

  describe('unassigned-action', () => {
    it('adds its first word to those present', () =>
      check(
        'unassigned-action',
        meeting('10:01 <bob> #action $0calfonso: change it\n'),
        'Add calfonso to those present with #nick',
        meeting('10:01 <bob> #nick calfonso\n10:01 <bob> #action calfonso: change it\n'),
      ));
    const titles = (said: string) => {
      const log = logOf(said);
      const all = { start: { line: 0, character: 0 }, end: { line: log.text.lineCount, character: 0 } };
      return actionsIn(log, all, diagnostics(log, uri, defaultSettings)).map(({ title }) => title);
    };
    it('suggests those present first: whom a typo means, who recorded it and who spoke last', () => {
      const spoken = '10:01 <oleg_nenashev> hi\n10:02 <cat> hi\n10:03 <dora> hi\n10:04 <cat> hi\n';
      assert.deepEqual(titles(meeting(`${spoken}10:05 <bob> #action eve: ask oleg-nenashev\n`)), [
        'Assign to oleg_nenashev',
        'Assign to bob',
        'Assign to cat',
        'Assign to dora',
        'Add eve to those present with #nick',
      ]);
      check(
        'unassigned-action',
        meeting('10:01 <oleg_nenashev> hi\n10:02 <bob> #action $0ask (oleg-nenashev) now\n'),
        'Assign to oleg_nenashev',
        meeting('10:01 <oleg_nenashev> hi\n10:02 <bob> #action ask (oleg_nenashev) now\n'),
      );
      check(
        'unassigned-action',
        meeting('10:01 <cat> hi\n10:02 <bob> #action $0change it\n'),
        'Assign to cat',
        meeting('10:01 <cat> hi\n10:02 <bob> #action cat: change it\n'),
      );
    });
    it('adds someone absent only if the first word can only be a nick', () => {
      const added = (action: string, before = '') =>
        titles(`${before}${meeting(`10:01 <bob> #action ${action}\n`)}`)
          .filter((title) => title.startsWith('Add '))
          .join();
      for (const action of ['calfonso: change it', '@calfonso change it', 'calfonso_ changes it', 'cal|away to x'])
        assert.match(added(action), /^Add cal\S+ to those present with #nick$/, action);
      assert.equal(added('calfonso to change it', '09:00 <Calfonso> hi\n'), 'Add calfonso to those present with #nick');
      for (const action of [
        'write to the bank',
        'Write to the bank',
        'calfonso to change it',
        'first, call them',
        'todo: call them',
        'TODO: call them',
        'info: call them',
        'http://x.example/ call them',
        '(see above) call them',
        '$100 for the bank',
      ])
        assert.equal(added(action), '', action);
    });
    it('is assigned to whoever recorded it', () =>
      check(
        'unassigned-action',
        meeting('10:01 <bob> #action $0change it\n'),
        'Assign to bob',
        meeting('10:01 <bob> #action bob: change it\n'),
      ));
  });

  describe('invalid-link', () => {
    it('gets the scheme that is missing', () => {
      const host = '10:01 <ann> #link $0lists.example.org:8080 is up\n';
      const fixed = (scheme: string) => meeting(`10:01 <ann> #link ${scheme}://lists.example.org:8080 is up\n`);
      check('invalid-link', meeting(host), 'Change to https://lists.example.org:8080', fixed('https'));
      check('invalid-link', meeting(host), 'Change to http://lists.example.org:8080', fixed('http'));
    });
    it('becomes an #info', () =>
      check(
        'invalid-link',
        meeting('10:01 <ann> #link $0see the wiki\n'),
        'Change to #info',
        meeting('10:01 <ann> #info see the wiki\n'),
      ));
    it('gets no scheme if there is no host', () => {
      const { text, cursor } = marked(meeting('10:01 <ann> #link $0see the wiki\n'));
      const at = cursor ?? { line: 0, character: 0 };
      const titles = actionsIn(logOf(text), { start: at, end: at }, []).map(({ title }) => title);
      assert.deepEqual(titles, ['Change to #info']);
    });
  });

  describe('nothing-to-undo is removed', () => {
    it('with its line', () =>
      check('nothing-to-undo', meeting('10:01 <ann> $0#undo\n'), 'Remove this line', meeting('')));
    it('on the last line', () =>
      check(
        'nothing-to-undo',
        '10:00 <ann> #startmeeting\n10:01 <ann> $0#undo',
        'Remove this line',
        '10:00 <ann> #startmeeting\n',
      ));
  });

  it('unknown-nick becomes the nick that was meant', () =>
    check(
      'unknown-nick',
      meeting('10:01 <ann> #chair $0wnada\n10:02 <wanda> hi\n'),
      'Change to wanda',
      meeting('10:01 <ann> #chair wanda\n10:02 <wanda> hi\n'),
    ));

  it('indented-command loses its spaces', () =>
    check(
      'indented-command',
      meeting('10:01 <ann> $0  #info x\n'),
      'Change to #info',
      meeting('10:01 <ann> #info x\n'),
    ));

  it('are preferred if there is nothing to decide', () => {
    const preferred = (source: string) => {
      const { text, cursor: at = { line: 0, character: 0 } } = marked(source);
      const offered = actionsIn(logOf(text), { start: at, end: at }, []);
      return offered.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    };
    assert.deepEqual(preferred(meeting('10:01 <bob> #to$0do buy tea\n')), ['Change to #action']);
    assert.deepEqual(preferred('10:00 <ann> $0#startmeeting\n'), ['End the meeting on its last line']);
    assert.deepEqual(preferred(meeting('10:01 <ann> $0#undo\n')), ['Remove this line']);
    assert.deepEqual(preferred(meeting('10:01 <bob> $0#topic x\n')), []);
    assert.deepEqual(preferred(meeting('10:01 <bob> #action $0change it\n')), []);
  });

  it('are offered only for what a range touches', () => {
    const { text, ranges } = marked(
      lines`
        10:00 <ann> #startmeeting
        10:01 <ann> «#undo
        10:02 <ann> #todo» x
        10:03 <ann> #infos y
        10:04 <ann> #endmeeting`,
    );
    const [range] = ranges;
    const titles = range && actionsIn(logOf(text), range, []).map(({ title }) => title);
    assert.deepEqual(titles, ['Remove this line', 'Change to #action']);
  });
});
