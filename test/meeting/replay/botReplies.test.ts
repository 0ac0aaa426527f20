import { assert } from 'chai';
import { lines, logOf } from '../../helpers/logs.js';

/** What a log's clock lacks for UTC, by a bot that greets at a time of its own a second after the meeting began. */
function offset(log: string, bot: string): number | undefined {
  const text = lines`
    ${log} <ann> #startmeeting
    ${log} <bot> Meeting started Fri Mar 14 ${bot} 2031 UTC.  The chair is ann.
    `;
  return logOf(text).meetings[0]?.utcOffset;
}

describe('the offset of the log’s clock from UTC', () => {
  const check = (log: string, bot: string, expected: string | undefined) => {
    const hours = /^(-?)(\d+):(\d+)$/.exec(expected ?? '');
    const seconds = hours && (Number(hours[2]) * 60 + Number(hours[3])) * 60 * (hours[1] ? -1 : 1);
    assert.equal(offset(log, bot), seconds ?? undefined);
  };

  it('is what the bot’s greeting differs by', () => check('20:00:00', '18:00:00', '-2:00'));
  it('is in quarters of an hour', () => check('10:15:00', '18:00:00', '7:45'));
  it('may be off by five minutes, as clocks are, and by no more', () => {
    check('10:00:00', '12:05:00', '2:00');
    check('10:00:00', '11:55:00', '2:00');
    check('10:00:00', '12:05:01', undefined);
    check('10:00:00', '11:54:59', undefined);
  });
  it('is over midnight what no clock is behind by', () => {
    check('00:30:00', '23:30:00', '-1:00');
    check('12:00:00', '00:00:00', '12:00');
    check('11:45:00', '00:00:00', '-11:45');
  });
});
