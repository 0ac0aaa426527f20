import { assert } from 'chai';
import { Axis } from '../../../server/src/minutes/page/axis.js';

describe('the axis of a chart', () => {
  const axis = (...times: (string | null)[]) =>
    new Axis(times.map((time, index) => ({ line: index + 1, time, nick: 'ann', isAction: false, text: 'x' })));
  const shares = (one: Axis, count: number) => Array.from({ length: count }, (_, index) => one.share(index + 1));
  const labels = (one: Axis) => one.ticks().map(({ text }) => text);

  it('is as long as the meeting, and has round times', () => {
    const hour = axis('10:05:00', '10:20:00', '11:05:00');
    assert.equal(hour.length, 3600);
    assert.deepEqual(shares(hour, 3), [0, 0.25, 1]);
    assert.deepEqual(labels(hour), ['10:10', '10:20', '10:30', '10:40', '10:50', '11:00']);
    assert.deepEqual(labels(axis('10:00:00', '10:04:00')), ['10:00', '10:01', '10:02', '10:03', '10:04']);
    const steps = (minutes: number) => {
      const [first = '', second = ''] = labels(
        axis(
          '00:00:00',
          `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`,
        ),
      );
      return `${first} ${second}`;
    };
    // At most nine labels, at usual steps.
    for (const [most, second] of [
      [8, '00:01'],
      [16, '00:02'],
      [40, '00:05'],
      [80, '00:10'],
      [120, '00:15'],
      [240, '00:30'],
      [480, '01:00'],
      [960, '02:00'],
    ] as const) {
      assert.equal(steps(most), `00:00 ${second}`);
      assert.notEqual(steps(most + 1), `00:00 ${second}`);
    }
  });
  it('continues past midnight, and past the next', () => {
    const night = axis('23:30:00', '00:30:00', '23:30:00', '00:30:00');
    assert.equal(night.length, 90_000);
    assert.deepEqual(shares(night, 4), [0, 0.04, 0.96, 1]);
    assert.deepEqual(labels(axis('23:30:00', '00:30:00')), [
      '23:30',
      '23:40',
      '23:50',
      '00:00',
      '00:10',
      '00:20',
      '00:30',
    ]);
  });
  it('has whole days without a line', () => {
    const entry = (line: number, time: string, seconds: number) => ({
      line,
      time,
      seconds,
      nick: 'ann',
      isAction: false,
      text: 'x',
    });
    const weekend = new Axis([entry(1, '18:00:00', 0), entry(2, '10:00:00', 230_400)]);
    assert.equal(weekend.length, 230_400);
    assert.deepEqual(labels(weekend).slice(0, 3), ['00:00', '08:00', '16:00']);
  });
  it('has a label every four or eight hours if it is very long', () => {
    assert.deepEqual(labels(axis('00:00:00', '23:00:00', '08:00:00')).slice(0, 3), ['00:00', '04:00', '08:00']);
    assert.deepEqual(labels(axis('00:00:00', '23:00:00', '08:00:01')).slice(0, 3), ['00:00', '08:00', '16:00']);
  });
  it('never goes back', () =>
    assert.deepEqual(shares(axis('10:00:00', '10:10:00', '10:05:00', '10:20:00'), 4), [0, 0.5, 0.5, 1]));
  it('counts lines if a time is missing', () => {
    const lines = axis('10:00:00', null, '10:01:00');
    assert.equal(lines.length, 2);
    assert.deepEqual(shares(lines, 3), [0, 0.5, 1]);
    assert.isEmpty(labels(lines));
  });
  it('has a place within it for lines that no one said', () => {
    const hour = axis('10:00:00', '11:00:00');
    assert.equal(hour.share(99), 0);
    assert.deepEqual([hour.ticks().at(0)?.share, hour.ticks().at(-1)?.share], [0, 1]);
  });
});
