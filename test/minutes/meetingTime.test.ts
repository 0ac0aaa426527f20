import { assert } from 'chai';
import { minutesOfText } from '../helpers/logs.js';

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
  it('stay within the day', () => {
    const log = '2031-03-14T23:58:58+0530 <ann> #startmeeting\n2031-03-15T00:01:00+0530 <ann> #endmeeting\n';
    const { start, end } = minutesOfText(log);
    assert.deepEqual([start.time, end?.time], ['18:28:58', '18:31:00']);
  });
});
