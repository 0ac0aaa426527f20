import { assert } from 'chai';
import type { TextDocumentContentChangeEvent } from 'vscode';
import { insertedLines } from '../../client/src/insertions.js';

const change = (rangeOffset: number, startLine: number, endLine: number, text: string) =>
  ({
    range: { start: { line: startLine }, end: { line: endLine } },
    rangeOffset,
    text,
  }) as unknown as TextDocumentContentChangeEvent;

describe('the lines that an edit inserts', () => {
  it('are none for typing, completing a word or deleting', () => {
    for (const text of ['', 'a', '#startmeeting']) assert.isEmpty(insertedLines([change(0, 0, 5, text)]));
  });
  it('are those of pasted text, and the one that Enter ends', () => {
    assert.deepEqual(insertedLines([change(0, 3, 3, 'a\nb\nc')]), [{ first: 3, count: 3 }]);
    assert.deepEqual(insertedLines([change(0, 3, 3, '10:00 <ann> #startmeeting')]), [{ first: 3, count: 1 }]);
    assert.deepEqual(insertedLines([change(0, 3, 3, '\r\n')]), [{ first: 3, count: 2 }]);
  });
  it('are numbered as after the edit, whatever the order of its parts', () => {
    const [below, typed, above] = [change(90, 9, 9, 'x\ny'), change(50, 5, 5, 'z'), change(10, 1, 3, 'a\nb\nc\nd')];
    const expected = [
      { first: 1, count: 4 },
      { first: 10, count: 2 },
    ];
    assert.deepEqual(insertedLines([below, typed, above]), expected);
    assert.deepEqual(insertedLines([above, typed, below]), expected);
  });
});
