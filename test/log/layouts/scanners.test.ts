import { assert } from 'chai';
import fc from 'fast-check';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { readBy } from '../../../server/src/log/layouts/rule.js';
import { nearHeads } from '../../helpers/nearHeads.js';

/** The parts of all layouts with a scanner, by pattern. */
const scanned = new Map(
  layouts
    .flatMap(({ rules }) => rules.flatMap(({ parts }) => parts))
    .flatMap(({ source, scan }) => (scan ? [[source, scan] as const] : [])),
);
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
  for (const [pattern, scan] of scanned) {
    it(`find what ${pattern} finds`, () => {
      const sticky = new RegExp(pattern, 'y');
      fc.assert(
        fc.property(nearHeads, stamp, nearHeads, (before, inside, after) => {
          const text = before + inside + after;
          sticky.lastIndex = before.length;
          const end = sticky.test(text) ? sticky.lastIndex : -1;
          assert.equal(scan(text, before.length, text.length), end, JSON.stringify(text.slice(before.length)));
        }),
        { numRuns: 300 },
      );
    });

    it(`do not look for ${pattern} beyond the end`, () => {
      fc.assert(
        fc.property(stamp, nearHeads, fc.nat(30), (inside, after, most) => {
          const text = inside + after;
          const to = Math.min(most, text.length);
          assert.equal(scan(text, 0, to), scan(text.slice(0, to), 0, to));
        }),
        { numRuns: 50 },
      );
    });
  }

  it('read the messages of most clients', () => {
    const quick = layouts.filter(({ rules }) => rules.some(({ kind, scans }) => kind === 'message' && scans));
    assert.includeMembers(
      quick.map(({ name }) => name),
      ['supybot', 'limnoria', 'irssi', 'irssi-iso', 'mirc', 'ubuntu', 'quassel'],
    );
  });

  it('read lines like the patterns of their rules', () => {
    const rules = layouts.flatMap(({ name, rules, samples }) =>
      rules.filter(({ scans }) => scans).map((rule) => ({ name, rule, samples })),
    );
    for (const { name, rule, samples } of rules) {
      const line = fc
        .tuple(fc.constantFrom(...samples.map(([sample]) => sample)), fc.nat(20), nearHeads)
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
