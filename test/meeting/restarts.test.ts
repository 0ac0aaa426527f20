import { assert } from 'chai';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LogText } from '../../server/src/log/text/logText.js';
import { chairsAt } from '../../server/src/meeting/chairs.js';
import { meetingLog, textAt } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../server/src/minutes/writers.js';
import { actionsIn, lines, logOf, uri } from '../helpers/logs.js';

const restarted = lines`
  10:00:00 <ann> #startmeeting Weekly
  10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.
  10:00:00 <bot> Useful Commands: #action #agreed
  10:01:00 <ann> #topic Tools
  10:05:00 <ann> #endmeeting
  10:05:01 <bot> Meeting ended Fri Mar 14 10:05:00 2031 UTC.
  10:05:01 <bot> Minutes: http://bot.example/minutes.html
  10:06:00 <jay> too early
  10:07:00 <ann> #startmeeting Weekly
  10:07:00 <bot> Meeting started Fri Mar 14 10:07:00 2031 UTC.  The chair is ann.
  10:07:30 <ann> #topic Money
  10:30:00 <ann> #endmeeting
  `;

const joined = (text: string) => meetingLog(LogText.of(text), 'club.log', { join: true });
const topics = (text: string) => {
  const log = joined(text);
  return log.meetings.map(({ items }) => items.map((item) => textAt(log, item)));
};

const chairsOf = (text: string) => joined(text).meetings.flatMap((one) => chairsAt(one));

/** The lines on which meetings are said to be started anew. */
function told(text: string): number[] {
  const found = problems(logOf(text)).filter(({ code }) => code === 'restarted-meeting');
  return found.map(({ line }) => line);
}

/** Two meetings with these starts, the second after the given minutes. */
function two(first: string, second: string, minutes = 2, between = ''): string {
  const end = minutes + 10;
  return `10:00 <ann> ${first}\n10:01 <ann> #topic Tools\n10:10 <ann> #endmeeting\n${between}10:${end} ${second}\n10:${end} <ann> #topic Tools\n10:50 <ann> #endmeeting\n`;
}

describe('a restarted meeting', () => {
  it('has the title of the one before, or if they do not both have one, its starter or a topic', () => {
    assert.deepEqual(told(restarted), [8]);
    assert.deepEqual(told(two('#startmeeting Weekly', '<jay> #startmeeting weekly ')), [3]);
    assert.deepEqual(told(two('#startmeeting Weekly', '<ann> #startmeeting')), [3]);
    assert.deepEqual(told(two('#startmeeting', '<ann> #startmeeting Weekly')), [3]);
    assert.deepEqual(told(two('#startmeeting', '<jay> #startmeeting\n10:13 <jay> #topic TOOLS')), [3]);
  });
  it('is not another meeting, or a later one', () => {
    assert.isEmpty(told(two('#startmeeting Weekly', '<ann> #startmeeting Money')));
    assert.isEmpty(told(two('#startmeeting', '<jay> #startmeeting\n10:13 <jay> #topic Money')));
    assert.isEmpty(told(two('#startmeeting Weekly', '<ann> #startmeeting Weekly', 11)));
    assert.deepEqual(told(two('#startmeeting Weekly', '<ann> #startmeeting Weekly', 10)), [3]);
    assert.isEmpty(told(restarted.replaceAll(/^[\d:]+ /gm, '')));
  });
  it('is not one of the next day', () => {
    const day = (date: string, text: string) => text.replaceAll(/^(?=\d)/gm, `${date} `);
    const weekly = '10:00:00 <ann> #startmeeting Weekly\n10:30:00 <ann> #endmeeting\n';
    const late = weekly.replaceAll('10:00', '10:31').replaceAll('10:30', '10:59');
    assert.deepEqual(told(day('2031-03-14', weekly + late)), [2]);
    assert.isEmpty(told(day('2031-03-14', weekly) + day('2031-03-15', late)));
  });
  it('is told only as long as both meetings stay as they are', () => {
    const before = logOf(restarted);
    assert.isTrue(problems(before).some(({ code }) => code === 'restarted-meeting'));
    const { text } = before;
    const from = { line: 8, character: 15 };
    const edited = text.replace(from, { line: 8, character: text.text(8).length }, '#startmeeting Other');
    const after = meetingLog(edited, 'club.log', { earlier: before });
    assert.isFalse(problems(after).some(({ code }) => code === 'restarted-meeting'));
  });
});

