import { elementAt } from '../indexing.js';
import type { LogLine } from '../logLine.js';
import { Block, type BlockReading } from './block.js';

/**
 * For layouts with headings: reads the `changed` blocks starting at `from`, and those below as far as their speaker has changed.
 * Returns the last heading at the end of each block; `earlier` has those before the change. Blocks that are read again are
 * replaced by new ones.
 */
export function readHeadings(
  blocks: Block[],
  reading: BlockReading,
  from: number,
  changed: number,
  earlier: readonly (LogLine | undefined)[],
): (LogLine | undefined)[] {
  const speaking = earlier.slice(0, from);
  const shift = earlier.length - blocks.length;
  for (let index = from; index < blocks.length; index++) {
    const above = speaking[index - 1];
    const block = elementAt(blocks, index);
    if (index < from + changed) {
      speaking.push(block.readBelow(above));
      continue;
    }
    if (isSame(above, earlier[index + shift - 1])) return speaking.concat(earlier.slice(index + shift));
    const again = new Block(block.part(0, block.size), reading);
    blocks[index] = again;
    speaking.push(again.readBelow(above));
  }
  return speaking;
}

function isSame(a: LogLine | undefined, b: LogLine | undefined): boolean {
  return a?.kind === b?.kind && a?.time === b?.time && a?.nick === b?.nick;
}
