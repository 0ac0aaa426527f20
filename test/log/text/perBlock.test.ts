import { assert } from 'chai';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { perBlock, perObject } from '../../../server/src/log/text/perBlock.js';

describe('a view', () => {
  it('of an object is computed once, even if it is undefined', () => {
    let computed = 0;
    const view = perObject(({ size }: { size: number }) => {
      computed++;
      return size > 1 ? size : undefined;
    });
    for (const one of [{ size: 1 }, { size: 2 }]) {
      const values = [view(one), view(one)];
      assert.deepEqual(values, one.size > 1 ? [2, 2] : [undefined, undefined]);
    }
    assert.equal(computed, 2);
  });

  it('of a block is kept by an edit elsewhere, independent of other views', () => {
    let computed = 0;
    const sizes = perBlock(({ size }) => {
      computed++;
      return size;
    });
    const first = perBlock((block) => block.bare(0));
    const log = LogText.of('10:00 <ann> hello\n'.repeat(4 * blockSize));
    const all = (text: LogText) => text.blocks.map((block) => [sizes(block), first(block)]);
    const before = all(log);
    assert.equal(computed, log.blocks.length);
    const at = { line: 0, character: 12 };
    const after = all(log.replace(at, at, 'x'));
    assert.equal(computed, log.blocks.length + 1);
    assert.deepEqual(after.slice(1), before.slice(1));
    assert.deepEqual(after[0]?.[1], '10:00 <ann> xhello');
  });
});
