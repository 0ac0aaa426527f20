import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { lines } from '../helpers/logs.js';

describe('meetings that were started anew', () => {
  const desk = Desk.forEach({
    'club.log': lines`
      19:00:01 <ann> #startmeeting Weekly
      19:00:10 <ann> #topic Tools
      19:05:00 <ann> #endmeeting
      19:06:30 <ann> oops, too early
      19:07:00 <ann> #startmeeting Weekly
      19:07:10 <ann> #topic Money
      19:30:00 <ann> #endmeeting
      `,
  });

  it('are reported by check', () => {
    assert.include(desk.check('check club.log', 0), 'club.log:5:16: information: This meeting was started anew');
  });
  it('are two in an outline and in minutes', () => {
    assert.lengthOf(JSON.parse(desk.check('outline club.log --json', 0)).meetings, 2);
    desk.check('minutes club.log', 0);
    assert.sameMembers(Object.keys(desk.files()), ['club.log', 'club-1.md', 'club-2.md']);
  });
  it('are one on request', () => {
    const { meetings, problems } = JSON.parse(desk.check('outline club.log --json --join', 0));
    assert.deepEqual(
      meetings[0].topics.map(({ title }: { title: string }) => title),
      ['Tools', 'Money'],
    );
    assert.isEmpty(problems);
    const written = desk.check('minutes club.log --join -o -', 0);
    assert.include(written, '- **When:** 19:00:01 to 19:30:00 (29 min)');
    assert.include(written, '- **Started anew:** 19:07:00');
  });
});