describe('joined meetings', () => {
  it('are one, with the items of both', () => {
    assert.deepEqual(topics(restarted), [['Tools', 'Money']]);
    const [meeting] = joined(restarted).meetings;
    assert.deepInclude(meeting, { startLine: 0, endLine: 11, owner: 'ann', restarts: [8] });
    assert.isEmpty(problems(joined(restarted)));
  });
  it('may be many', () => {
    const third = '10:31:00 <ann> #startmeeting Weekly\n10:32:00 <ann> #topic Rest\n10:40:00 <ann> #endmeeting\n';
    const last = '10:45:00 <ann> #startmeeting Other\n10:46:00 <ann> #topic Last\n10:50:00 <ann> #endmeeting\n';
    assert.deepEqual(topics(restarted + third + last), [['Tools', 'Money', 'Rest'], ['Last']]);
  });
  it('keep the rights of everyone who started them, and the title', () => {
    const text = lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #topic Tools
      10:05 <ann> #endmeeting
      10:07 <jay> #startmeeting Weekly
      10:07 <jay> #topic Tools
      10:08 <jay> #topic Money
      10:30 <jay> #endmeeting
      `;
    assert.deepEqual(topics(text), [['Tools', 'Tools', 'Money']]);
    const log = joined(text);
    assert.equal(log.meetings[0]?.title && textAt(log, log.meetings[0].title), 'Weekly');
  });
  it('may have been restarted by a bot that was gone for a while', () => {
    const greeting = (time: string) =>
      `${time} <bot> Meeting started Fri Mar 14 ${time} 2031 UTC.  The chair is ann.\n`;
    const start = `10:00:00 <ann> #startmeeting Weekly\n${greeting('10:00:00')}10:01:00 <ann> #topic Tools\n`;
    const rest = '10:20:30 <ann> #topic Money\n10:30:00 <ann> #endmeeting\n';
    const talk = '10:15:00 <jay> the bot is gone\n'.repeat(30);
    const typed = `${start}${talk}10:20:00 <ann> #startmeeting\n${greeting('10:20:00')}${rest}`;
    const greeted = `${start}${talk}${greeting('10:20:00')}${rest}`;
    for (const text of [typed, greeted]) {
      assert.lengthOf(told(text), 1);
      assert.deepEqual(topics(text), [['Tools', 'Money']]);
      assert.deepEqual(chairsOf(text), ['ann']);
    }
  });
  it('are the same in a log that is much longer', () => {
    const talk = '10:06:00 <jay> and so on\n'.repeat(700);
    const text = restarted.replace('10:06:00 <jay> too early\n', talk);
    assert.deepEqual(topics(talk.replaceAll('10:06', '09:06') + text), [['Tools', 'Money']]);
  });
  it('say so in their minutes', () => {
    const log = joined(restarted);
    const [first] = log.meetings;
    assert.isDefined(first);
    if (!first) return;
    const minutes = minutesOf(log, first);
    assert.deepEqual(minutes.restarts, [{ line: 9, time: '10:07:00' }]);
    const written = (name: string) => writerNamed(name)?.write(minutes, {}).replace(/\s+/g, ' ');
    assert.include(written('markdown'), '- **Started anew:** 10:07:00');
    for (const name of ['text', 'html', 'rst'])
      assert.include(written(name), ' It was started anew at 10:07:00.', name);
    assert.include(written('page'), '<dt>Started anew</dt><dd>10:07:00</dd>');
  });
  it('are not those that were not started anew', () => {
    assert.lengthOf(joined(two('#startmeeting Weekly', '<ann> #startmeeting Money')).meetings, 2);
    assert.isEmpty(joined(two('#startmeeting Weekly', '<ann> #startmeeting Money')).meetings[0]?.restarts);
  });
});

describe('the fix of a restarted meeting', () => {
  const fixed = (text: string, line: number) => {
    const start = { line, character: 0 };
    const actions = actionsIn(logOf(text), { start, end: { line: line + 1, character: 0 } }, []);
    const join = actions.find(({ title }) => title === 'Join with the meeting before');
    return TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), join?.edit?.changes?.[uri] ?? []);
  };
  it('removes the end, the start and what the bot says about them', () => {
    const expected = lines`
      10:00:00 <ann> #startmeeting Weekly
      10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.
      10:00:00 <bot> Useful Commands: #action #agreed
      10:01:00 <ann> #topic Tools
      10:06:00 <jay> too early
      10:07:30 <ann> #topic Money
      10:30:00 <ann> #endmeeting
      `;
    assert.equal(fixed(restarted, 8), expected);
    assert.lengthOf(logOf(expected).meetings, 1);
  });
  it('keeps the rights of another starter and the title', () => {
    const text = lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #topic Tools
      10:05 <ann> #endmeeting
      10:07 <jay> #startmeeting Weekly
      10:07 <jay> #topic Tools
      10:30 <jay> #endmeeting
      `;
    const expected = lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #topic Tools
      10:07 <ann> #chair jay
      10:07 <ann> #meetingtopic Weekly
      10:07 <jay> #topic Tools
      10:30 <jay> #endmeeting
      `;
    assert.equal(fixed(text, 3), expected);
    assert.isEmpty(problems(logOf(expected)));
  });
});
