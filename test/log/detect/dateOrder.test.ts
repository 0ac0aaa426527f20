import { assert } from 'chai';
import { DateOrderFinder } from '../../../server/src/log/detect/dateOrder.js';
import { dateIn } from '../../../server/src/log/facts/dateNotation.js';
import { chatDays } from '../../../server/src/log/facts/talks.js';
import { dateAt } from '../../../server/src/log/facts/timeline.js';
import { LogText } from '../../../server/src/log/text/logText.js';

describe('dates in numbers', () => {
  it('are read with any separator, and with two digits of the year', () => {
    for (const text of ['14/03/2031', '3/14/2031', '14.3.2031', '14.03.31', '3/14/31', '14-03-2031', '2031/03/14']) {
      assert.equal(dateIn(text), '2031-03-14', text);
    }
    for (const text of ['14-03-31', '14.13.2031', '14/03-2031', '3.14.2031', '114/03/2031', '14/03/20319']) {
      assert.isUndefined(dateIn(text), text);
    }
  });

  it('are read in the order that the caller knows', () => {
    assert.equal(dateIn('02/09/2031'), '2031-09-02');
    assert.equal(dateIn('02/09/2031', 'month first'), '2031-02-09');
    assert.equal(dateIn('14/03/2031', 'month first'), '2031-03-14');
    assert.equal(dateIn('02.09.2031', 'month first'), '2031-09-02');
  });

  const check = (rows: readonly string[], date: string) => {
    const text = LogText.of(rows.join('\n'));
    assert.equal(dateAt(text, 0), date);
    const [day] = chatDays(text);
    assert.equal(day?.date, date);
  };
  const said = (...stamps: readonly string[]) => stamps.map((stamp) => `[${stamp}] ann: #info tea`);

  it('have the order of a date that has only one', () => {
    check(said('02/09/2031 19:00', '02/13/2031 19:00'), '2031-02-09');
    check(said('02/09/2031 07:00 PM', '13/09/2031 07:00 PM'), '2031-09-02');
  });
  it('have the order of a date in words', () => {
    const log = (day: string) => LogText.of(`--- Log opened ${day}\n${said('02/09/2031 19:00').join('\n')}`, undefined);
    const order = ({ layout }: LogText) => layout.dateOrder;
    assert.equal(order(log('Sun Feb 09 2031')), 'month first');
    assert.equal(order(log('Tue Sep 02 2031')), 'day first');
  });
  it('have the day where the numbers change', () => {
    check(said('02-09-2031 19:00', '02-10-2031 19:00'), '2031-02-09');
    check(said('02/09/2031 7:00 PM', '03/09/2031 7:00 PM'), '2031-09-02');
  });
  it('have the order of the bot’s greeting', () => {
    const greeting = 'Meeting started Sun Feb  9 19:00:00 2031 UTC.  The chair is ann.';
    check([...said('02/09/2031 19:00'), `[02/09/2031 19:00] bot: ${greeting}`], '2031-02-09');
  });

  const order = (...rows: readonly string[]) => {
    const finder = new DateOrderFinder();
    for (const row of rows) finder.add(row);
    return finder.order;
  };
  it('have the order of stamps behind names', () => {
    assert.equal(order('Wren Hill, [02.09.2031 20:58]'), 'day first');
    assert.equal(order('wren — 3/4/2031 8:58 PM', 'hello', 'rook2 — 3/14/2031 8:58 PM'), 'month first');
    assert.equal(order('wren — 03/04/2031 20:58', 'rook — 14/03/2031 20:58'), 'day first');
    assert.equal(order('Wren, [3/4/2031 20.58]: hello', 'Rook, [3/5/2031 20.58]: hello'), 'month first');
    assert.equal(order('wren — 3/4/2031 8:58 PM'), 'month first');
    assert.isUndefined(order('<ann> let us meet on 02/13/2031 10:00', 'ann: 02/13/2031 10:00'));
  });
  it('are read in any digits', () => assert.equal(order('٠٢/٠٩/٢٠٣١ ٢٠:٥٨ ann', '١٤/٠٩/٢٠٣١ ٢٠:٥٨ ann'), 'day first'));
  it('are a guess if nothing shows the order', () => {
    assert.equal(order(...said('02/09/2031 7:00 PM')), 'month first');
    assert.equal(order(...said('02/09/2031 7:00 pm')), 'perhaps day first');
    assert.equal(order(...said('02/09/2031 19:00')), 'perhaps day first');
    assert.equal(order(...said('02.09.2031 19:00')), 'day first');
    assert.isUndefined(order(...said('2031-02-09 19:00')));
  });

  it('have the month first with slashes and a 12-hour clock, or else the day', () => {
    check(said('02/09/2031 7:00 PM'), '2031-02-09');
    check(said('02/09/2031 19:00'), '2031-09-02');
    check(said('02-09-2031 7:00 PM'), '2031-09-02');
  });
});

describe('dates in words', () => {
  it('are read with zones, commas, ordinals and in other languages', () => {
    for (const text of [
      'Fri, Mar 14, 2031, 20:58:03',
      'Friday, March 14, 2031',
      'Friday 14 March 2031',
      'Fri Mar 14 20:58:58 CET 2031',
      'Fri 14 Mar 2031 08:58:00 PM CET',
      'Fr., 14. März 2031, 20:58:10',
      'ven. 14 mars 2031',
      'March 14th, 2031',
      '14 de marzo de 2031',
      '14-Mar-2031',
    ]) {
      assert.equal(dateIn(text), '2031-03-14', text);
    }
  });
});
