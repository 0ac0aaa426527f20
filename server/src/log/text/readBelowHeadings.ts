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
  const first = firstSeeing(blocks, from, reading.layout.lookahead ?? 0);
  const speaking = earlier.slice(0, first);
  const shift = earlier.length - blocks.length;
  for (let index = first; index < blocks.length; index++) {
    const above = speaking[index - 1];
    const isNew = index >= from && index < from + changed;
    if (index >= from + changed && isSame(above, earlier[index + shift - 1])) {
      return speaking.concat(earlier.slice(index + shift));
    }
    const block = isNew ? elementAt(blocks, index) : again(blocks, index, reading);
    speaking.push(block.readBelow(above, rowsBelow(blocks, index, reading.layout.lookahead ?? 0)));
  }
  return speaking;
}

/** Replaces a block by a new one with the same rows. */
function again(blocks: Block[], index: number, reading: BlockReading): Block {
  const block = elementAt(blocks, index);
  const copy = new Block(block.part(0, block.size), reading);
  blocks[index] = copy;
  return copy;
}

/** The first block with a row that is read with a view to rows of the block `from`. */
function firstSeeing(blocks: readonly Block[], from: number, lookahead: number): number {
  let first = from;
  for (let rows = 0; rows < lookahead && first > 0; rows += elementAt(blocks, first).size) first--;
  return first;
}

/** The rows right below a block. */
function rowsBelow(blocks: readonly Block[], index: number, count: number): string[] {
  const rows: string[] = [];
  for (let next = index + 1; next < blocks.length && rows.length < count; next++) {
    const block = elementAt(blocks, next);
    for (let row = 0; row < block.size && rows.length < count; row++) rows.push(block.bare(row));
  }
  return rows;
}

function isSame(a: LogLine | undefined, b: LogLine | undefined): boolean {
  return a?.kind === b?.kind && a?.time === b?.time && a?.nick === b?.nick;
}
