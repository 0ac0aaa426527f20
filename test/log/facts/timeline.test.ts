import { assert } from 'chai';
import fc from 'fast-check';
import { backwards, dateAt, secondsBetween, secondsSince } from '../../../server/src/log/facts/timeline.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';

const logOf = (rows: readonly string[], layout?: string) =>
  LogText.of(`${rows.join('\n')}\n`, layout === undefined ? undefined : layoutNamed(layout));

const hour = 3600;
const day = 24 * hour;

describe('the time between lines', () => {
  /** Checks the time from the first line with a time to the last. */
  const check = (seconds: number | undefined, rows: readonly string[], layout?: string) => {
    const log = logOf(rows, layout);
    const lines = rows.map((_, line) => line).filter((line) => log.read(line).nick !== '');
    assert.equal(secondsBetween(log, lines[0] ?? 0, lines.at(-1) ?? 0), seconds, rows.join('\n'));
  };
  const at = (...stamps: readonly string[]) => stamps.map((stamp) => `${stamp} <ann> x`);
  const zoned = (...stamps: readonly string[]) => stamps.map((stamp) => `[${stamp}] <ann> x`);

  describe('without dates', () => {
    it('passes midnight, more than once', () => {
      check(1200, at('23:50', '00:10'));
      check(day + 1200, at('23:50', '00:10', '12:00', '23:59', '00:10'));
      check(2 * day + 1200, at('23:50', '00:10', '12:00', '23:59', '00:10', '11:00', '22:00', '00:10'));
    });
    it('is unknown if the clock is set back', () => {
      check(undefined, at('02:50', '02:05', '02:10'));
      check(undefined, at('02:50', '02:55', '02:05', '03:10'));
      check(undefined, at('18:00', '19:00', '10:00'));
    });
    it('forgives small steps back', () => {
      check(600, at('10:00', '10:05', '10:02', '10:10'));
      check(0, at('10:00:30', '10:00:00'));
      check(undefined, at('10:05', '10:00'));
    });
    it('is unknown from or to a line without a time, or up', () => {
      const log = logOf(['x', '10:00 <ann> x', '10:01 <ann> y']);
      assert.isUndefined(secondsBetween(log, 0, 1));
      assert.isUndefined(secondsBetween(log, 1, 0));
      assert.isUndefined(secondsBetween(log, 2, 1));
      assert.equal(secondsBetween(log, 1, 1), 0);
    });
  });

  describe('with the dates of stamps', () => {
    it('may be days, months and years', () => {
      check(64 * hour, at('2026-02-06T18:00:00', '2026-02-06T19:00:00', '2026-02-09T10:00:00'));
      check(600, at('2026-02-28T23:55:00', '2026-03-01T00:05:00'));
      check(day + 600, at('2028-02-28T23:55:00', '2028-03-01T00:05:00'));
      check(600, at('2026-12-31T23:55:00', '2027-01-01T00:05:00'));
      check(600, ['31-12-2026 23:55:00 < ann: x', '01-01-2027 00:05:00 < ann: y'], 'bip');
    });
    it('is unknown if the last is earlier', () => {
      check(undefined, at('2026-02-09T10:00:00', '2026-02-06T19:00:00'));
      check(undefined, at('2026-10-25T02:50:00', '2026-10-25T02:05:00', '2026-10-25T02:10:00'));
    });
    it('does not care for older lines between', () =>
      check(600, at('2026-02-09T10:00:00', '2026-02-08T10:05:00', '2026-02-09T10:10:00')));
    it('may have no year, unless it depends on 29 February', () => {
      const hexchat = (...stamps: readonly string[]) => stamps.map((stamp) => `${stamp} <ann>\tx`);
      check(2 * day + 60, hexchat('Mar 14 20:58:00', 'Mar 16 20:59:00'), 'hexchat');
      check(600, hexchat('Jan 31 23:55:00', 'Feb  1 00:05:00'), 'hexchat');
      check(600, hexchat('Dec 31 23:55:00', 'Jan  1 00:05:00'), 'hexchat');
      check(600, hexchat('Feb 28 23:55:00', 'Feb 29 00:05:00'), 'hexchat');
      check(600, hexchat('Feb 29 23:55:00', 'Mar  1 00:05:00'), 'hexchat');
      check(undefined, hexchat('Feb 28 23:55:00', 'Mar  1 00:05:00'), 'hexchat');
      const opened = '**** BEGIN LOGGING AT Fri Feb 14 09:48:46 2031';
      check(600, [opened, ...hexchat('Feb 28 23:55:00', 'Mar  1 00:05:00')], 'hexchat');
      const dircproxy = ['[31 Jan 23:55] <ann> x', '[01 Feb 00:05] <ann> y'];
      check(600, dircproxy, 'dircproxy');
    });
    it('may have only the day of the week', () => {
      check(2 * day + hour, ['[Fri 20:58:58] <ann>\tx', '[Sun 21:58:58] <ann>\ty'], 'weekday');
      check(0, ['[Sat 00:00:01] <ann>\tx', '[Fri 23:59:59] <ann>\ty'], 'weekday');
    });
    it('may be missing on some lines', () => {
      check(30, ['[2031-03-14 19:00:01] ann: x', '[7:00:31 PM] ann: y'], 'bracket-colon');
      check(1230, ['[2031-03-14 23:50:01] ann: x', '[00:10:31] ann: y'], 'bracket-colon');
    });
  });

  describe('with the zones of stamps', () => {
    it('follows a change of the zone', () => {
      check(1200, zoned('2026-10-25T02:50:00+0200', '2026-10-25T02:05:00+0100', '2026-10-25T02:10:00+0100'));
      check(1200, zoned('2026-03-29T01:50:00+0100', '2026-03-29T03:10:00+0200'));
      check(600, zoned('2026-02-09T10:00:00Z', '2026-02-09T15:40:00+05:30'));
      check(600, zoned('2026-02-09T23:55:00-03:30', '2026-02-10T03:35:00Z'));
    });
    it('does not care for lines between', () =>
      check(1200, zoned('2026-10-25T02:50:00+0200', '2026-10-24T12:00:00+0200', '2026-10-25T02:10:00+0100')));
    it('ignores a zone that only one of them has', () =>
      check(600, zoned('2026-02-09T10:00:00', '2026-02-09T10:10:00+05:30')));
  });

  describe('with lines that name a day', () => {
    it('passes the midnights that they show', () => {
      check(1200, ['23:50 < ann> x', '--- Day changed Sat Mar 15 2031', '00:10 < ann> y']);
      check(1200, ['[23:50] <ann> x', '[00:00] --- Sat Mar 15 2031', '[00:10] <ann> y']);
      check(
        1200,
        ['[23:50:00] <ann> x', '[00:00:00] - {Day changed to 15 March 2031}', '[00:10:00] <ann> y'],
        'quassel',
      );
      const quiet = ['Sat Mar 15', 'Sun Mar 16', 'Mon Mar 17'].map((date) => `--- Day changed ${date} 2031`);
      check(2 * day + 16 * hour, ['18:00 < ann> x', ...quiet, '10:00 < ann> y']);
    });
    it('passes the time for which the log was closed', () => {
      const [opened, again] = ['Fri Mar 14 17:00:00', 'Mon Mar 17 09:00:00'].map((at) => `--- Log opened ${at} 2031`);
      const closed = '--- Log closed Fri Mar 14 19:00:00 2031';
      check(64 * hour, [opened ?? '', '18:00 < ann> x', closed, again ?? '', '10:00 < ann> y']);
      check(64 * hour, [opened ?? '', '18:00 < ann> x', again ?? '', '10:00 < ann> y']);
      check(undefined, ['18:00 < ann> x', again ?? '', '10:00 < ann> y']);
    });
    it('counts midnights that they do not show', () => {
      const opened = 'Session Start: Fri Mar 14 20:00:00 2031';
      const again = 'Session Start: Mon Mar 17 09:00:00 2031';
      const log = logOf([opened, '[20:30] <bob> x', '[00:30] <ann> x', again, '[10:00] <ann> y']);
      assert.equal(secondsBetween(log, 2, 4), 2 * day + 9.5 * hour);
    });
  });

  /** Lines at some seconds after a day in 2031, as a layout with dates writes them. */
  const stamped = (times: readonly number[], zone = 0) =>
    times.map((time) => {
      const local = new Date(Date.UTC(2031, 0, 1) + (time + zone * 60) * 1000).toISOString().slice(0, 19);
      const [hours, minutes] = [Math.floor(Math.abs(zone) / 60), Math.abs(zone) % 60];
      const two = (value: number) => String(value).padStart(2, '0');
      return `[${local}${zone < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}] <ann> x`;
    });
  const times = fc
    .array(fc.nat(5 * day), { minLength: 2, maxLength: 6 })
    .map((list) => list.toSorted((one, other) => one - other));

  it('does not depend on the zone, or on whole days', () => {
    const zone = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(times, fc.array(zone, { minLength: 6, maxLength: 6 }), fc.nat(800), (list, zones, days) => {
        const rows = list.map((time, index) => stamped([time + days * day], zones[index])[0] ?? '');
        check((list.at(-1) ?? 0) - (list[0] ?? 0), rows, 'textual');
        const log = logOf(rows, 'textual');
        assert.isEmpty(backwards(log, 0, rows.length - 1));
      }),
    );
  });
  it('is the same without dates if no step is half a day long', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(day / 2 - 60), { minLength: 2, maxLength: 9 }), fc.nat(day), (steps, start) => {
        let now = start;
        const list = [now, ...steps.map((step) => (now += step))];
        const clock = stamped(list).map((row) => row.replace(/^\[.*T(.{8}).*?\]/, '[$1]'));
        check(now - start, clock, 'mirc');
      }),
    );
  });
});

