import { assert } from 'chai';
import { actions, meetingAt, stepAt } from '../../server/src/meeting/meetingLog.js';
import { sectionAt } from '../../server/src/meeting/sections.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the sections of a log', () => {
  const log = logOf(`10:00 <bob> hi\n${meeting('10:01 <ann> #topic x\n')}10:02 <bob> #topic y\n`);

  it('contain each of its lines, and no other', () => {
    const held = Array.from({ length: log.text.lineCount }, (_, line) => sectionAt(log.sections, line));
    assert.deepEqual(
      held.map((section) => section && log.sections.indexOf(section)),
      [0, 1, 1, 1, 2, 2],
    );
    assert.isUndefined(sectionAt(log.sections, log.text.lineCount));
    assert.isUndefined(sectionAt(log.sections, -1));
  });
  it('know the meeting of a line, and its step', () => {
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

describe('the items of a long meeting', () => {
  const talk = '10:02 <bob> well\n'.repeat(600);
  const held = (text: string) => logOf(meeting(text)).meetings[0];
  const types = (text: string) => held(text)?.items.map(({ type }) => type);

  it('are undone across its blocks, last first', () => {
    const text = (undos: number) =>
      `10:01 <ann> #info a\n10:01 <ann> #idea b\n${talk}10:03 <ann> #action c\n${talk}${'10:04 <ann> #undo\n'.repeat(undos)}`;
    assert.deepEqual(types(text(0)), ['INFO', 'IDEA', 'ACTION']);
    assert.deepEqual(types(text(1)), ['INFO', 'IDEA']);
    assert.deepEqual(types(text(2)), ['INFO']);
    assert.deepEqual(types(text(3)), []);
    assert.deepEqual(types(text(5)), []);
    const undone = held(text(5))?.undone ?? [];
    assert.deepEqual(
      undone.map(({ line, item }) => [line, item.type, item.line]),
      [
        [1204, 'ACTION', 603],
        [1205, 'IDEA', 2],
        [1206, 'INFO', 1],
      ],
    );
  });
  it('are actions, or other things', () => {
    const one = held('10:01 <ann> #action a\n10:01 <ann> #info b\n');
    assert.deepEqual(one && actions(one).map(({ line }) => line), [1]);
  });
});
