import { assert } from 'chai';
import { meetingAt, stepAt } from '../../server/src/meeting/meetingLog.js';
import { sectionAt } from '../../server/src/meeting/sections.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the sections of a log', () => {
  const log = logOf(`10:00 <bob> hi\n${meeting('10:01 <ann> #topic x\n')}10:02 <bob> #topic y\n`);

  it('hold each of its lines, and no other', () => {
    const held = Array.from({ length: log.text.lineCount }, (_, line) => sectionAt(log.sections, line));
    assert.deepEqual(
      held.map((section) => section && log.sections.indexOf(section)),
      [0, 1, 1, 1, 2, 2],
    );
    assert.isUndefined(sectionAt(log.sections, log.text.lineCount));
    assert.isUndefined(sectionAt(log.sections, -1));
  });
  it('know the meeting of a line, and what came of it', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => meetingAt(log, line) !== undefined),
      [false, true, true, true, false],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => stepAt(log, line)?.ignored ?? stepAt(log, line)?.event.line),
      [undefined, 1, 2, 3, 'outside-meeting'],
    );
  });
});
