import { assert } from 'chai';
import fc from 'fast-check';
import type { Said } from '../../../server/src/meeting/scribe/record.js';
import { recordsOf, scribed } from '../../helpers/scribed.js';
import { scribedLine } from '../../helpers/scribedTexts.js';

const rows = fc.array(
  scribedLine.map((row) => row.replace(/[\r\n]/g, ' ')),
  { maxLength: 40 },
);

describe('whatever is said in a meeting with a scribe', () => {
  it('each line has a rule, and what is shown is there', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const { state, rules, corrections, counts } = scribed(rows);
        const inserted = corrections.flatMap(({ command, changes }) => (command === 'i' ? changes : [])).length;
        assert.lengthOf(rules, state.records.length);
        assert.lengthOf(state.records, recordsOf(rows).length + inserted);
        let last = -1;
        for (const { index, record } of state.shown) {
          assert.isAbove(index, last);
          assert.equal(state.records[index], record);
          last = index;
        }
        assert.isAtMost(
          [...counts.values()].reduce((sum, count) => sum + count, 0),
          rows.length + inserted,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a text that is said to be in the log is there, and where its message is otherwise', () => {
    const check = (rows: readonly string[], { text, place, isInLog }: Said) => {
      const row = rows[place.line] ?? '';
      const written = row.slice(place.start, place.end);
      if (isInLog) assert.equal(written, text);
      else assert.equal(`${row.slice(0, place.start)}${written}`.length, place.end, row);
    };
    fc.assert(
      fc.property(rows, (rows) => {
        const { state } = scribed(rows);
        for (const { lines } of state.shown) for (const said of lines) check(rows, said);
        for (const said of [state.title, state.date, state.recording?.text]) if (said) check(rows, said);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const [one, two] = [scribed(rows), scribed(rows)];
        assert.deepEqual(one.rules, two.rules);
        assert.deepEqual(one.state.roster.changes, two.state.roster.changes);
      }),
      { numRuns: 50 },
    );
  });

  it('roles are the sum of their changes', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const { roster } = scribed(rows).state;
        for (const role of ['present', 'regrets', 'chair'] as const) {
          const fold = (name: string) => name.toUpperCase().toLowerCase();
          const names = new Set<string>();
          for (const { name, on } of roster.changes.filter((change) => change.role === role)) {
            if (on) names.add(fold(name));
            else assert.isTrue(names.delete(fold(name)), `${role} ${name}`);
          }
          assert.sameMembers(roster.names(role).map(fold), [...names]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
