import { assert } from 'chai';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { logOf, meeting } from '../../helpers/logs.js';

describe('unread-line', () => {
  const check = (text: string, ...lines: readonly number[]) =>
    assert.deepEqual(
      problems(logOf(meeting(text))).map(({ code, line }) => `${code}@${line + 1}`),
      lines.map((line) => `unread-line@${line}`),
    );

  it('is a line that is not read below an item, and only the first', () =>
    check('10:01 <ann> #info one\n(two)\n(three)\n10:02 <bob> hi\n', 3));
  it('may be below the lines that continue the item', () =>
    check('10:01 <ann> #info one\n    two\n(three)\n10:02 <bob> hi\n', 4));
  it('is not below talk, an ignored command or an empty line', () => {
    check('10:01 <ann> one\n(two)\n10:02 <bob> hi\n');
    check('10:01 <ann> #info one\n\n(two)\n10:02 <bob> hi\n');
  });
  it('is not one that is joined', () => check('10:01 <ann> #info one\n   (two)\n10:02 <bob> hi\n'));
  it('is found where a block begins', () => {
    for (let count = 250; count < 260; count++) {
      const talk = '10:00:30 <bob> so\n'.repeat(count);
      check(`${talk}10:01 <ann> #info one\n(two)\n${talk}`, count + 3);
    }
  });
});
