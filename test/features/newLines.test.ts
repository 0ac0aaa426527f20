import { assert } from 'chai';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sayAbove, sayBelow, sayInstead } from '../../server/src/features/newLines.js';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { type ChatEvent, eventIn } from '../helpers/events.js';
import { lines, logOf, uri } from '../helpers/logs.js';

/** A meeting that no one ends, in which someone does what only chairs may do. */
const meeting: readonly ChatEvent[] = [
  [0, 'message', 'ann', '#startmeeting The garden'],
  [60, 'message', 'cleo', 'hello'],
  [120, 'message', 'ann', '#topic Seeds'],
  [180, 'message', 'cleo', 'tomatoes?'],
  [240, 'message', 'bob', '#topic Water'],
  [300, 'message', 'bob', 'from the tap'],
];

function applied(log: MeetingLog, edit: TextEdit | undefined): string {
  assert.isDefined(edit);
  const document = TextDocument.create(uri, '', 0, log.text.toString());
  return TextDocument.applyEdits(document, edit ? [edit] : []);
}

function codesIn(log: MeetingLog): readonly string[] {
  return problems(log).map(({ code }) => code);
}

describe('a new line', () => {
  for (const layout of layouts) {
    it(`is what someone says in a meeting in ${layout.name}`, () => {
      const rows = meeting.map((event) => eventIn(layout, event));
      const log = logOf(`${rows.join('\n')}\n`);
      const [held] = log.meetings;
      assert.includeMembers([...codesIn(log)], ['missing-endmeeting', 'not-chair']);
      const line = problems(log).find(({ code }) => code === 'not-chair')?.line ?? 0;
      const { nick } = log.text.read(line);
      const chaired = applied(log, sayAbove(log, line, held?.owner ?? '', held, `#chair ${nick}`));
      assert.notInclude(codesIn(logOf(chaired)), 'not-chair', chaired);
      const ended = applied(log, sayBelow(log, held?.lastLine ?? 0, held?.owner ?? '', held, '#endmeeting'));
      assert.notInclude(codesIn(logOf(ended)), 'missing-endmeeting', ended);
      for (const text of [chaired, ended]) assert.equal(logOf(text).meetings.length, 1);
    });
  }

  /** What follows a log once someone says something at its cursor. */
  const check = (log: string, say: (log: MeetingLog) => TextEdit | undefined, expected: string) =>
    assert.equal(applied(logOf(log), say(logOf(log))), expected);

  it('says again who speaks below it, where a heading does', () =>
    check(
      'ann [9:04 PM]\n#startmeeting\nbob [9:05 PM]\nhi\n#agreed tea\n',
      (log) => sayAbove(log, 4, 'ann', undefined, '#chair bob'),
      'ann [9:04 PM]\n#startmeeting\nbob [9:05 PM]\nhi\nann [9:05 PM]\n#chair bob\nbob [9:05 PM]\n#agreed tea\n',
    ));
  it('is above a heading, not between it and the text', () =>
    check(
      'ann [9:04 PM]\n#startmeeting\nbob [9:05 PM]\n#agreed tea\n',
      (log) => sayAbove(log, 3, 'ann', undefined, '#chair bob'),
      'ann [9:04 PM]\n#startmeeting\nann [9:05 PM]\n#chair bob\nbob [9:05 PM]\n#agreed tea\n',
    ));
  it('is not within a wrapped message', () =>
    check(
      '10:00 <ann> #startmeeting\n10:01 <bob> hi and\n    so on\n10:02 <bob> x\n',
      (log) => sayBelow(log, 1, 'ann', undefined, '#topic tea'),
      '10:00 <ann> #startmeeting\n10:01 <bob> hi and\n    so on\n10:01 <ann> #topic tea\n10:02 <bob> x\n',
    ));
  it('is behind a byte-order mark', () =>
    check(
      '\uFEFF10:00 <ann> hi\n10:01 <ann> #info tea\n',
      (log) => sayAbove(log, 0, 'ann', undefined, '#startmeeting'),
      '\uFEFF10:00 <ann> #startmeeting\n10:00 <ann> hi\n10:01 <ann> #info tea\n',
    ));
  it('is at the end of a log without a last line end', () =>
    check(
      '10:00 <ann> #startmeeting\r\n10:01 <bob> hi',
      (log) => sayBelow(log, 1, 'ann', undefined, '#endmeeting'),
      '10:00 <ann> #startmeeting\r\n10:01 <bob> hi\r\n10:01 <ann> #endmeeting',
    ));
  it('takes the place of another', () =>
    check(
      lines`
        10:00 <@ann> #startmeeting
        10:01  * bob #info waves
        10:02 <@ann> #endmeeting
        `,
      (log) => sayInstead(log, 1, 'bob', undefined, '#info waves'),
      lines`
        10:00 <@ann> #startmeeting
        10:01 <bob> #info waves
        10:02 <@ann> #endmeeting
        `,
    ));
  it('is none if the log cannot have it', () => {
    const log = logOf('2031-03-14 10:00:00 <@ann:host.org> #startmeeting\n');
    assert.isUndefined(sayAbove(log, 0, 'ann', undefined, 'x'));
    assert.isUndefined(sayAbove(log, 0, '@ann:host.org', undefined, 'x\ny'));
  });
});
