import { assert } from 'chai';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { logOf, meeting, twoMeetings } from '../helpers/logs.js';

describe('folding', () => {
  const check = (text: string, ...expected: [number, number][]) =>
    assert.deepEqual(
      foldingRanges(logOf(text)).map(({ startLine, endLine }) => [startLine + 1, endLine + 1]),
      expected,
    );

  it('is by meeting and topic', () => check(twoMeetings, [1, 7], [3, 5], [6, 7], [9, 10]));
  it('consists of regions, which an editor can fold with one command', () =>
    assert.deepEqual(new Set(foldingRanges(logOf(twoMeetings)).map(({ kind }) => kind)), new Set(['region'])));
  it('leaves out single lines', () => check(meeting('10:01 <ann> #topic a\n10:01 <ann> #topic b\n'), [1, 4], [3, 4]));
});
