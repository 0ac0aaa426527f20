import { assert } from 'chai';
import { secondsOfDay } from '../../../server/src/log/layouts/times.js';
import { stampAt } from '../../../server/src/log/write/stampWriter.js';

/** Seconds since midnight. */
const at = (clock: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

/** A stamp, another time, and the stamp of that time. */
const examples: readonly (readonly [stamp: string, time: string, written: string])[] = [
  ['20:58:58', '09:05:07', '09:05:07'],
  ['20:58', '09:05:07', '09:05'],
  ['8:58', '21:04:00', '21:04'],
  ['21:04', '08:05:00', '08:05'],
  ['8:58', '7:05:00', '7:05'],
  ['20:58:58', '20:58:58', '20:58:58'],
  // Halves of the day.
  ['8:58 PM', '09:05:00', '9:05 AM'],
  ['8:58 PM', '12:05:00', '12:05 PM'],
  ['8:58 PM', '00:05:00', '12:05 AM'],
  ['08:58:58 am', '23:04:05', '11:04:05 pm'],
  ['8:58 p.m.', '09:05:00', '9:05 a.m.'],
  ['8:58pm', '09:05:00', '9:05am'],
  ['8:58\u202fPM', '09:05:00', '9:05\u202fAM'],
  ['Sam, 8:58 PM', '09:05:00', 'Sam, 9:05 AM'],
  ['下午8:58', '09:05:00', '上午9:05'],
  ['8:58 p. m.', '09:05:00', '9:05 a. m.'],
  ['오후 8:58', '09:05:00', '오전 9:05'],
  ['8:58 μ.μ.', '09:05:00', '9:05 π.μ.'],
  // Dates and zones stay.
  ['2031-03-14T20:58:58Z', '09:05:07', '2031-03-14T09:05:07Z'],
  ['2031-03-14 20:58:58 +0100', '09:05:07', '2031-03-14 09:05:07 +0100'],
  ['2031-03-14T20:58:58.530Z', '09:05:07', '2031-03-14T09:05:07.000Z'],
  ['2031-03-14T20:58:58.530Z', '20:58:58', '2031-03-14T20:58:58.530Z'],
  ['20:58:58,530', '09:05:07', '09:05:07,000'],
  ['Mar 14 20:58:58', '09:05:07', 'Mar 14 09:05:07'],
  ['Fri 20:58:58', '09:05:07', 'Fri 09:05:07'],
  ['Fri Mar 14 20:58:58 2031', '09:05:07', 'Fri Mar 14 09:05:07 2031'],
  ['3/14/2031, 8:58:58 PM', '09:05:07', '3/14/2031, 9:05:07 AM'],
  ['[14 March 2031] [20:58]', '09:05:07', '[14 March 2031] [09:05]'],
  // Other notations and digits.
  ['2031-03-14 20::58:58', '09:05:07', '2031-03-14 09::05:07'],
  ['20h58', '09:05:07', '09h05'],
  ['20時58分10秒', '09:05:07', '09時05分07秒'],
  ['klo 20.58', '09:05:00', 'klo 09.05'],
  ['14.3.2031 20.58', '09:05:00', '14.3.2031 09.05'],
  ['20.58.10', '09:05:07', '09.05.07'],
  ['٢٠:٥٨', '09:05:00', '٠٩:٠٥'],
  // Since 1970.
  ['1931367538', '09:05:07', '1931331907'],
  ['1931367538.125', '09:05:07', '1931331907.000'],
  ['1931367538125', '09:05:07', '1931331907000'],
];

describe('a stamp as a model', () => {
  for (const [stamp, time, written] of examples) {
    it(`writes ${time} like ${JSON.stringify(stamp)}`, () => {
      assert.equal(stampAt(stamp, at(time)), written);
    });
  }

  it('gives back the time that it writes, or its minute', () => {
    for (const [stamp] of examples) {
      for (let time = 0; time < 86_400; time += 599) {
        const written = stampAt(stamp, time);
        const read = written === undefined ? undefined : secondsOfDay(written);
        assert.include([time, time - (time % 60)], read, `${stamp} ${time} ${written}`);
      }
    }
  });

  it('is none without a time', () => {
    for (const stamp of ['', 'Fri', '2031-03-14', '25:58:58']) assert.isUndefined(stampAt(stamp, 0), stamp);
  });
});
