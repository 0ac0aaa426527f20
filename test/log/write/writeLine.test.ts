import { assert } from 'chai';
import fc from 'fast-check';
import type { Layout } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { readRows } from '../../../server/src/log/write/reading.js';
import type { Said } from '../../../server/src/log/write/said.js';
import { lineHead, writeLine, written } from '../../../server/src/log/write/writeLine.js';
import { eventIn, nickIn } from '../../helpers/events.js';
import { checkInsertion } from '../../helpers/insertions.js';

/* What is written is read back as what was to be said. */

const kinds = ['message', 'action', 'join', 'part', 'quit', 'nick'] as const;
const nicks = fc.constantFrom('eve', 'bob_', 'a', 'Wren[m]', 'x-y|z', '`^{}', 'zoë', 'long_long_nick_of_22x', 'ann');
const texts = fc.constantFrom(
  ...[
    'hello',
    '#topic tea: now',
    'http://a.example/?a=1&b=2',
    'a <b> c',
    '* b *',
    '[x] y',
    '8:58 or 20:58',
    '😀 ok',
    '1',
  ],
  ...['is now known as al', '<eve> hi', '-!- x', 'a | b', "it's", '\\_o_/', 'a  b', 'x → y'],
);
const saidIn = (layout: Layout) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    nick: nicks.map((nick) => nickIn(layout, nick)),
    text: texts,
    time: fc.nat(86_399),
  });

/** The reading of what is said in rows: time is as exact as it is written. */
function saidOf(layout: Layout, text: string, kind: Said['kind']): readonly unknown[] {
  const rows = text.split('\n');
  const lines = readRows(layout, rows);
  const times = lines.flatMap(({ time }) => time ?? []);
  const found = lines.flatMap((line, index) =>
    line.kind === kind ? [[line.nick, (rows[index] ?? '').slice(line.textStart, line.textEnd)]] : [],
  );
  return [...found, ...new Set(times)];
}

function expected({ nick, text, time = 0 }: Said, rows: string, layout: Layout): readonly (readonly unknown[])[] {
  const said = [nick, text];
  return [[said], [said, time], [said, time - (time % 60)]].filter(
    (one) => one.length > 1 || readRows(layout, rows.split('\n')).every((line) => line.time === undefined),
  );
}

function check(layout: Layout, said: Said, rows: string): void {
  const found = saidOf(layout, rows, said.kind);
  const isRead = expected(said, rows, layout).some((one) => JSON.stringify(one) === JSON.stringify(found));
  assert.isTrue(isRead, `${JSON.stringify(said)} is not ${JSON.stringify(rows)}`);
}

describe('what a layout writes', () => {
  for (const layout of layouts) {
    const own = (said: Said) => (said.kind === 'join' || said.kind === 'part' || said.kind === 'quit' ? '' : said.text);

    it(`is read back: ${layout.name}`, () => {
      fc.assert(
        fc.property(saidIn(layout), (any) => {
          const said: Said = { ...any, text: any.kind === 'nick' ? 'al' : own(any) };
          const rows = written(layout, said);
          if (rows !== undefined && said.text !== '') check(layout, said, rows);
          if (rows !== undefined && said.text === '')
            assert.include(JSON.stringify(saidOf(layout, rows, said.kind)), said.nick);
        }),
      );
      const plain = written(layout, { kind: 'message', nick: nickIn(layout, 'eve'), text: 'hello', time: 36_000 });
      assert.isDefined(plain);
    });

    it(`is read back among other lines: ${layout.name}`, () => {
      const other = fc.tuple(
        fc.nat(3599),
        fc.constantFrom('ann', 'bob', 'eve_x'),
        // What begins with a name would make a bridge of who says it.
        texts.filter((text) => !text.startsWith('<')),
        fc.constantFrom('message' as const, 'action' as const),
      );
      fc.assert(
        fc.property(fc.array(other, { minLength: 1, maxLength: 8 }), fc.nat(20), saidIn(layout), (lines, by, said) => {
          const rows = lines.flatMap(([at, nick, text, kind]) => eventIn(layout, [at, kind, nick, text]) ?? []);
          const text = LogText.of(`${rows.join('\n')}\n`, layout);
          const near = by % text.lineCount;
          const message: Said = { ...said, kind: 'message' };
          const row = writeLine(text, near, message);
          if (row !== undefined) check(layout, message, row);
          checkInsertion(text, near, said.nick, said.text);
        }),
        { numRuns: 40 },
      );
    });
  }
});

