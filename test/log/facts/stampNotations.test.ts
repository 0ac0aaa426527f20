import { assert } from 'chai';
import fc from 'fast-check';
import { dateIn, monthDayIn } from '../../../server/src/log/facts/dateNotation.js';
import { hintReader, stampOf } from '../../../server/src/log/facts/stamps.js';
import { secondsOfDay } from '../../../server/src/log/layouts/times.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { anyCharacter } from '../../helpers/anyCharacter.js';

/** Midnight, in which a time is written as `HH:MM:SS`; undefined for none. */
function seconds(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(`1970-01-01T${time}Z`) / 1000;
}

describe('the time of a stamp', () => {
  const check = (stamp: string, time: string | undefined) =>
    it(`is read in ${JSON.stringify(stamp)}`, () => assert.equal(secondsOfDay(stamp), seconds(time)));

  describe('of 12 hours', () => {
    check('오후 8:58', '20:58:00');
    check('오전 8시 58분 10초', '08:58:10');
    check('下午8:58:10', '20:58:10');
    check('2031年3月14日星期五下午8:58', '20:58:00');
    check('2031年3月14日 晚上8:58', '20:58:00');
    check('午後0:58', '12:58:00');
    check('上午12:07', '00:07:00');
    check('8:58 μ.μ.', '20:58:00');
    check('8:58:10 p. m.', '20:58:10');
    check('8:58:10 p.\u00a0m.', '20:58:10');
    check('8:58:10\u202fPM', '20:58:10');
    check('8:58 P.M.', '20:58:00');
    check('8:58 PTG', '20:58:00');
    check('8:58 CH', '20:58:00');
    check('du. 8:58', '20:58:00');
    check('8:58 em', '20:58:00');
    check('٨:٥٨ م', '20:58:00');
    check('12:58 odp.', '12:58:00');
    check('13:58 μ.μ.', '13:58:00');
  });

  describe('of 24 hours', () => {
    check('klo 20.58.10', '20:58:10');
    check('klo 8.58', '08:58:00');
    check('kl. 20:58', '20:58:00');
    check('kl. 20.58', '20:58:00');
    check('20.58.10', '20:58:10');
    check('20.05.10', '20:05:10');
    check('14.3.2031 20.58', '20:58:00');
    check('14.03.31 20.58', '20:58:00');
    check('20.58 14.03.31', '20:58:00');
    check('14. mar. 2031 20.58.10', '20:58:10');
    check('2031-03-14, 20.58', '20:58:00');
    check('14.03. 20.58', '20:58:00');
    check('20h58', '20:58:00');
    check('20 h 58 min 10 s', '20:58:10');
    check('20h58m10s', '20:58:10');
    check('20时58分10秒', '20:58:10');
    check('20時58分', '20:58:00');
    check('20시 58분', '20:58:00');
    check('20.58:10 h', '20:58:10');
    check('२०:५८:१०', '20:58:10');
    check('۲۰:۵۸', '20:58:00');
    check('8:58 Uhr', '08:58:00');
    check('am 8:58', '08:58:00');
    check('2031-03-14T08:58:10Z', '08:58:10');
    check('Fri Mar 14 08:58:10 CET 2031', '08:58:10');
    check('20:58:10.123456Z', '20:58:10');
  });

  describe('since 1970', () => {
    check('1931288290', '20:58:10');
    check('1931288290.123456', '20:58:10');
    check('[1931288290]', '20:58:10');
    check('1931288290123', '20:58:10');
    check('931288290', '19:11:30');
    check('19312882901', undefined);
    check('20310314', undefined);
  });

  describe('is none', () => {
    check('14.03.2031', undefined);
    check('Fri 14.03.2031', undefined);
    check('20.58', undefined);
    check('2031. 3. 14.', undefined);
    check('24.00.00', undefined);
    check('0:7:10', undefined);
    check('+01:00', undefined);
    check('20h', undefined);
  });
});

