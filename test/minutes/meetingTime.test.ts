import { assert } from 'chai';
import { minutesOfText } from '../helpers/logs.js';

describe('times in minutes', () => {
  const zoneOf = (start: string) => minutesOfText(`${start}\n`).zone;

  it('are UTC in the logs that bots write', () => {
    assert.equal(zoneOf('20:58:58 <ann> #startmeeting'), 'UTC');
    assert.equal(zoneOf('2031-03-14T20:58:58  <ann> #startmeeting'), 'UTC');
    assert.equal(zoneOf('2031-03-14 20:58:58 <@ann:host.org> !startmeeting'), 'UTC');
  });
  it('are of an unknown zone in those of other programs', () => {
    assert.equal(zoneOf('20:58 < ann> #startmeeting'), '');
    assert.equal(zoneOf('[20:58:58] <ann> #startmeeting'), '');
  });
  it('stay within the day', () => {
    const log = '2031-03-14T23:58:58+0530 <ann> #startmeeting\n2031-03-15T00:01:00+0530 <ann> #endmeeting\n';
    const { start, end } = minutesOfText(log);
    assert.deepEqual([start.time, end?.time], ['18:28:58', '18:31:00']);
  });
});
