import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock, perObject } from '../log/text/perBlock.js';

/*
 * How much of a log its layout reads: of the whole log, since a log may change its program below the lines by which its layout is
 * detected.
 */

/** Numbers of lines. */
export interface ReadShare {
  /** Lines that are not blank. */
  readonly lines: number;
  /** Those that are read, including those that continue a message. */
  readonly read: number;
  /** Those that are read and continue nothing. */
  readonly own: number;
  /** The first line that is not read; undefined if all are. */
  readonly firstUnread: number | undefined;
}

/** The same for a block; `firstUnread` is relative to its start. */
export const blockShare: (block: Block) => ReadShare = perBlock((block) => {
  let [lines, read, own] = [0, 0, 0];
  let firstUnread: number | undefined;
  for (let row = 0; row < block.size; row++) {
    // Most rows are messages, which need not be read for this.
    const kind = block.glance(row) >= 0 ? 'message' : block.kind(row);
    if (kind === 'other') {
      if (block.bare(row).trim() === '') continue;
      firstUnread ??= row;
    } else {
      read++;
      if (kind !== 'continuation') own++;
    }
    lines++;
  }
  return { lines, read, own, firstUnread };
});

/** How much of a log is read. Every edit asks for it again, but only of the blocks that it touches. */
export const readShare: (text: LogText) => ReadShare = perObject((text) => {
  let [lines, read, own] = [0, 0, 0];
  let firstUnread: number | undefined;
  for (const { block, start } of text.blocksFrom(0)) {
    const share = blockShare(block);
    lines += share.lines;
    read += share.read;
    own += share.own;
    if (share.firstUnread !== undefined) firstUnread ??= start + share.firstUnread;
  }
  return { lines, read, own, firstUnread };
});

/** Whether at least half of a log is read, and anything in it is more than the continuation of something. */
export function isMostlyRead(text: LogText): boolean {
  const { lines, read, own } = readShare(text);
  return own > 0 && read * 2 >= lines;
}
