import { assert } from 'chai';
import { rulerMarks } from '../../server/src/features/rulerMarks.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the marks in the overview ruler', () => {
  const check = (text: string, topics: number[], decisions: number[], actions: number[]) =>
    assert.deepEqual(rulerMarks(logOf(text)), { topics, decisions, actions });

  it('are on topics, decisions and actions, and on nothing else', () =>
    check(
      meeting(
        '10:01:00 <ann> #topic tea\n10:02:00 <bob> #info hot\n10:03:00 <ann> #agreed green\n' +
          '10:04:00 <bob> #action bob buys it\n10:05:00 <bob> talk\n10:06:00 <bob> #topic cake\n',
      ),
      [1],
      [3],
      [4],
    ));
  it('are not on what was undone', () =>
    check(meeting('10:01:00 <ann> #action bob\n10:02:00 <ann> #undo\n'), [], [], []));
  it('are those of all meetings, and move with them', () => {
    const one = meeting('10:01:00 <ann> #topic tea\n10:02:00 <ann> #rejected sugar\n');
    check(`10:00:00 <bob> talk\n${one}${one}`, [2, 6], [3, 7], []);
  });
  it('are none without a meeting', () => check('10:00:00 <ann> hello\n', [], [], []));
});
