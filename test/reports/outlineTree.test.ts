import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { outline } from '../../server/src/reports/outline.js';
import { outlineTree } from '../../server/src/reports/outlineTree.js';
import type { Paint } from '../../server/src/reports/paint.js';
import { lines, logOf, meeting } from '../helpers/logs.js';

const tree = (text: string, paint?: Paint) => outlineTree(outline(logOf(text), 'x.log'), paint);

describe('the tree of an outline', () => {
  it('has topics with their numbers, subtopics, and everything below these', () => {
    const text = lines`
      10:00 <ann> #startmeeting tea
      10:01 <ann> #subtopic early
      10:01 <ann> #info first
      10:02 <ann> [TOPIC] green
      10:03 <ann> #info hot
      10:04 <ann> #subtopic sencha
      10:05 <ann> #action ann buys some
      10:06 <ann> #subtopic matcha
      10:06 <ann> #info dear
      10:07 <ann> [TOPIC] black
      10:08 <ann> #endmeeting
      `;
    assert.deepEqual(
      tree(text)
        .split('\n')
        .map((line) => line.slice(8)),
      [
        ...[`${titleOf(text)} (ann, 10:00:00)`, '  SUBTOPIC early', '  INFO first', '  1. green'],
        ...['    INFO hot', '    SUBTOPIC sencha', '      ACTION ann buys some', '    SUBTOPIC matcha'],
        ...['      INFO dear', '  2. black', ''],
      ],
    );
  });
  it('has numbers of meetings if there are several', () => {
    const two = meeting('10:01 <ann> #topic x\n') + meeting('10:01 <ann> #topic y\n');
    assert.deepEqual(
      [...tree(two).matchAll(/^ +\d+ +(\d)\. /gm)].map(([, number]) => number),
      ['1', '1', '2', '1'],
    );
  });
  it('has no parentheses after a meeting whose starter and time are not known', () => {
    const log = meetingLog(LogText.of('<ann> hi\n'), 'x.log', { folder: '', wholeLog: true });
    assert.equal(outlineTree(outline(log, 'x.log')), '     1  Meeting\n');
  });
  it('highlights meetings, topics, decisions and actions', () => {
    const marks: Paint = (style, text) => `<${style} ${text.trim()}>`;
    const marked = tree(meeting('10:01 <ann> #topic x\n10:02 <ann> #agreed y\n10:03 <ann> #action z\n'), marks);
    assert.match(marked, /^<aside 1> {2}<name .*>\n<aside 2> {4}1\. <name x>\n/);
    assert.include(marked, '<aside 3>      <decision AGREED> y\n');
    assert.include(marked, '<aside 4>      <action ACTION> z\n');
  });
});

function titleOf(text: string): string {
  return outline(logOf(text), 'x.log').meetings[0]?.title ?? '';
}
