import { assert } from 'chai';
import {
  columns,
  cutRows,
  joinRows,
  notRead,
  rowStart,
  rowsOf,
  unreadRows,
} from '../../../server/src/log/text/rows.js';

describe('rows of a log', () => {
  const rows = unreadRows('a\nbc\r\n\rd');

  it('are those of their text', () => {
    assert.deepEqual([...rowsOf(rows)], ['a\n', 'bc\r\n', '\r', 'd']);
    assert.deepEqual(
      [0, 1, 2, 3].map((row) => rowStart(rows, row)),
      [0, 2, 6, 7],
    );
  });

  it('are cut without copying their text', () => {
    const cut = cutRows(rows, 1, 3);
    assert.equal(cut.text, rows.text);
    assert.deepEqual([...rowsOf(cut)], ['bc\r\n', '\r']);
    assert.equal(rowStart(cut, 0), 2);
  });

  it('are joined with everything known about them', () => {
    const known = { ...unreadRows('x\n', true), numbers: new Int32Array(columns).fill(7) };
    const joined = joinRows([cutRows(rows, 1, 2), known, cutRows(rows, 3, 4)]);
    assert.deepEqual([...rowsOf(joined)], ['bc\r\n', 'x\n', 'd']);
    const kinds = [0, 1, 2].map((row) => joined.numbers?.[row * columns]);
    assert.deepEqual(kinds, [notRead, 7, notRead]);
    assert.deepEqual([...(cutRows(joined, 1, 2).numbers ?? [])], Array(columns).fill(7));
  });
});
