import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import fc from 'fast-check';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { agenda } from '../../../server/src/meeting/agenda.js';
import { chairsAt } from '../../../server/src/meeting/chairs.js';
import { original } from '../../../server/src/meeting/dialects/dialects.js';
import { type MeetingLog, meetingLog, stepsOf, textAt } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { lines, logOf, meeting, peopleOfFirst } from '../../helpers/logs.js';

const { commands } = original;

/** A short form of the meetings of a log, with a line for each meeting and item. */
function digest(log: MeetingLog): string {
  return log.meetings
    .flatMap((one) => [
      [
        `${one.startLine + 1}-${one.endLine === undefined ? '' : one.endLine + 1}`,
        chairsAt(one).map((nick) => (nick === one.owner ? `*${nick}` : nick)),
        one.title ? `“${textAt(log, one.title)}”` : [],
        one.name === undefined ? [] : `(${one.name})`,
      ]
        .flat()
        .join(' '),
      ...one.items.map((item) => `  ${item.type} ${item.nick}: ${textAt(log, item)}`),
    ])
    .join('\n');
}

describe('the replay', () => {
  const check = (text: string, expected: string) => assert.equal(digest(logOf(text)), lines`${expected}`.trimEnd());

  describe('of meetings', () => {
    it('begins with #startmeeting, whose sender owns the meeting', () =>
      check(
        lines`
          10:00:00 <zed> hello
          10:00:01 <kim> #startmeeting Plans
          10:00:02 <kim> #topic one
          10:00:05 <kim> #endmeeting`,
        '2-4 *kim “Plans”\n  TOPIC kim: one',
      ));

    it('ends with #endmeeting: what follows belongs to no meeting', () =>
      check(
        lines`
          10:00:00 <ann> #startmeeting
          10:00:01 <ann> #endmeeting
          10:00:02 <ann> #info late
          10:00:03 <ann> #endmeeting`,
        '1-2 *ann',
      ));

    it('finds several in a log', () =>
      check(
        lines`
          10:00 <ann> #startmeeting
          10:01 <ann> #info one
          10:02 <ann> #endmeeting
          10:03 <bob> talk
          10:04 <bob> #startmeeting
          10:05 <ann> #topic no right of ann's is left
          10:06 <bob> #endmeeting`,
        '1-3 *ann\n  INFO ann: one\n5-7 *bob',
      ));

    it('finds none without #startmeeting', () => check('10:00 <ann> #info x\n10:01 <ann> #endmeeting\n', ''));

    it('continues to the last line said if #endmeeting is missing', () => {
      const log = logOf('10:00 <ann> #startmeeting\n10:01 <bob> #info x\n10:02 <bob> bye\n\n-- closed --\n');
      assert.equal(digest(log), '1- *ann\n  INFO bob: x');
      assert.equal(log.meetings[0]?.lastLine, 2);
    });

    it('does not start a meeting within a meeting', () =>
      check(
        lines`
          10:00:00 <ann> #startmeeting First
          10:00:01 <ann> #info one
          10:05:00 <bob> #startmeeting Second
          10:07:00 <ann> #endmeeting`,
        '1-4 *ann “First”\n  INFO ann: one',
      ));

    it('finds commands in capitals, and after spaces', () =>
      check('10:00 <ann> #STARTMEETING\n10:01 <bob>   #Info x\n10:02 <ann> #EndMeeting\n', '1-3 *ann\n  INFO bob: x'));

    it('finds no command in an action', () => check('10:00 * ann #startmeeting\n', ''));
  });

  describe('of items', () => {
    const items = commands.filter(({ effect }) => effect === effect.toUpperCase());

    it('records each command with its text', () => {
      const given = items.flatMap(({ words }) => words).map((word) => `10:01 <ann> ${word} a text\n`);
      const log = logOf(meeting(given.join('')));
      assert.deepEqual(
        log.meetings[0]?.items.map(({ type }) => type),
        items.flatMap(({ words, effect }) => words.map(() => effect)),
      );
      for (const item of log.meetings[0]?.items ?? []) assert.equal(textAt(log, item), 'a text');
    });

    it('records empty ones', () => {
      const log = logOf(meeting('10:01 <ann> #topic\n10:01 <ann> #info \n'));
      assert.deepEqual(
        log.meetings[0]?.items.map((item) => textAt(log, item)),
        ['', ''],
      );
    });

    it('keeps text directly after a command', () =>
      check(
        meeting('10:01 <ann> #Info-dash\n10:01 <ann> #topic: colon\n'),
        '1-4 *ann\n  INFO ann: -dash\n  TOPIC ann: : colon',
      ));

    it('treats a line that begins with a URL as a link', () =>
      check(
        meeting('10:01 <bob> http://a.example/x y\n10:01 <bob> see http://b.example\n'),
        '1-4 *ann\n  LINK bob: http://a.example/x y',
      ));

    it('accepts those for chairs only from chairs', () => {
      const given = items.map(({ words }) => `10:01 <bob> ${words[0]} x\n`).join('');
      const taken = logOf(meeting(given)).meetings[0]?.items.map(({ type }) => type);
      assert.deepEqual(
        taken,
        items.filter(({ rights }) => rights === 'anyone').map(({ effect }) => effect),
      );
    });

    it('puts them below their topics', () => {
      const log = logOf(
        meeting('10:01 <ann> #info a\n10:01 <ann> #topic b\n10:01 <ann> #info c\n10:02 <ann> #topic d\n'),
      );
      const { items: first, topics } = agenda(log.meetings[0] as MeetingLog['meetings'][0]);
      assert.deepEqual(
        first.map((item) => textAt(log, item)),
        ['a'],
      );
      assert.deepEqual(
        topics.map(({ item, items: below, lastLine }) => [textAt(log, item), below.length, lastLine]),
        [
          ['b', 1, 3],
          ['d', 0, 5],
        ],
      );
    });
  });

  describe('of #undo', () => {
    it('removes the last item, including topics', () =>
      check(
        meeting(lines`
          10:01 <ann> #info a
          10:01 <ann> #topic b
          10:01 <ann> #undo two
          10:01 <ann> #undo
          10:01 <ann> #info c
          `),
        '1-7 *ann\n  INFO ann: c',
      ));
    it('is for chairs', () => check(meeting('10:01 <ann> #info a\n10:01 <bob> #undo\n'), '1-4 *ann\n  INFO ann: a'));
  });

  describe('of chairs', () => {
    it('adds nicks separated by spaces and commas', () =>
      check(meeting('10:01 <ann> #chair bob, cat  dan,eve\n'), '1-3 *ann bob cat dan eve'));
    it('removes nicks separated by spaces only', () =>
      check(meeting('10:01 <ann> #chair bob cat\n10:01 <ann> #unchair bob, cat\n'), '1-4 *ann bob'));
    it('keeps the owner', () =>
      check(meeting('10:01 <ann> #unchair ann\n10:01 <ann> #topic x\n'), '1-4 *ann\n  TOPIC ann: x'));
    it('lets chairs do what the owner may do', () =>
      check(
        meeting('10:01 <ann> #chair bob\n10:01 <bob> #topic x\n10:01 <bob> #chair cat\n'),
        '1-5 *ann bob cat\n  TOPIC bob: x',
      ));
    it('compares nicks exactly', () =>
      check(meeting('10:01 <ann> #chair Bob\n10:01 <bob> #topic x\n'), '1-4 Bob *ann'));
    it('is for chairs', () => check(meeting('10:01 <bob> #chair bob\n'), '1-3 *ann'));
    it('sorts by code point', () => check(meeting('10:01 <ann> #chair Øy é 😀 zed Bob\n'), '1-3 Bob *ann zed Øy é 😀'));
    it('knows them at each line', () => {
      const [one] = logOf(meeting('10:01 <ann> #chair bob\n10:02 <ann> x\n10:03 <ann> #unchair bob\n')).meetings;
      assert.deepEqual(
        [0, 1, 2, 3, 4].map((line) => one && chairsAt(one, line).join(' ')),
        ['ann', 'ann bob', 'ann bob', 'ann', 'ann'],
      );
    });
    it('follows them to another nick', () =>
      check(
        lines`
          10:00 <ann> #startmeeting
          10:01 *** ann is now known as ann_
          10:02 *** ann_ is now known as ann|away
          10:03 <ann|away> #topic x
          10:04 <ann_> #endmeeting`,
        '1-5 *ann\n  TOPIC ann|away: x',
      ));
  });

  describe('of titles and names', () => {
    it('uses the last title', () =>
      check(meeting('10:01 <ann> #meetingtopic  My  Plan \n10:01 <ann> #meetingtopic Last\n'), '1-4 *ann “Last”'));
    it('clears the title', () => {
      for (const word of ['', ' none', ' UNSET '])
        check(meeting(`10:01 <ann> #meetingtopic x\n10:01 <ann> #meetingtopic${word}\n`), '1-4 *ann');
    });
    it('keeps a title that begins with none', () =>
      check(meeting('10:01 <ann> #meetingtopic none at all\n'), '1-3 *ann “none at all”'));
    it('accepts a title only from chairs', () => check(meeting('10:01 <bob> #meetingtopic evil\n'), '1-3 *ann'));
    it('accepts a name from anyone, in the form of file names', () =>
      check(meeting('10:01 <bob> #meetingname  Foo  Bar/Baz! \n'), '1-3 *ann (foo_bar/baz!)'));
  });

  describe('of people', () => {
    const people = (text: string) =>
      peopleOfFirst(logOf(text))
        .map(({ nick, lines: said }) => `${nick} ${said}`)
        .join(', ');

    it('counts what they say from start to end, including the bot and commands', () =>
      assert.equal(
        people(`09:59 <bob> early\n${meeting('10:01 <bob> x\n10:01 * bob y\n10:01 <bot> z\n')}11:00 <bob> late\n`),
        'ann 2, bob 2, bot 1',
      ));
    it('lists those who were only named', () =>
      assert.equal(
        people(meeting('10:01 <ann> #chair cat\n10:01 <bob> #nick dan, eve\n')),
        'ann 3, bob 1, cat 0, dan 0, eve 0',
      ));
    it('lists people with equal counts in the order in which they were first seen', () =>
      assert.equal(people(meeting('10:01 <ann> #nick eve\n10:01 <dan> x\n10:01 <eve> x\n')), 'ann 3, eve 1, dan 1'));
    it('shows when they were first and last seen', () => {
      const log = logOf(meeting('10:01 <ann> #chair bob\n10:02 <bob> x\n10:03 <bob> y\n'));
      const bob = peopleOfFirst(log).find(({ nick }) => nick === 'bob');
      assert.deepInclude(bob, { first: 1, last: 3 });
    });
  });

  describe("of the bot's replies", () => {
    const greeting = '10:00:01 <bot> Meeting started Fri Mar 14 18:00:02 2031 UTC.  The chair is ann. Information …\n';

    it('knows the bot and the date', () => {
      const [one] = logOf(meeting(greeting)).meetings;
      assert.deepInclude(one, { bot: 'bot', date: '2031-03-14' });
    });
    it('uses the name', () =>
      check(meeting(`${greeting}10:01 <bot> The meeting name has been set to 'x'\n`), '1-4 *ann (x)'));
    it('ignores replies of anyone else', () =>
      check(
        meeting(`${greeting}10:01 <eve> The meeting name has been set to 'x'\n10:01 <eve> Current chairs: eve\n`),
        '1-5 *ann',
      ));
    it('treats everyone the bot lists as a chair', () =>
      check(meeting('10:01 <bot> Current chairs: ann bob\n10:02 <bob> #topic x\n'), '1-4 *ann bob\n  TOPIC bob: x'));
    it('keeps chairs that the bot does not list', () =>
      check(meeting('10:01 <ann> #chair cat\n10:01 <bot> Current chairs: ann\n'), '1-4 *ann cat'));
  });

  it('gives the same after an edit as for a new log', () => {
    const example = readFileSync('examples/rooftop-garden.log', 'utf8').repeat(1 + blockSize / 30);
    const text = fc.constantFrom(
      'x',
      '#',
      '\n',
      '18:00 <noor> #endmeeting\n',
      '18:00 <eve> #startmeeting\n',
      '18:00 <noor> #undo\n',
    );
    const edit = fc.record({ line: fc.nat(500), lines: fc.nat(2), character: fc.constantFrom(0, 15, 16, 99), text });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const states = [LogText.of(example)];
        for (const { line, lines: count, character, text: inserted } of edits) {
          const state = states.at(-1) as LogText;
          states.push(state.replace({ line, character }, { line: line + count, character }, inserted));
        }
        const edited = states.at(-1) as LogText;
        const log = meetingLog(edited, 'x.log');
        const resumed = states.reduce<MeetingLog | undefined>(
          (earlier, state) => meetingLog(state, 'x.log', { earlier }),
          undefined,
        );
        assert.deepEqual(resumed?.meetings, log.meetings);
        assert.deepEqual(resumed?.sections.map(stepsOf), log.sections.map(stepsOf));
        assert.deepEqual(resumed && problems(resumed), problems(log));
        assert.deepEqual(resumed && documentSymbols(resumed), documentSymbols(log));
        const fresh = meetingLog(LogText.of(edited.toString()), 'x.log');
        assert.deepEqual(log.meetings, fresh.meetings);
        assert.deepEqual(problems(log), problems(fresh));
      }),
      { numRuns: 60 },
    );
  });
});
