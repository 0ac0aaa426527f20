import { assert } from 'chai';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { meeting, minutesOfText } from '../../helpers/logs.js';

/** A meeting in a format in MeetBot's style, and in ours. */
function both(format: string, text: string, changes: object = {}): { original: string; ours: string } {
  const written = (bugCompatible: boolean) => {
    const minutes = minutesOfText(text, 'm.log', { bugCompatible });
    return writerNamed(format)?.write({ ...minutes, ...changes }, { bugCompatible }) ?? '';
  };
  return { original: written(true), ours: written(false) };
}

describe('the style of MeetBot, and ours', () => {
  it('prints empty sections, or leaves them out', () => {
    for (const format of ['text', 'html', 'rst', 'mediawiki', 'pmwiki']) {
      const { original, ours } = both(format, meeting(''), { people: [] });
      assert.match(original, /People present/i, format);
      assert.notMatch(ours, /People present/i, format);
    }
  });

  it('leaves out unassigned actions, or lists them all', () => {
    const check = (text: string, inRst: boolean, elsewhere: boolean) => {
      for (const format of ['text', 'html', 'rst', 'mediawiki', 'pmwiki']) {
        const { original, ours } = both(format, meeting(text));
        assert.equal(original.includes('UNASSIGNED'), format === 'rst' ? inRst : elsewhere, `${format}: ${text}`);
        assert.include(ours, 'UNASSIGNED', `${format}: ${text}`);
      }
    };
    const two = '10:01:00 <ann> #action this\n10:02:00 <ann> #action that\n';
    check('10:01:00 <ann> #action this\n', false, false);
    check(two, true, false);
    check(`${two}10:03:00 <ann> #action ann too\n`, true, true);
  });

  it('shows nothing for an empty topic, or something', () => {
    const text = meeting('10:01:00 <ann> #topic  \n');
    for (const [format, nothing, something] of [
      ['rst', '** **', '(no title)'],
      ['mediawiki', "''''''", "'''(empty)'''"],
      ['pmwiki', "''''''", "'''(empty)'''"],
    ] as const) {
      const { original, ours } = both(format, text);
      assert.include(original, `* ${nothing}  (`, format);
      assert.include(ours, `* ${something}  (`, format);
    }
  });

  it('leaves the owner in reStructuredText as markup, or escapes it', () => {
    const { original, ours } = both('rst', '10:00:00 <ann_> #startmeeting\n10:01:00 <ann_> #endmeeting\n');
    assert.include(original, 'started by ann_ at');
    assert.include(ours, 'started by ann\\_ at');
  });

  it('treats #topics in the log as #topic, or as a command', () => {
    const { original, ours } = both('log-html', meeting('10:01:00 <ann> #topics x\n'));
    assert.include(original, '<span class="topic">#topic</span><span class="topicline">s x</span>');
    assert.include(ours, '<span class="cmd">#topics </span><span class="cmdline">x</span>');
  });

  it('lets a link in HTML lead anywhere, or to known schemes', () => {
    const { original, ours } = both('html', meeting('10:01:00 <ann> #link javascript:alert(1) now\n'));
    assert.include(original, '<a href="javascript:alert(1)">javascript:alert(1)</a>');
    assert.notInclude(ours, 'href="javascript:');
  });
});