describe('the date of a stamp', () => {
  const check = (stamp: string, date = '2031-03-14') =>
    it(`is read in ${JSON.stringify(stamp)}`, () => assert.equal(dateIn(stamp), date));

  for (const stamp of [
    '2031年3月14日',
    '2031年03月14日(金)',
    '2031년 3월 14일 금요일',
    '2031. 3. 14.',
    '2031. 03. 14.',
    '2031. márc. 14.',
    '2031. MÁRCIUS 14.',
    '14 de marzo de 2031',
    '14 MARZO 2031',
    '14.3.2031',
    '14. 3. 2031',
    '14. März 2031',
    'Fr., 14. Ma\u0308rz 2031',
    'пт, 14 марта 2031 г.',
    '14 МАРТ 2031',
    'παρασκευή 14 Μαρτίου 2031',
    'ΠΑΡΑΣΚΕΥΉ, 14 ΜΑΡΤΊΟΥ 2031',
    'd’14 de març del 2031',
    '14 במרץ 2031',
    '١٤ مارس ٢٠٣١',
    '١٤\u200f/٣\u200f/٢٠٣١',
    '१४ मार्च २०३१',
    '14 thg 3, 2031',
    '14 มี.ค. 2031',
    'Fri, Mar 14, 2031',
    '14-Mar-31',
    '14 mars 2031',
    'mar. 14 mars 2031',
    '2031 m. kovo 14 d.',
    '2031. gada 14. marts',
    '14. 03. 31',
  ]) {
    check(stamp);
  }
  check('mar 11 nov 2031', '2031-11-11');
  check('mar. 14 janv. 2031', '2031-01-14');
  check('1 févr. 2031', '2031-02-01');
  check('pt., 14 lis 2031', '2031-11-14');
  check('uto, 14. lis 2031', '2031-10-14');

  it('is not guessed', () => {
    for (const text of ['14 lis 2031', '14 Foo 2031', '31 de febrero de 2031', '14 tháng 13, 2031', 'Maria 14 2031']) {
      assert.isUndefined(dateIn(text), text);
    }
  });

  it('may have no year', () => {
    for (const text of [
      '3/14',
      '14/3',
      '14.03.',
      '14. 3.',
      '3月14日',
      '3월 14일',
      '14 Mar',
      'Mar 14',
      '14 de marzo',
      '14. März',
    ]) {
      assert.deepEqual(monthDayIn(text), [3, 14], text);
    }
    assert.deepEqual(monthDayIn('2/9', 'month first'), [2, 9]);
    assert.deepEqual(monthDayIn('2/9'), [9, 2]);
    for (const text of ['', '3', '3/4/5', '40/2', '02-09', 'v1.2.3']) assert.isUndefined(monthDayIn(text), text);
  });
});

describe('the hint of a stamp', () => {
  const hint = (stamp: string) => {
    const log = LogText.of(`${stamp} <ann> #startmeeting\n${stamp} <bob> hello\n${stamp} <ann> #endmeeting\n`);
    const { time: _, ...rest } = stampOf(log, 0) ?? { time: 0 };
    return rest;
  };
  const day = Date.parse('2031-03-14') / 86_400_000;

  it('has a zone', () => {
    const zones = {
      '+0100': 1,
      '+01:00': 1,
      Z: 0,
      ' UTC': 0,
      ' UTC+2': 2,
      ' GMT+0100': 1,
      ' GMT-3': -3,
      '-0330': -3.5,
    };
    for (const [zone, east] of Object.entries(zones)) {
      assert.deepEqual(hint(`2031-03-14 20:58:10${zone}`), { day, zone: -east * 3600 || 0 }, zone);
    }
  });
  it('is in UTC for seconds since 1970', () => {
    assert.deepEqual(hint('1931288290'), { day, zone: 0 });
    assert.deepEqual(hint('1931299199.5'), { day, zone: 0 });
    assert.deepEqual(hint('1931299200'), { day: day + 1, zone: 0 });
  });
  it('has the day of the week or of the year if it has no date', () => {
    assert.deepEqual(hint('Fri 8:58 PM'), { weekday: 5, zone: undefined });
    assert.deepEqual(hint('vendredi 20:58'), { weekday: 5, zone: undefined });
    assert.deepEqual(hint('[14.03. 20:58]'), { monthDay: [3, 14], zone: undefined });
    assert.deepEqual(hint('[14 марта 20:58]'), { monthDay: [3, 14], zone: undefined });
    assert.deepEqual(hint('20.05.10'), {});
  });

  it('is the same object as long as the day is', () => {
    const rows = ['2031-03-14 20:58:10', '2031-03-14 20:59:10', '2031-03-15 08:59:10'].map(
      (stamp) => `[${stamp}] <ann> x`,
    );
    const [block] = LogText.of(rows.join('\n')).blocks;
    assert.exists(block);
    if (!block) return;
    const read = hintReader(block);
    const hints = [0, 1, 2].map(read);
    assert.strictEqual(hints[0], hints[1]);
    assert.deepEqual(
      hints.map((one) => one.day),
      [day, day, day + 1],
    );
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '20',
    '58',
    '3',
    '14',
    '2031',
    ':',
    '.',
    '/',
    '-',
    ' ',
    'Mar',
    'μ.μ.',
    '下午',
    'h',
    '年',
    '٣',
    '\u200f',
    'pm',
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  );

  it('has a time of day and a real date, or none', () =>
    fc.assert(
      fc.property(text, (any) => {
        const time = secondsOfDay(any);
        assert.isTrue(time === undefined || (time >= 0 && time <= 86_401), any);
        const date = dateIn(any);
        assert.isTrue(date === undefined || new Date(date).toISOString().startsWith(date), any);
        monthDayIn(any);
      }),
    ));
});
