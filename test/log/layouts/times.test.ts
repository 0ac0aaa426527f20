import { assert } from 'chai';
import { endOfText, secondsAt, secondsOfDay } from '../../../server/src/log/layouts/times.js';

describe('times in stamps', () => {
  const check = (stamp: string, seconds: number | undefined) =>
    it(`are read in ${JSON.stringify(stamp)}`, () => assert.equal(secondsOfDay(stamp), seconds));

  check('20:58', 75_480);
  check('20:58:01', 75_481);
  check('9:05', 32_700);
  check('2031-03-14T20:58:01.5Z', 75_481);
  check('20::58:01', 75_481);
  check('8:58 PM', 75_480);
  check('12:01 a.m.', 60);
  check('12:01pm', 43_260);
  check('23:59:61', 86_401);
  check('23:59:62', undefined);
  check('24:00', undefined);
  check('10:60', undefined);
  check('13:01 PM', 46_860);
  check('13:01 AM', undefined);
  check('24:01 PM', undefined);
  check('a:bc', undefined);
  check('', undefined);

  it('are read within a text', () => assert.equal(secondsAt('[20:58] 10:00', 1, 6), 75_480));
});

describe('the end of a text', () => {
  it('is before trailing ASCII whitespace', () => {
    assert.equal(endOfText('ab \t\r\n\v\f'), 2);
    assert.equal(endOfText('ab\u00a0'), 3);
  });

  it('is never before its start or after the given end', () => {
    assert.equal(endOfText('ab   ', 3), 3);
    assert.equal(endOfText('ab  cd', 0, 4), 2);
  });
});
