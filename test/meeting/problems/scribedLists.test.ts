import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { findingProblems, problemLists, problems } from '../../../server/src/meeting/problems/findProblems.js';
import { logOf } from '../../helpers/logs.js';

const one = (channel: string) =>
  [
    `10:00 <RRSAgent> logging to https://x.example/2031/03/14-${channel}-irc`,
    '10:01 <ann> scribe: ann',
    '10:02 <ann> present+ ann, bob',
    '10:03 <ann> zoe: a',
    '10:04 <ann> zoe: b',
    '10:05 <ann> zoe: c',
    '10:06 <ann> s/nothing/x/',
    '10:07 <ann> RRSAgent, draft minutes',
    '',
  ].join('\n');

describe('problems of meetings with a scribe', () => {
  it('are found in steps, leaving nothing to do', () => {
    const log = logOf(one('a') + one('b'));
    assert.lengthOf(log.meetings, 2);
    assert.isAbove([...findingProblems(log)].length, 20);
    const lists = problemLists(log);
    assert.isTrue(problemLists(log).every((list, index) => list === lists[index]));
    const codes = problems(log).map(({ code }) => code);
    assert.deepEqual(codes, [
      'maybe-present',
      'failed-correction',
      'two-meetings',
      'maybe-present',
      'failed-correction',
    ]);
  });
  it('are not found again after an edit of another meeting, and move with their meeting', () => {
    const text = LogText.of(one('a') + one('b'));
    const log = meetingLog(text, 'x.log');
    const before = problemLists(log);
    const after = meetingLog(
      text.replace({ line: 3, character: 0 }, { line: 3, character: 0 }, '10:02 <bob> hello\n'),
      'x.log',
      {
        earlier: log,
      },
    );
    const [first, second] = before.filter((list) => list.some(({ code }) => code === 'maybe-present'));
    const now = problemLists(after).filter((list) => list.some(({ code }) => code === 'maybe-present'));
    assert.notStrictEqual(now[0], first);
    assert.deepEqual(
      now[1]?.map(({ line, missing, message }) => ({ line, missing, message })),
      second?.map(({ line, missing, message }) => ({
        line: line + 1,
        missing: missing && { ...missing, line: missing.line + 1 },
        message,
      })),
    );
    assert.isAbove(now[1]?.length ?? 0, 1);
  });
});
