import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { type MeetingLog, meetingLog, textAt } from '../../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { partsAsItems } from '../../helpers/scribedParts.js';

const logOf = (rows: readonly string[], wholeLog = true): MeetingLog =>
  meetingLog(LogText.of(rows.join('\n')), 'tea.log', { dialect: dialectNamed('w3c'), wholeLog });

function meetingOf(...rows: readonly string[]): Meeting {
  const [meeting] = logOf(rows).meetings;
  if (!meeting) throw new Error('there is no meeting');
  return meeting;
}

/** Items as `2 TOPIC by ann: tea`, with `*` where the text is not in the log as it is. */
function itemsOf(...rows: readonly string[]): string[] {
  const log = logOf(rows);
  const items = log.meetings.flatMap(({ items }) => items);
  assert.deepEqual(partsAsItems(log), items);
  return items.map(
    (item) => `${item.line} ${item.type} by ${item.nick}: ${textAt(log, item)}${item.words === undefined ? '' : '*'}`,
  );
}

const start = '10:00:00 <ann> scribe: ann';

describe('a meeting with a scribe', () => {
  it('has items, with their texts where these are not in the log', () => {
    assert.deepEqual(
      itemsOf(
        start,
        '10:01:00 <ann> Topic: tea',
        '10:01:00 <bob> subtopic: cups',
        '10:01:00 <ann> ACTION: bob to pour',
        '10:01:00 <ann> ... now',
        '10:01:00 <bob> RESOLVED: geen',
        '10:01:00 <bob> issue: cold',
        '10:01:00 <bob> s/geen/green/',
        '10:01:00 <cy> i/ACTION/Topic: milk/',
        '10:01:00 <ann> hello',
      ),
      [
        '1 TOPIC by ann: tea',
        '2 SUBTOPIC by bob: cups',
        '3 TOPIC by cy: milk*',
        '3 ACTION by ann: bob to pour now*',
        '5 RESOLVED by bob: green*',
        '6 ISSUE by bob: cold',
      ],
    );
    assert.deepEqual(itemsOf(start, '10:01:00 <ann> --', '10:02:00 <ann> tea', '10:03:00 <ann> scribeoptions: -dash'), [
      '1 TOPIC by ann: tea*',
    ]);
  });
  it('has them in every block of a long log', () => {
    const rows = Array.from({ length: 900 }, (_, at) => `10:00:00 <ann> ${at % 3 ? 'hi' : `Topic: ${at}`}`);
    assert.lengthOf(itemsOf(start, ...rows, '10:00:00 <ann> i/0/Topic: first/'), 301);
    const chairs = rows.map((row, at) => row.replace('hi', `chair+ a${at}`));
    const log = logOf([start, ...chairs, '10:00:00 <ann> i/Topic: 0/chair+ bob/']);
    const changes = log.sections.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.stretch.chairChanges.map((change) => ({ ...change, line: change.line + part.start })),
      ),
    );
    assert.deepEqual(changes, log.meetings[0]?.chairChanges);
    assert.lengthOf(changes, 601);
    const linesOf = changes.map(({ line }) => line);
    assert.deepEqual(
      linesOf,
      linesOf.toSorted((a, b) => a - b),
    );
  });
  it('has a title and a date', () => {
    assert.isUndefined(meetingOf(start).title);
    const title = (...rows: readonly string[]) => {
      const log = logOf([start, ...rows]);
      const found = log.meetings[0]?.title;
      return found && [found.line, textAt(log, found)];
    };
    assert.deepEqual(title('10:01:00 <ann> Meeting: Tea', '10:01:00 <ann> meeting:  Cake '), [2, 'Cake']);
    assert.deepEqual(title('10:01:00 <ann> Meeting: Tee', '10:01:00 <ann> s/Tee/Tea/'), [1, 'Tea']);
    const date = (...texts: readonly string[]) =>
      meetingOf(start, ...texts.map((text) => (text.startsWith('<') ? `10:01:00 ${text}` : `10:01:00 <ann> ${text}`)))
        .date;
    assert.equal(date('date: 5 Dec 2031'), '2031-12-05');
    assert.equal(date('date: 5 Dec 2031', 'date: 06 December 2031'), '2031-12-06');
    const log = '<RRSAgent> logging to https://a.example/2031/03/14-tea-irc';
    const minutes = '<RRSAgent> request to generate https://a.example/2031/03/15-minutes.html ann';
    assert.equal(date(log), '2031-03-14');
    assert.equal(date(log, minutes), '2031-03-15');
    assert.equal(date('date: 5 Dec 2031', log), '2031-12-05');
    assert.isUndefined(date('date: 2031-12-05'));
  });
  it('has chairs, and those who are named and do not speak', () => {
    const meeting = meetingOf(
      start,
      '10:01:00 <ann> chair: Bob, Ann_',
      '10:02:00 <ann> present+ cy, Di, ed',
      '10:03:00 <ed_> present- di',
      '10:04:00 <ann> regrets+ flo',
    );
    assert.deepEqual(
      meeting.chairChanges.map(({ line, nick, chair, by }) => [line, nick, chair, by]),
      [
        [1, 'Bob', true, 'ann'],
        [1, 'Ann_', true, 'ann'],
      ],
    );
    assert.deepEqual(
      [...meeting.named],
      [
        ['Bob', 1],
        ['cy', 2],
      ],
    );
    assert.isUndefined(meeting.bot);
    assert.equal(meetingOf(start, '10:01:00 <Zakim> hi').bot, 'Zakim');
    assert.equal(meetingOf(start, '10:01:00 <Zakim> hi', '10:01:00 <RRSAgent> hi').bot, 'RRSAgent');
  });
  it('as a whole log begins with the first message and ends with the last', () => {
    const joined = '10:00:00 --> ann (~ann@a.example) has joined #tea';
    const { startLine, endLine, lastLine } = meetingOf(joined, start, '10:01:00 <ann> hi', joined);
    assert.deepEqual([startLine, endLine, lastLine], [1, 2, 2]);
    assert.isEmpty(logOf(['']).meetings);
    assert.isEmpty(logOf([joined]).meetings);
  });
  it('is between what is in no meeting', () => {
    const log = logOf(
      ['08:00:00 <ann> hi', '12:00:00 <ann> scribe: ann', '12:01:00 <ann> zakim, end meeting', '12:01:00 <bob> bye'],
      false,
    );
    assert.deepEqual(
      log.sections.map(({ start, end, meeting }) => [
        start,
        end,
        meeting?.startLine,
        meeting?.endLine,
        meeting?.lastLine,
      ]),
      [
        [0, 1, undefined, undefined, undefined],
        [1, 4, 1, 2, 3],
      ],
    );
  });
  it('has messages of several lines, with tabs as spaces', () => {
    const shown = (...rows: readonly string[]) =>
      meetingOf(...rows).scribed?.state.shown.flatMap(({ lines }) =>
        lines.map(({ text, isInLog }) => `${text} ${isInLog}`),
      );
    assert.deepEqual(shown(start, '10:01:00 <bob> a\tb'), ['a b true']);
  });
});
