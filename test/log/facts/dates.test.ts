import { assert } from 'chai';
import { dateIn } from '../../../server/src/log/facts/dateNotation.js';
import { zoneAt } from '../../../server/src/log/facts/stamps.js';
import { dateAt } from '../../../server/src/log/facts/timeline.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { minutesOfText } from '../../helpers/logs.js';

describe('dates', () => {
  const check = (text: string, date: string | undefined) => assert.equal(dateIn(text), date, text);

  it('are read in any usual notation', () => {
    for (const text of [
      '2031-03-14T10:00:00Z',
      '[2031-03-14 10:00:00]',
      '14-03-2031 10:00:00',
      'Fri Mar 14 22:35:17 2031',
      'Fri Mar 14 2031',
      'BEGIN LOGGING AT Fri Mar 14 09:48:46 2031',
      'Day changed to 14 March 2031',
    ]) {
      check(text, '2031-03-14');
    }
    check('Sat Mar  1 2031', '2031-03-01');
  });
  it('are not other numbers', () => {
    for (const text of ['', '10:00:00', '2031-13-14', 'Mar 14', '31-02-2031', 'Foo 14 2031']) check(text, undefined);
  });
  it('of a line come from its stamp, or from the last day above it', () => {
    const text = LogText.of(
      '--- Log opened Fri Mar 14 22:00:00 2031\n23:59 <ann> a\n--- Day changed Sat Mar 15 2031\n00:01 < ann> b\n',
    );
    assert.equal(dateAt(text, 1), '2031-03-14');
    assert.equal(dateAt(text, 3), '2031-03-15');
    assert.equal(dateAt(LogText.of('2031-03-14T10:00:00Z <ann> x\n'), 0), '2031-03-14');
    assert.isUndefined(dateAt(LogText.of('10:00 <ann> x\n'), 0));
  });
  it('know the zone of a stamp', () => {
    const zone = (stamp: string) => zoneAt(LogText.of(`[${stamp}] <ann> x\n`), 0);
    assert.equal(zone('2031-03-14T10:00:00+0200'), -7200);
    assert.equal(zone('2031-03-14T10:00:00-0330'), 12_600);
    assert.equal(zone('2031-03-14T10:00:00Z'), 0);
    assert.isUndefined(zone('2031-03-14 10:00:00'));
  });
});

describe('the clock of a log', () => {
  const start = (first: string, more = '') => minutesOfText(`${first}${more}`, 'club.log');

  it('is converted to UTC with the bot’s greeting', () => {
    const bot =
      '03:00 <bot> Meeting started Fri Mar 14 19:00:24 2031 UTC.  The chair is ann. Information about MeetBot at x.\n';
    const minutes = start('03:00 <ann> #startmeeting\n', `${bot}04:15 <ann> #endmeeting\n`);
    assert.deepInclude(minutes, { date: '2031-03-14', zone: 'UTC', duration: 4500 });
    assert.equal(minutes.start.time, '19:00:00');
    assert.equal(minutes.end?.time, '20:15:00');
  });
  it('keeps its date if it is ahead of a bot that gives no date', () => {
    const bot = '[10:00] <bot> Meeting started at 08:00:10 UTC.  The chair is ann.  Information about MeetBot at x\n';
    const log = `[00:00] --- Fri Mar 14 2031\n[10:00] <ann> #startmeeting\n${bot}[10:30] <ann> #endmeeting\n`;
    const minutes = start(log);
    assert.deepInclude(minutes, { date: '2031-03-14', zone: 'UTC' });
    assert.equal(minutes.start.time, '08:00:00');
  });
  it('is converted to UTC with the zone of its stamps, including the date', () => {
    const minutes = start('[2031-03-15T01:30:00+0200] <ann> #startmeeting\n');
    assert.deepInclude(minutes, { date: '2031-03-14', zone: 'UTC' });
    assert.equal(minutes.start.time, '23:30:00');
  });
  it('is unchanged if nothing shows the zone', () => {
    const minutes = start('[10:00] <ann> #startmeeting\n');
    assert.deepInclude(minutes, { zone: '', date: null });
    assert.equal(minutes.start.time, '10:00:00');
  });
  it('continues past midnight', () => {
    const text =
      '--- Log opened Fri Mar 14 22:00:00 2031\n23:50 < ann> #startmeeting\n--- Day changed Sat Mar 15 2031\n00:10 < ann> #endmeeting\n';
    assert.deepInclude(start(text), { date: '2031-03-14', duration: 1200 });
  });
});
