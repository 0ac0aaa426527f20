import { assert } from 'chai';
import fc from 'fast-check';
import { mayBeChat } from '../../../server/src/log/detect/chat.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { meetingLog, textAt } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import type { Minutes } from '../../../server/src/minutes/minutes.js';
import { damages } from '../../helpers/damages.js';
import { logOf } from '../../helpers/logs.js';

const plain = [
  '19:00:01 <ann> #startmeeting Weekly',
  '19:00:20 <ann> #topic Tools & more',
  '19:00:25 <bob_> #info the saw is 3 < 4',
  '19:00:26 -!- cid has joined #club',
  '19:00:27 * bob_ nods',
  '19:00:28 <bob_> that is',
  '  all of it',
  '19:00:30 <ann> #action bob_ to oil the saw',
  '19:00:31 <ann> #endmeeting',
];

const log = (lines: readonly string[]) => meetingLog(LogText.of(lines.join('\n')), 'club.log');
const facts = (lines: readonly string[]) => {
  const found = log(lines);
  // Some damage adds lines.
  const withoutLines = (key: string, value: unknown) => (key === 'line' ? undefined : value);
  return found.meetings.map((meeting): Minutes => {
    const { log: _, ...minutes } = minutesOf(found, meeting);
    return JSON.parse(JSON.stringify(minutes, withoutLines));
  });
};

describe('the damage of a log', () => {
  const right = facts(plain);
  assert.lengthOf(right, 1);

  for (const { name, apply } of damages) {
    const { rows } = apply(plain);

    it(`is undone: ${name}`, () => {
      assert.deepEqual(facts(rows), right);
      assert.isEmpty(problems(log(rows)));
    });

    it(`leaves a meeting log a meeting log: ${name}`, () => {
      assert.isTrue(mayBeChat(rows.join('\n')));
      assert.isTrue(isMeetingLog(rows.join('\n')));
    });

    it(`leaves every place in its line: ${name}`, () => {
      const found = log(rows);
      for (let line = 0; line < found.text.lineCount; line++) {
        const { nick, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = found.text.read(line);
        const row = found.text.text(line);
        for (const [start, end] of [
          [timeStart, timeEnd],
          [nickStart, nickEnd],
          [textStart, textEnd],
        ] as const) {
          assert.isAtMost(start, end);
          assert.isAtMost(end, row.length);
        }
        if (nick) assert.equal(textAt(found, { line, start: nickStart, end: nickEnd }), nick);
      }
    });
  }

  it('is undone in a chosen layout', () => {
    const text = LogText.of(plain.map((line) => `> ${line}`).join('\n'), layoutNamed('irssi'));
    assert.equal(text.read(0).nick, 'ann');
    assert.equal(text.read(0).textStart, 17);
  });

  it('is none if nothing would be left of a nick', () => {
    const nick = '\u001b[31m';
    const [meeting] = logOf(
      `10:00 <${nick}> #startmeeting\n10:01 <${nick}> #topic x\n10:02 <${nick}> #endmeeting\n`,
    ).meetings;
    assert.deepInclude(meeting, { owner: '[31m', endLine: 2 });
  });
  it('does not change what is said in a log that is not damaged', () => {
    const [found] = facts([
      ...plain.slice(0, 3),
      '19:00:26 <ann> #info write &lt; and \\_ for < and _',
      ...plain.slice(3),
    ]);
    assert.equal(found?.topics[0]?.items[1]?.text, 'write &lt; and \\_ for < and _');
  });

  it('does not hide lines without it', () => {
    const [found] = facts([...plain.slice(0, 7).map((line) => `> ${line}`), ...plain.slice(7)]);
    assert.deepEqual(found?.topics, right[0]?.topics);
  });

  it('is no reason to read prose, code or tables', () => {
    const rows = ['    if (x) {', '    - type `#startmeeting`', '    > quoted #endmeeting', '  12. 10 o’clock: lunch'];
    assert.equal(LogText.of(rows.join('\n').repeat(20)).layout.damage, undefined);
    assert.isFalse(isMeetingLog(rows.join('\n').repeat(20)));
  });

  it('is never a reason to throw or to leave a line', () => {
    const piece = fc.constantFrom(
      '> ',
      '\u001b[3',
      '&lt;',
      '&#',
      '&#x110000;',
      '**\\<',
      '\\',
      '\u0003',
      '\u00a0',
      '12:',
      'ann',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(...damages), (pieces, { apply }) => {
        const { rows } = apply([...plain, pieces.join('')]);
        const { text } = log(rows);
        for (let line = 0; line < text.lineCount; line++) {
          const { textStart, textEnd, nickStart, nickEnd } = text.read(line);
          assert.isTrue(0 <= textStart && textStart <= textEnd && textEnd <= text.text(line).length);
          assert.isTrue(0 <= nickStart && nickStart <= nickEnd && nickEnd <= text.text(line).length);
        }
      }),
    );
  });
});
