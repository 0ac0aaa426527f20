import { assert } from 'chai';
import fc from 'fast-check';
import { proposedName, safeName } from '../../server/src/features/proposedName.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the proposed name of minutes', () => {
  const check = (log: string, text: string, expected: string, format = 'markdown') => {
    const writer = writerNamed(format);
    assert.equal(writer && proposedName(logOf(text, log), 0, writer, {}), expected);
  };
  it('is that of the log', () => {
    check('heat.log', meeting(''), 'heat.md');
    check('heat.2031-03-14-18.00.log.txt', meeting(''), 'heat.2031-03-14-18.00.md');
    check('#heat.log', meeting(''), '#heat.md');
    check('heat.log', meeting(''), 'heat.log.html', 'log-html');
  });
  it('is that of the meeting if the log is untitled', () => {
    check('', '10:00 <ann> #startmeeting Spring: plan?\n10:01 <ann> #endmeeting\n', 'Spring plan.md');
    check('', '10:00 <ann> #startmeeting # #heat\n10:01 <ann> #endmeeting\n', 'heat.md');
    check('', meeting(''), 'Meeting.md');
    check('', meeting('').repeat(2), 'Meeting-1.md');
  });
  it('is valid on every file system', () => {
    check('18:00 a|b.log', meeting(''), '18 00 a b.md');
    check('con.log', meeting(''), 'con_.md');
    check(
      '',
      `10:00 <ann> #startmeeting ${'long '.repeat(99)}\n10:01 <ann> #endmeeting\n`,
      `${'long '.repeat(15)}lo.md`,
    );
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('..', 'NUL', 'a.', ' a ', 'x:y', '#\u202e'),
    );
    fc.assert(
      fc.property(text, (any) => {
        const name = safeName(any);
        assert.match(name, /^[^<>:"/\\|?*\p{C}]+$/u);
        assert.notMatch(name, /^\s|[\s.]$|^(?:con|nul)(?:\.|$)/i);
        assert.isAtMost([...name].length, 81);
      }),
    );
  });
});
