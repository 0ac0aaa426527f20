import { assert } from 'chai';
import fc from 'fast-check';
import { mayBeChat } from '../../../server/src/log/detect/chat.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { meetingLog, textAt } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
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

const encoded = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escaped = (line: string) => line.replace(/[<>_#*]/g, '\\$&');
const coloured = (line: string) => line.replace(/<(\w+)>/, '<\u001b[1;32m$1\u001b[0m>').replace(/ #/, '\u001b[0m #');

/** How each kind of damage changes a line. */
const damages: Readonly<Record<string, (line: string, index: number) => string>> = {
  'a quotation': (line) => `> ${line}`,
  'a quotation without spaces': (line) => `>${line}`,
  'two quotations': (line) => `>> ${line}`,
  'two quotations with spaces': (line) => `> > ${line}`,
  bars: (line) => `| ${line}`,
  indentation: (line) => `    ${line}`,
  'a tab': (line) => `\t${line}`,
  'an indented quotation': (line) => `  > ${line}`,
  'a list': (line) => `- ${line}`,
  'a list with asterisks': (line) => `* ${line}`,
  'a diff': (line) => `+${line}`,
  'cat -n': (line, index) => `${String(index + 1).padStart(6)}\t${line}`,
  'numbers and dots': (line, index) => `${String(index + 8).padStart(3)}. ${line}`,
  'numbers and colons': (line, index) => `${index + 8}: ${line}`,
  'numbers and spaces': (line, index) => `${index + 8} ${line}`,
  'grep -n': (line, index) => `${index + 8}:${line}`,
  'grep -Hn': (line, index) => `club.log:${index + 8}:${line}`,
  'grep -H': (line) => `club.log:${line}`,
  'numbers in brackets': (line, index) => `[${index + 1}] ${line}`,
  'a quotation with numbers': (line, index) => `> ${index + 1} ${line}`,
  'colours of a terminal': coloured,
  'colours that cat shows': (line) => coloured(line).replaceAll('\u001b', '^['),
  'colours without their first character': (line) => line.replace(/(?<=^\S+ )(?=.)/, '[32m').replace(/$/, '[0m'),
  'colours of IRC': (line) => line.replace(/^\S+ /, '\u000314$&\u0003'),
  'spaces of a web page': (line) => line.replaceAll(' ', '\u00a0'),
  HTML: encoded,
  'HTML, twice': (line) => encoded(encoded(line)),
  'HTML with tags': (line) => `<span class="line">${encoded(line)}</span><br />`,
  Markdown: escaped,
  'bold nicks': (line) => escaped(line).replace(/\\<(.*?)\\>/, '**\\<$1\\>**'),
  'bold nicks in a quotation': (line) => `> ${line.replace(/<(\w+)>/, '**<$1>**')}`,
};

const log = (lines: readonly string[]) => meetingLog(LogText.of(lines.join('\n')), 'club.log');
const facts = (lines: readonly string[]) => {
  const found = log(lines);
  return found.meetings.map((meeting) => {
    const { log: _, ...minutes } = minutesOf(found, meeting);
    return minutes;
  });
};

describe('the damage of a log', () => {
  const right = facts(plain);
  assert.lengthOf(right, 1);

  for (const [name, damage] of Object.entries(damages)) {
    it(`is undone: ${name}`, () => {
      const lines = plain.map(damage);
      assert.deepEqual(facts(lines), right);
      assert.isEmpty(problems(log(lines)));
    });

    it(`leaves a meeting log a meeting log: ${name}`, () => {
      assert.isTrue(mayBeChat(lines(damage).join('\n')));
      assert.isTrue(isMeetingLog(lines(damage).join('\n')));
    });

    it(`leaves every place in its line: ${name}`, () => {
      const found = log(lines(damage));
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

  const lines = (damage: (line: string, index: number) => string) => plain.map(damage);

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
      fc.property(fc.array(piece), fc.constantFrom(...Object.values(damages)), (pieces, damage) => {
        const rows = [...plain, pieces.join('')].map(damage);
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
