import type { Block } from './block.js';
import type { LogText } from './logText.js';
import { perObject } from './perBlock.js';

/**
 * How many consecutive blocks are summed up together, so that a question about a whole log is asked of some dozen groups instead
 * of a thousand blocks.
 */
const groupSize = 32;

/**
 * The values of a view for each group of consecutive blocks of a log, in order; a group keeps its value as long as its blocks.
 */
export function perGroup<T>(compute: (blocks: readonly Block[]) => T): (text: LogText) => readonly T[] {
  const kept = new WeakMap<Block, { readonly blocks: readonly Block[]; readonly value: T }>();
  const valueFor = (blocks: readonly Block[]): T => {
    const [first] = blocks;
    const known = first && kept.get(first);
    if (known?.blocks.length === blocks.length && known.blocks.every((block, index) => block === blocks[index])) {
      return known.value;
    }
    const value = compute(blocks);
    if (first) kept.set(first, { blocks, value });
    return value;
  };
  return perObject(({ blocks }) => {
    const values: T[] = [];
    for (let at = 0; at < blocks.length; at += groupSize) values.push(valueFor(blocks.slice(at, at + groupSize)));
    return values;
  });
}
