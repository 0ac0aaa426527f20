import { assert } from 'chai';
import fc from 'fast-check';
import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { lines, logOf } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

/** The text of a range, with `|` between its lines. */
function textOf({ text }: MeetingLog, { start, end }: SelectionRange['range']): string {
  const rows = Array.from({ length: end.line - start.line + 1 }, (_, index) => text.text(start.line + index));
  rows[rows.length - 1] = (rows.at(-1) ?? '').slice(0, end.character);
  return [(rows[0] ?? '').slice(start.character), ...rows.slice(1)].join('|');
}

function* chainOf(selection: SelectionRange | undefined): Generator<SelectionRange> {
  for (let one = selection; one; one = one.parent) yield one;
}

const log = lines`
  10:00 <bob> early
  10:00 <ann> #startmeeting
  10:01 <ann> #topic Tea
  10:02 <ann> green
  10:02 <ann> or black?
  10:02 <bob> wait
  10:03 <ann> #topic Cake
  10:04 <ann> #endmeeting
  `;

describe('selections', () => {
  /** What a selection at the cursor grows to, step by step; those that begin with `…` are only the end of the text. */
  const check = (source: string, ...expected: string[]) => {
    const { text, cursor } = marked(source);
    const found = logOf(text);
    const ranges = cursor ? selectionRanges(found, [cursor]) : [];
    assert.lengthOf(ranges, 1);
    const texts = [...chainOf(ranges[0])].map(({ range }) => textOf(found, range));
    assert.lengthOf(texts, expected.length, texts.join('\n'));
    for (const [index, part] of expected.entries()) {
      if (part.endsWith('…')) assert.isTrue(texts[index]?.startsWith(part.slice(0, -1)), texts[index]);
      else assert.equal(texts[index], part);
    }
  };
  const at = (line: string) => log.replace(line.replace('$0', ''), line);

  it('grow from a word to its text, line, speaker, topic, meeting and document', () =>
    check(
      at('or bl$0ack?'),
      'black',
      'or black?',
      '10:02 <ann> or black?',
      '10:01 <ann> #topic Tea|10:02 <ann> green|10:02 <ann> or black?',
      '10:01 <ann> #topic Tea|10:02 <ann> green|10:02 <ann> or black?|10:02 <bob> wait',
      '10:00 <ann> #startmeeting|10:01 <ann> #topic Tea…',
      '10:00 <bob> early|10:00 <ann> #startmeeting…',
    ));

  it('never stay the same, and leave out what is not larger, or begins elsewhere', () => {
    check('10:00 <ann> $0tea', 'tea', '10:00 <ann> tea');
    check('$0', '');
    check('10:00 <ann> a $0, b', 'a , b', '10:00 <ann> a , b');
  });

  it('begin with a time or a nick as well, and with the word before the cursor', () => {
    check('1$00:00 <ann> tea', '10', '10:00', '10:00 <ann> tea');
    check('10:00 <an-n$0> tea', 'n', 'an-n', '10:00 <an-n> tea');
    check('10:00 <ann> tea$0\n', 'tea', '10:00 <ann> tea', '10:00 <ann> tea|');
  });

  it('have no speaker where no one speaks, and end one there', () => {
    const text = '10:00 <ann> tea\n10:01 -!- ann has left\n10:02 <ann> cake\n';
    check(text.replace('left', '$0left'), 'left', 'has left', '10:01 -!- ann has left', '10:00 <ann> tea|10:01…');
    check(text.replace('cake', '$0cake'), 'cake', '10:02 <ann> cake', '10:00 <ann> tea|10:01…');
  });

  it('have lines of no one by themselves', () => {
    const joins = '10:01 -!- bob [~b@b] has joined #t\n10:01 -!- cid [~c@c] has joined #t';
    const whole = `10:00 <ann> tea\n${joins}\n10:02 <ann> cake\n`;
    const line = '10:01 -!- cid [~c@c] has joined #t';
    const found = selectionRanges(logOf(whole), [{ line: 2, character: 0 }]);
    const texts = [...chainOf(found[0])].map(({ range }) => textOf(logOf(whole), range));
    assert.deepEqual(texts.slice(-2), [line, whole.replaceAll('\n', '|')]);
  });

  it('have no lines of a speaker beyond the topic', () =>
    check(
      '10:00 <ann> #startmeeting\n10:01 <ann> #topic Tea\n10:01 <bob> hm\n10:02 <ann> gr$0een\n10:03 <ann> ok\n10:03 <ann> #topic Cake\n',
      'green',
      '10:02 <ann> green',
      '10:02 <ann> green|10:03 <ann> ok',
      '10:01 <ann> #topic Tea|10:01 <bob> hm|10:02 <ann> green|10:03 <ann> ok',
      '10:00 <ann> #startmeeting…',
      '10:00 <ann> #startmeeting…',
    ));

  it('have all lines of a wrapped text', () =>
    check(
      '10:00 <bob> hi\n10:00 <ann> tea is\n            better cold, $0I say\n10:01 <ann> or not\n10:02 <bob> no\n',
      'I',
      'better cold, I say',
      '            better cold, I say',
      '10:00 <ann> tea is|            better cold, I say|10:01 <ann> or not',
      '10:00 <bob> hi…',
    ));

  it('have subtopics', () =>
    check(
      '10:00 <ann> #startmeeting\n10:01 <ann> #topic Tea\n10:02 <bob> hm\n10:03 <ann> #subtopic Mint\n10:04 <bob> $0+\n10:05 <cid> a\n10:06 <ann> #endmeeting\n',
      '+',
      '10:04 <bob> +',
      '10:03 <ann> #subtopic Mint…',
      '10:01 <ann> #topic Tea…',
      '10:00 <ann> #startmeeting…',
      '10:00 <ann> #startmeeting…',
    ));

  it('are one for each position', () => {
    const { text } = marked(log);
    const positions = [3, 0, 3].map((line): Position => ({ line, character: 13 }));
    const all = selectionRanges(logOf(text), positions);
    assert.deepEqual(
      all.map(({ range }) => range.start.line),
      [3, 0, 3],
    );
  });

  it('contain their position and grow strictly, in any text', () => {
    const piece = fc.constantFrom(
      '10:00 <a> ',
      '#startmeeting',
      '#topic x',
      ' ',
      '\n',
      '\r\n',
      '\uFEFF',
      'word',
      '    ',
    );
    const anyText = fc.oneof(
      fc.string({ unit: piece, maxLength: 40 }),
      fc.string({ unit: anyCharacter, maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: -1, max: 12 }),
        fc.integer({ min: -1, max: 30 }),
        (text, line, character) => {
          const any = logOf(text);
          const [first] = selectionRanges(any, [{ line, character }]);
          let inner: SelectionRange['range'] | undefined;
          for (const { range } of chainOf(first)) {
            assert.isAtLeast(range.start.line, 0);
            assert.isBelow(range.end.line, any.text.lineCount);
            assert.isAtMost(range.end.character, any.text.text(range.end.line).length);
            if (inner) {
              assert.isTrue(isUpTo(range.start, inner.start) && isUpTo(inner.end, range.end));
              assert.notDeepEqual(range, inner);
            }
            inner = range;
          }
          const at = any.text.clamp({ line, character });
          assert.isTrue(first && first.range.start.line <= at.line && at.line <= first.range.end.line);
        },
      ),
    );
  });
});

function isUpTo(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
