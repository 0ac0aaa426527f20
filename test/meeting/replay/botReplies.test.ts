import { assert } from 'chai';
import { lines, logOf } from '../../helpers/logs.js';

/**
 * The offset of a log's clock from UTC, for a bot whose greeting, a second after the start of the meeting, gives another time.
 */
function offset(log: string, bot: string): number | undefined {
  const text = lines`
    ${log} <ann> #startmeeting
    ${log} <bot> Meeting started Fri Mar 14 ${bot} 2031 UTC.  The chair is ann.
    `;
  return logOf(text).meetings[0]?.utcOffset;
}

describe('a bot’s reply', () => {
  it('counts from the nick that replied first, whatever it said', () => {
    const bot = (said: string) => logOf(`10:00 <ann> #startmeeting\n10:01 <bot> ${said}\n`).meetings[0]?.bot;
    for (const said of [
      'Meeting started now',
      'Meeting ended now',
      'Current chairs: ann',
      "The meeting name has been set to 'x'",
    ])
      assert.equal(bot(said), 'bot', said);
    assert.isUndefined(bot('Yes (2): ann, bob'));
    const two = '10:00 <ann> #startmeeting\n10:01 <bot> Current chairs: ann\n10:02 <eve> Current chairs: eve\n';
    assert.deepEqual(
      logOf(two).meetings[0]?.chairChanges.map(({ nick }) => nick),
      ['ann'],
    );
  });
  it('does not end the meeting', () =>
    assert.isUndefined(logOf('10:00 <ann> #startmeeting\n10:01 <bot> Meeting ended now\n').meetings[0]?.endLine));
  it('gives no offset if either time is missing', () => {
    assert.isUndefined(
      logOf('<ann> #startmeeting\n<bot> Meeting started Fri Mar 14 18:00:02 2031 UTC.\n').meetings[0]?.utcOffset,
    );
    assert.isUndefined(logOf('10:00 <ann> #startmeeting\n10:00 <bot> Meeting started now\n').meetings[0]?.utcOffset);
  });
});

describe('the offset of the log’s clock from UTC', () => {
  const check = (log: string, bot: string, expected: string | undefined) => {
    const hours = /^(-?)(\d+):(\d+)$/.exec(expected ?? '');
    const seconds = hours && (Number(hours[2]) * 60 + Number(hours[3])) * 60 * (hours[1] ? -1 : 1);
    assert.equal(offset(log, bot), seconds ?? undefined);
  };

  it('is the difference from the bot’s greeting', () => check('20:00:00', '18:00:00', '-2:00'));
  it('is a multiple of a quarter of an hour', () => check('10:15:00', '18:00:00', '7:45'));
  it('may be off by up to five minutes, as clocks are', () => {
    check('10:00:00', '12:05:00', '2:00');
    check('10:00:00', '11:55:00', '2:00');
    check('10:00:00', '12:05:01', undefined);
    check('10:00:00', '11:54:59', undefined);
  });
  it('wraps around midnight, since no clock is that far behind', () => {
    check('00:30:00', '23:30:00', '-1:00');
    check('12:00:00', '00:00:00', '12:00');
    check('11:45:00', '00:00:00', '-11:45');
  });
});
