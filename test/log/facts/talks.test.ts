import { assert } from 'chai';
import { chatDays } from '../../../server/src/log/facts/talks.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';

/** The days of a log with the lines of their talks: `date: first-last first-last`. */
function daysOf(rows: readonly string[], layout?: string): string[] {
  const days = chatDays(LogText.of(rows.join('\n'), layout === undefined ? undefined : layoutNamed(layout)));
  return days.map(({ date, start, last, talks }) => {
    assert.deepEqual([start, last], [talks[0]?.start, talks.at(-1)?.last]);
    return `${date}: ${talks.map((talk) => `${talk.start}-${talk.last}`).join(' ')}`;
  });
}

describe('the talks of a chat', () => {
  it('end with a pause of half an hour', () => {
    const rows = ['10:00:00 <ann> a', '10:29:59 <bob> b', '10:59:59 <ann> c', '11:00 <bob> d'];
    assert.deepEqual(daysOf(rows), ['undefined: 0-1 2-3']);
  });

  it('do not end if the clock goes back a little', () => {
    assert.deepEqual(daysOf(['10:00 <ann> a', '09:58 <bob> b', '09:59 <ann> c']), ['undefined: 0-2']);
  });

  it('belong to the next day after midnight', () => {
    assert.deepEqual(daysOf(['23:59 <ann> a', '00:01 <bob> b', '00:02 <ann> c']), ['undefined: 0-0', 'undefined: 1-2']);
  });

  it('have the date from a line above or from their stamps', () => {
    const opened = ['--- Log opened Fri Mar 14 20:00:00 2031', '20:00 <ann> a', '--- Day changed Sat Mar 15 2031'];
    assert.deepEqual(daysOf([...opened, '00:10 <ann> b']), ['2031-03-14: 1-1', '2031-03-15: 3-3']);
    const stamped = ['2031-03-14T20:58:58 <ann> a', '2031-03-15T20:58:58 <ann> b'];
    assert.deepEqual(daysOf(stamped, 'irssi-iso'), ['2031-03-14: 0-0', '2031-03-15: 1-1']);
  });

  it('follow a change of the zone', () => {
    const stamps = ['02:55:00+0200', '02:05:00+0100', '02:40:00+0100', '03:40:00+0200'];
    const rows = stamps.map((stamp) => `[2026-10-25T${stamp}] <ann> x`);
    assert.deepEqual(daysOf(rows, 'textual'), ['2026-10-25: 0-1 2-3']);
  });

  it('have a date after midnight, and that of stamps without a year', () => {
    const opened = '--- Log opened Fri Mar 14 20:00:00 2031';
    assert.deepEqual(daysOf([opened, '23:50 <ann> a', '00:10 <ann> b']), ['2031-03-14: 1-1', '2031-03-15: 2-2']);
    const rows = [
      '**** BEGIN LOGGING AT Wed Dec 31 09:48:46 2031',
      'Dec 31 20:58:00 <ann>\ta',
      'Jan  2 20:58:00 <ann>\tb',
    ];
    assert.deepEqual(daysOf(rows, 'hexchat'), ['2031-12-31: 1-1', '2032-01-02: 2-2']);
  });

  it('end with a pause of more than half a day, too', () => {
    assert.deepEqual(daysOf(['01:00 <ann> a', '22:00 <bob> b']), ['undefined: 0-0 1-1']);
  });

  it('consist only of what is said', () => {
    const rows = ['10:00 <ann> a', '10:10 *** bob has joined #c', '10:31 <ann> b', '10:32 * ann c'];
    assert.deepEqual(daysOf(rows), ['undefined: 0-0 2-3']);
  });

  it('continue from block to block', () => {
    const many = Array.from({ length: 2 * blockSize }, () => '10:00:00 <ann> a');
    assert.deepEqual(daysOf([...many, '10:31:00 <bob> b']), [
      `undefined: 0-${2 * blockSize - 1} ${2 * blockSize}-${2 * blockSize}`,
    ]);
  });

  it('have the date of a day that is named at the end of a block', () => {
    const [before, after] = ['10:00 <ann> a', '00:10 <ann> b'].map((row) =>
      Array.from({ length: blockSize }, () => row),
    );
    const rows = [...(before ?? []).slice(1), '--- Day changed Sat Mar 15 2031', ...(after ?? [])];
    assert.deepEqual(daysOf(rows), [`undefined: 0-${blockSize - 2}`, `2031-03-15: ${blockSize}-${2 * blockSize - 1}`]);
  });
});
