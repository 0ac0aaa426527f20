import { type Layout, readLine } from './layout.js';
import type { LogLine } from './logLine.js';
import { bareLength } from './rows.js';

/** Some hundred consecutive lines of a log with their reading. Never changed: an edit makes new blocks where it touches. */
export interface Block {
  /** The lines with their line ends. */
  readonly rows: readonly string[];
  /** What the layout reads, one for each row. */
  readonly lines: readonly LogLine[];
}

/** How many lines a block holds at most: an edit reads again what changed in it, and sums up this many lines. */
export const blockSize = 256;

/** Cuts rows that are already read into blocks. */
export function blocksOf(rows: readonly string[], lines: readonly LogLine[]): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < rows.length; from += blockSize) {
    blocks.push({ rows: rows.slice(from, from + blockSize), lines: lines.slice(from, from + blockSize) });
  }
  return blocks;
}

/** Reads a row; `above` as in `readLine`. A byte-order mark in front of it is passed over. */
export function readRow(row: string, layout: Layout, above?: LogLine): LogLine {
  const text = row.slice(0, bareLength(row));
  if (!text.startsWith('\uFEFF')) return readLine(layout, text, above);
  const line = readLine(layout, text.slice(1), above);
  return {
    ...line,
    timeStart: line.timeStart + 1,
    timeEnd: line.timeEnd + 1,
    nickStart: line.nickStart + 1,
    nickEnd: line.nickEnd + 1,
    textStart: line.textStart + 1,
    textEnd: line.textEnd + 1,
  };
}

/**
 * A view of a block that is computed once for each block: blocks that an edit did not touch keep theirs.
 * This is what makes an edit cost what it touches.
 */
export function perBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const known = new WeakMap<Block, { readonly value: T }>();
  return (block) => {
    let entry = known.get(block);
    if (!entry) {
      entry = { value: compute(block) };
      known.set(block, entry);
    }
    return entry.value;
  };
}
