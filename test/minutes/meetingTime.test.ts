import { assert } from 'chai';
import { lines, minutesOfText } from '../helpers/logs.js';

describe('times in minutes', () => {
  const zoneOf = (start: string) => minutesOfText(`${start}\n`).zone;

  it('are UTC according to the greeting of a bot, or the zone of their stamps', () => {
    assert.equal(zoneOf('20:58:58 <ann> #startmeeting\n20:58:58 <bot> Meeting started at 20:58:58 UTC'), 'UTC');
    assert.equal(zoneOf('2031-03-14T20:58:58Z <ann> #startmeeting'), 'UTC');
  });
  it('have an unknown zone in all other logs', () => {
    for (const start of [
      '20:58:58 <ann> #startmeeting',
      '20:58:58 <ann> #startmeeting\n20:58:58 <bot> Current chairs: ann',
      '20:58 <ann> #startmeeting',
      '2031-03-14T20:58:58  <ann> #startmeeting',
      '2031-03-14 20:58:58 <@ann:host.org> !startmeeting',
      '20:58 < ann> #startmeeting',
      '[20:58:58] <ann> #startmeeting',
    ])
      assert.equal(zoneOf(start), '', start);
  });
  it('follow a change of the zone', () => {
    const { start, end, duration, items } = minutesOfText(lines`
      [2026-10-25T02:50:00+0200] <ann> #startmeeting
      [2026-10-25T02:05:00+0100] <ann> #info x
      [2026-10-25T02:10:00+0100] <ann> #endmeeting
      `);
    assert.deepEqual([start.time, items[0]?.time, end?.time, duration], ['00:50:00', '01:05:00', '01:10:00', 1200]);
  });
  it('are as logged if so wanted, and the date with them', () => {
    const log = lines`
      00:30:00 <ann> #startmeeting
      00:30:01 <bot> Meeting started Fri Mar 14 23:30:02 2031 UTC.  The chair is ann. Information about MeetBot at x.
      01:30:00 <ann> #endmeeting
      `;
    assert.deepInclude(minutesOfText(log), { date: '2031-03-14', zone: 'UTC' });
    assert.deepInclude(minutesOfText(log, 'club.log', { asLogged: true }), { date: '2031-03-15', zone: '' });
  });
  it('have a date after midnight', () => {
    const log = lines`
      [23:50] <bob> x
      [00:10] <ann> #startmeeting
      [00:20] <ann> #endmeeting
      `;
    assert.equal(minutesOfText(`Session Start: Fri Mar 14 23:00:00 2031\n${log}`).date, '2031-03-15');
    assert.equal(minutesOfText(log, 'club.2031-03-14.log').date, '2031-03-15');
    assert.isNull(minutesOfText(log).date);
  });
  it('stay within the day', () => {
    const log = '2031-03-14T23:58:58+0530 <ann> #startmeeting\n2031-03-15T00:01:00+0530 <ann> #endmeeting\n';
    const { start, end } = minutesOfText(log);
    assert.deepEqual([start.time, end?.time], ['18:28:58', '18:31:00']);
  });
});
