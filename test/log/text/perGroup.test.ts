import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { perGroup } from '../../../server/src/log/text/perGroup.js';

describe('a view of groups of blocks', () => {
  let computed = 0;
  const sizes = perGroup((blocks) => {
    computed++;
    return blocks.reduce((sum, { size }) => sum + size, 0);
  });
  const sum = (text: LogText) => sizes(text).reduce((all, one) => all + one, 0);
  const long = LogText.of('10:00 <ann> hi\n'.repeat(50_000));

  it('covers all blocks once', () => {
    assert.equal(sum(long), long.lineCount);
    assert.equal(computed, Math.ceil(long.blocks.length / 32));
    assert.equal(sum(LogText.of('')), 1);
  });
  it('is computed again only for the group that an edit touches', () => {
    sum(long);
    const point = { line: 25_000, character: 14 };
    const edited = long.replace(point, point, 'x');
    const before = computed;
    assert.equal(sum(edited), edited.lineCount);
    assert.equal(computed - before, 1);
  });
});
