import { assert } from 'chai';
import fc from 'fast-check';
import { layoutNamed, layouts } from '../../../server/src/log/layouts/layouts.js';
import { readBy, scannerOf } from '../../../server/src/log/layouts/rule.js';
import { headScanners, scanners } from '../../../server/src/log/layouts/scanners.js';
import { secondsOfDay } from '../../../server/src/log/layouts/times.js';

/** Texts of the characters that parts are made of, so that many of them fit. */
const near = fc.string({ unit: fc.constantFrom(...'0123:: <>[]@+~ -TZ.apm\t*x😀\u0003\u00a0'), maxLength: 24 });
const stamp = fc.constantFrom(
  '20:58',
  '9:05:01',
  '[20:58] ',
  '2031-03-14T20:58:58',
  '2031-03-14 20:58:58.12+01:00',
  '<@ann> ',
  '',
);

describe('scanners', () => {
  for (const [pattern, scan] of scanners) {
    it(`find what ${pattern} finds`, () => {
      const sticky = new RegExp(pattern, 'y');
      fc.assert(
        fc.property(near, stamp, near, (before, inside, after) => {
          const text = before + inside + after;
          sticky.lastIndex = before.length;
          const end = sticky.test(text) ? sticky.lastIndex : -1;
          assert.equal(scan(text, before.length, text.length), end, JSON.stringify(text.slice(before.length)));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('look no further than they may', () => {
    for (const scan of scanners.values()) {
      fc.assert(
        fc.property(stamp, near, fc.nat(30), (inside, after, most) => {
          const text = inside + after;
          assert.equal(
            scan(text, 0, Math.min(most, text.length)),
            scan(text.slice(0, most), 0, Math.min(most, text.length)),
          );
        }),
        { numRuns: 50 },
      );
    }
  });

  it('read the heads of messages as the patterns of their rules do', () => {
    for (const [pattern, scan] of headScanners) {
      const [from, head] = [2, { time: 0, timeEnd: 0, nickStart: 0, nickEnd: 0, end: 0 }];
      const line = fc.tuple(
        fc.constantFrom('20:58', '9:05:01', '20:58:', '23:59:61', '24:00', '20:58:62'),
        near,
        fc.constantFrom(' <@ann> hi', '  <ann>', ' <'),
        near,
      );
      fc.assert(
        fc.property(line, (parts) => {
          const text = parts.join('');
          const match = new RegExp(pattern).exec(text);
          const isThere = scan(`xx${text}`, from, from + text.length, head);
          assert.equal(isThere, match !== null, text);
          if (!match) return;
          const [whole, time = '', gap = '', open = '', nick = ''] = match;
          const nickStart = from + time.length + gap.length + open.length;
          assert.deepEqual(head, {
            time: secondsOfDay(time) ?? -1,
            timeEnd: from + time.length,
            nickStart,
            nickEnd: nickStart + nick.length,
            end: from + whole.length,
          });
        }),
        { numRuns: 500 },
      );
    }
    assert.isDefined(scannerOf(layoutNamed('supybot')?.rules ?? []));
    assert.isDefined(scannerOf(layoutNamed('irssi')?.rules ?? []));
  });

  it('read lines as the patterns of their rules do', () => {
    const scanned = layouts.flatMap(({ name, rules, samples }) =>
      rules.filter(({ scans }) => scans).map((rule) => ({ name, rule, samples })),
    );
    assert.isAtLeast(scanned.length, 5);
    for (const { name, rule, samples } of scanned) {
      const line = fc
        .tuple(fc.constantFrom(...samples.map(([sample]) => sample)), fc.nat(20), near)
        .map(
          ([sample, at, inserted]) => sample.slice(0, at) + inserted + sample.slice(at + (inserted.length > 3 ? 1 : 0)),
        );
      fc.assert(
        fc.property(line, (text) => {
          assert.deepEqual(readBy([rule], text), readBy([{ ...rule, scans: undefined }], text), `${name}: ${text}`);
        }),
        { numRuns: 300 },
      );
    }
  });
});