describe('the time since a line', () => {
  it('is the same for many lines as for one', () => {
    const stamp = fc.constantFrom('2031-03-14T10:00:00', '2031-03-14T23:00:00+0200', '2031-03-15T01:10:00+0200', '-');
    fc.assert(
      fc.property(fc.array(stamp, { minLength: 1, maxLength: 9 }), (stamps) => {
        const log = logOf(
          stamps.map((one) => (one === '-' ? 'x' : `[${one}] <ann> x`)),
          'textual',
        );
        const since = secondsSince(log, 0, stamps.length - 1);
        const isSteady = stamps.every((one, line) => line === 0 || one >= (stamps[line - 1] ?? ''));
        if (isSteady) for (const line of stamps.keys()) assert.equal(since(line), secondsBetween(log, 0, line));
      }),
    );
  });
  it('is open from where the clock is set back', () => {
    const log = logOf(['02:50 <ann> x', '02:51 <ann> x', '02:05 <ann> x', '02:06 <ann> x']);
    const since = secondsSince(log, 0, 3);
    assert.deepEqual([0, 1, 2, 3, 1].map(since), [0, 60, undefined, undefined, 60]);
  });
});

describe('the date of a line', () => {
  const check = (date: string | undefined, rows: readonly string[], first?: string) =>
    assert.equal(dateAt(logOf(rows), rows.length - 1, first), date, rows.join('\n'));

  it('is that of the last day above and the midnights since', () => {
    const opened = 'Session Start: Fri Mar 14 20:00:00 2031';
    check('2031-03-14', [opened, '[20:10] <ann> x']);
    check('2031-03-15', [opened, '[20:10] <ann> x', '[00:10] <ann> y']);
    check('2031-03-15', [opened, '[00:10] <ann> y']);
    check('2031-03-15', [opened, '[20:10] <ann> x', '[00:00] --- Sat Mar 15 2031', '[00:10] <ann> y']);
    check('2031-03-15', [opened, '[20:10] <ann> x', '[00:10] <ann> y', 'no time']);
  });
  it('has the year of a day above', () => {
    const opened = '**** BEGIN LOGGING AT Wed Dec 31 09:48:46 2031';
    check('2031-12-31', [opened, 'Dec 31 20:58:00 <ann>\tx']);
    check('2032-01-02', [opened, 'Dec 31 20:58:00 <ann>\tx', 'Jan  2 20:58:00 <ann>\tx']);
    check(undefined, ['Jan  2 20:58:00 <ann>\tx']);
  });
  it('follows from that of the first line, if it is known', () => {
    check('2031-03-14', ['20:00 <ann> x'], '2031-03-14');
    check('2031-03-15', ['20:00 <ann> x', '00:10 <ann> y'], '2031-03-14');
    check('2032-01-02', ['Dec 31 20:58:00 <ann>\tx', 'Jan  2 20:58:00 <ann>\tx'], '2031-12-31');
    check(undefined, ['20:00 <ann> x']);
  });
});

