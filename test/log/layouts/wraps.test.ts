import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';

function items(lines: readonly string[]): string[] {
  const log = meetingLog(LogText.of(lines.join('\n')), 'club.log');
  return log.meetings.flatMap((meeting) => minutesOf(log, meeting).items.map(({ text }) => text));
}

describe('wrapped messages', () => {
  it('are joined below tabs', () => {
    assert.deepEqual(items(['<ann>\t#startmeeting', '<ann>\t#info one two', '\t  three', '<ann>\t#endmeeting']), [
      'one two three',
    ]);
    const at = '2031-03-14 20:58:58\tann\t';
    assert.deepEqual(items([`${at}#startmeeting`, `${at}#info one`, '\t\t\ttwo', `${at}#endmeeting`]), ['one two']);
  });
  it('are joined below Matrix messages, except commands', () => {
    const at = '2031-03-14 20:58:58 <@ann:host.org>';
    const lines = [`${at} !startmeeting x`, `${at} ^info one:`, '- two', 'three', '!info four', `${at} !endmeeting`];
    assert.deepEqual(items(lines), ['one: - two three']);
  });
  it('are joined without indentation if every message has a time', () => {
    const lines = [
      '19:00 <ann> #startmeeting',
      '19:00 <ann> #info one',
      'two',
      '19:01 <bob> hi',
      '19:01 <ann> #endmeeting',
    ];
    assert.deepEqual(items(lines), ['one two']);
    assert.deepEqual(items(lines.map((line) => line.replace(/^19:0. /, ''))), ['one']);
    assert.deepEqual(items(lines.toSpliced(2, 0, '')), ['one']);
  });
  it('are not notes of clients or other texts', () => {
    for (const note of [
      'Topic for #club is tea',
      'bob has left',
      '*** bob',
      '=== eve',
      '[bob]',
      '-- ',
      'On Monday, eve wrote:',
    ]) {
      const lines = [
        '19:00 <ann> #startmeeting',
        '19:00 <ann> #action ann: tea',
        note,
        '19:01 <ann> x',
        '19:01 <ann> #endmeeting',
      ];
      assert.deepEqual(items(lines), ['ann: tea'], note);
    }
  });
});

describe('padding that all messages have', () => {
  const codes = (lines: readonly string[]) => {
    const { text } = meetingLog(LogText.of(lines.join('\n')), 'club.log');
    return lines.map((line, index) => line.slice(text.read(index).textStart));
  };
  it('is not part of what is said', () => {
    assert.deepEqual(codes(['19:00 <ann>   #a', '19:00 <bob>   b', '19:00 <ann>     c']), ['#a', 'b', '  c']);
  });
  it('may put all texts into a column', () => {
    const lines = [
      '19:00 <ann>     #a',
      '19:00 <robert>  b',
      '19:00 <bob>     c',
      '19:00 <ann>       d',
      '19:00 <ann>     e',
      '19:00 <ann>     f',
    ];
    assert.deepEqual(codes(lines), ['#a', 'b', 'c', '  d', 'e', 'f']);
  });
  it('is what someone typed if others have none', () => {
    assert.deepEqual(codes(['19:00 <ann>   #a', '19:00 <bob> b', '19:00 <ann>   c']), ['  #a', 'b', '  c']);
  });
});
