import { assert } from 'chai';
import { fixesOf } from '../../server/src/features/actions/fixes.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { whyUnusable } from '../../server/src/meeting/problems/unusable.js';
import { lines, logOf, twoMeetings } from '../helpers/logs.js';

const isReversed = (text: string) => problems(logOf(text)).some(({ code }) => code === 'reversed-log');

const newestFirst = (text: string) => text.trimEnd().split('\n').reverse().join('\n');

const meeting = lines`
  10:00 <ann> #startmeeting Tea
  10:01 <ann> #topic Cups
  10:02 <bob> #info two, please
  10:03 <ann> #endmeeting
  `;

/** The text after the only fix of a reversed log. */
function reversedBack(text: string): string {
  const log = logOf(text);
  const [problem] = problems(log).filter(({ code }) => code === 'reversed-log');
  assert.exists(problem);
  const [fix] = problem ? fixesOf(log, problem) : [];
  const [edit, ...others] = fix?.edits ?? [];
  assert.isEmpty(others);
  assert.exists(edit);
  return edit ? log.text.replace(edit.range.start, edit.range.end, edit.newText).toString() : '';
}

describe('a log whose newest line is the first', () => {
  it('is an error on the line that starts its meeting, and no minutes can be right', () => {
    const log = logOf(newestFirst(meeting));
    const [found] = problems(log).filter(({ code }) => code === 'reversed-log');
    assert.deepInclude(found, { line: 3, start: 12, end: 25 });
    assert.match(whyUnusable(log) ?? '', /newest line/);
  });
  it('is known by its times, or by the end of a meeting above its start', () => {
    const dated = (day: number) => meeting.replace(/^/gm, `2031-03-${day} `).trimEnd();
    const undated = meeting.replace(/^[\d:]+ /gm, '');
    const night = ['23:58 <bob> late', '23:59 <ann> #startmeeting', '00:01 <ann> #topic x', '00:02 <ann> #endmeeting'];
    for (const text of [`${dated(14)}\n${dated(15)}`, undated, night.join('\n'), twoMeetings])
      assert.isTrue(isReversed(newestFirst(text)), text);
  });
  it('is no log in its order, a clock that was set back, or one meeting above another', () => {
    const between = lines`
      <ann> #topic Last
      <ann> #endmeeting
      <ann> #startmeeting
      <ann> #topic First
      `;
    const setBack = meeting.replace('10:03', '09:03');
    const quiet = '10:00 <bob> c\n09:00 <bob> b\n08:00 <bob> a\n07:00 <bob> none';
    for (const text of [meeting, twoMeetings, between, setBack, quiet, `${meeting}${meeting}${meeting}`])
      assert.isFalse(isReversed(text), text);
  });
  it('is found in a log of many blocks', () => {
    const talk = Array.from(
      { length: 1000 },
      (_, at) => `${10 + (Math.floor(at / 60) % 10)}:${String(at % 60).padStart(2, '0')} <bob> x`,
    );
    const day = ['10:00 <ann> #startmeeting', ...talk.slice(0, 590), '19:59 <ann> #endmeeting'].join('\n');
    assert.isFalse(isReversed(day));
    assert.isTrue(isReversed(newestFirst(day)));
  });
  it('is turned round, with each message above what continues it', () => {
    const text = '10:02 <ann> #endmeeting\n10:01 <bob> two\n      lines\n10:00 <bob> x\n09:59 <ann> #startmeeting';
    assert.equal(
      reversedBack(text),
      '09:59 <ann> #startmeeting\n10:00 <bob> x\n10:01 <bob> two\n      lines\n10:02 <ann> #endmeeting',
    );
  });
  it('keeps its line ends and its byte-order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end]) {
        const ordered = `\uFEFF${meeting.trimEnd().replaceAll('\n', end)}${last}`;
        const text = `\uFEFF${newestFirst(meeting).replaceAll('\n', end)}${last}`;
        assert.equal(reversedBack(text), ordered);
      }
    }
  });
  it('keeps a title above it, and names above what is said', () => {
    assert.equal(reversedBack(`The tea log\n${newestFirst(meeting)}`), `The tea log\n${meeting.trimEnd()}`);
    const said = (time: string, nick: string, text: string) => `${nick} [${time} PM]\n${text}\n`;
    const groups = [
      said('8:00', 'ann', '#startmeeting Tea'),
      said('8:01', 'ann', '#topic Cups\nof glass'),
      said('8:02', 'bob', 'two'),
      said('8:03', 'ann', '#endmeeting'),
    ];
    assert.isDefined(LogText.of(groups.join('')).layout.below);
    assert.equal(reversedBack(groups.toReversed().join('')), groups.join(''));
  });
});
