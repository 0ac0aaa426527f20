import { assert } from 'chai';
import { fillMarked, marked } from '../../../server/src/minutes/bugCompatible/originalWrap.js';

describe('what MeetBot wraps', () => {
  const long = 'word '.repeat(30).trim();
  it('is between its marks, which are removed', () => {
    assert.equal(fillMarked(`a\n${marked('b c')}\nd`), 'a\nb c\nd');
    const filled = fillMarked(marked(long));
    assert.equal(filled.replaceAll('\n', ' '), long);
    for (const line of filled.split('\n')) assert.isAtMost(line.length, 72);
  });
  it('goes from the first mark to the last', () =>
    assert.equal(fillMarked(`${marked('a')} x ${marked('b')}`), 'aeWRAPe x sWRAPsb'));
  it('is nothing if a mark is missing, or they are in the wrong order', () => {
    for (const text of [long, `a eWRAPe ${long}`, `sWRAPs ${long}`, `eWRAPe ${long} sWRAPs`])
      assert.equal(fillMarked(text), text);
  });
});