describe('the start of a line', () => {
  const heads: readonly (readonly [log: string, head: string | undefined])[] = [
    ['21:04:26 <ann> #startmeeting\n21:04:27 <bob> hi\n', '21:04:27 <funzo> '],
    ['21:04 <@ann> #startmeeting\n21:04 < bob> hi\n', '21:04 < funzo> '],
    ['[21:04:26] <+ann> #startmeeting\n', '[21:04:26] <funzo> '],
    ['21:04:26      ann | #startmeeting\n21:04:28     bob_ | hi\n', '21:04:28    funzo | '],
    ['21:04:26 @    ann | #startmeeting\n21:04:28     bob_ | hi\n', '21:04:28    funzo | '],
    ['14-03-2031 21:04:26 < ann!~a@host: #startmeeting\n', '14-03-2031 21:04:26 < funzo: '],
    ['21:04:26 <ann   > #startmeeting\n21:04:28 <bob_x > hi\n', '21:04:28 <funzo > '],
    ['21:04:26 <bob_xyz> #startmeeting\n21:04:28 <ann    > hi\n', '21:04:28 <funzo  > '],
    ['21:04:26 <  ann> #startmeeting\n21:04:28 <bob_x> hi\n', '21:04:28 <funzo> '],
    ['21:04 <ann> #startmeeting\n21:05  * bob waves\n', '21:05 <funzo> '],
    [
      '--- Log opened Fri Mar 14 21:00:00 2031\n21:04  * ann waves\n21:05 -!- bob [b@h] has joined #c\n',
      '21:05 < funzo> ',
    ],
    [
      '2031-03-14 21:04:26\tann\t#startmeeting\n2031-03-15 01:04:26\t--\tbob is now known as al\n',
      '2031-03-15 01:04:26\tfunzo\t',
    ],
    ['> 21:04:26 <ann> #startmeeting\n> 21:04:27 <bob> hi\n> 21:04:28 <bob> hi\n', '> 21:04:28 <funzo> '],
    ['<•ann> Ann Lee \n8:58 PM \n#startmeeting\n', '<funzo> \n8:58 PM \n'],
    // The time has to follow the text.
    ['ann\n#startmeeting\n20:58\nbob\nhi\n20:59\n', undefined],
    ['ann [9:04 PM]\n#startmeeting\n', 'funzo [9:04 PM]\n'],
  ];
  for (const [log, head] of heads) {
    it(`is ${JSON.stringify(head)} below ${JSON.stringify(log)}`, () => {
      const text = LogText.of(log);
      assert.equal(lineHead(text, text.lineCount - 1, 'funzo'), head);
    });
  }
});

describe('a line near others', () => {
  const check = (log: string, near: number, said: Omit<Said, 'kind'>, row: string | undefined, like?: number) =>
    assert.equal(writeLine(LogText.of(log), near, { kind: 'message', ...said }, like), row);

  it('is like those of the same person', () =>
    check('21:04 <@ann> a\n21:05 < bob> b\n', 1, { nick: 'ann', text: 'x' }, '21:05 <@ann> x'));
  it('is like a line that is given', () => {
    const others = '21:05 < bob> b\n'.repeat(400);
    check(`21:04 <@ann> a\n${others}`, 400, { nick: 'ann', text: 'x' }, '21:05 < ann> x');
    check(`21:04 <@ann> a\n${others}`, 400, { nick: 'ann', text: 'x' }, '21:05 <@ann> x', 0);
  });
  it('is not like what came through a bridge', () => {
    const relayed = '21:04 <relay> <kim> a\n21:04 <relay> <zoe> b\n';
    check(`21:04 <ann> c\n${relayed.repeat(3)}`, 6, { nick: 'kim', text: 'x' }, '21:04 <kim> x');
  });
  it('has the damage of the log in its text', () => {
    const log = '21:04 &lt;ann&gt; #startmeeting\n21:05 &lt;bob&gt; a &amp; b\n';
    check(log, 1, { nick: 'bob', text: '1 < 2 & 3' }, '21:05 &lt;bob&gt; 1 &lt; 2 &amp; 3');
  });
  it('has the damage of the log if it has no model there', () => {
    const log = '> 21:04  * ann waves &amp; &lt;smiles&gt;\n> 21:05  * bob waves &amp; &lt;smiles&gt;\n'.repeat(3);
    check(log, 1, { nick: 'bob', text: 'hi' }, '> 21:05 &lt;bob&gt; hi');
  });
  it('has its time at the margin', () =>
    check(
      [
        'ann: #startmeeting a            [21:04]',
        'bob: #info one two              [21:05]',
        'ann: hello                      [21:06]',
      ].join('\n'),
      1,
      { nick: 'ann', text: 'a longer text', time: 79_200 },
      'ann: a longer text              [22:00]',
    ));
  it('has the line end of the log between its rows', () =>
    check('ann [9:04 PM]\r\nhi\r\n', 1, { nick: 'bob', text: 'yes' }, 'bob [9:04 PM]\r\nyes'));
  it('is none of several lines', () => check('21:04 <ann> a\n', 0, { nick: 'ann', text: 'a\nb' }, undefined));
  it('is none that would be read as something else', () => {
    check('21:04 <ann> a\n', 0, { nick: 'ann', text: '\u0001ACTION waves' }, undefined);
    check('21:04 <ann> a\n', 0, { nick: 'a>b', text: 'hi' }, undefined);
    check('21:04 <ann> a\n', 0, { nick: '@ann', text: 'hi', time: 90_000 }, undefined);
  });
});