describe('a clock that goes back', () => {
  const check = (rows: readonly string[], ...expected: [above: number, line: number][]) => {
    const log = logOf(rows);
    const found = backwards(log, 0, log.lineCount - 1).map(({ above, line }) => [above, line]);
    assert.deepEqual(found, expected, rows.join('\n'));
  };
  const at = (...stamps: readonly string[]) => stamps.map((stamp) => `[${stamp}] <ann> x`);

  it('is not one that shows a later date or another zone', () => {
    check(at('2026-02-06T19:00:00', '2026-02-09T10:00:00'));
    check(at('2026-10-25T02:55:00+0200', '2026-10-25T02:05:00+0100'));
    check(['10:00 < ann> x', '--- Day changed Sat Mar 15 2031', '09:00 < ann> y']);
  });
  it('is one that shows an earlier date, even by half a day or more', () => {
    check(at('2026-02-09T10:00:00', '2026-02-08T19:00:00', '2026-02-09T10:05:00'), [0, 1]);
    check(at('2026-02-09T23:00:00', '2026-02-09T01:00:00'), [0, 1]);
    check(at('2026-02-09T02:20:00+0100', '2026-02-09T03:10:00+0200'), [0, 1]);
    check(['10:00 < ann> x', '--- Day changed Sat Mar 15 2031', '09:00 < ann> y', '08:00 < ann> y'], [2, 3]);
  });
});
