import { elementAt } from '../log/indexing.js';
import { plainPart, rangeOf } from '../log/layouts/damage.js';
import { isSpokenKind } from '../log/logLine.js';
import type { Place } from '../log/place.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import { seenPattern } from './dialects/lookalikes.js';
import { firstNotAbove } from './sorted.js';

/** A line in which people may see a command, whether a bot does or not. Lines are 0-based; offsets count UTF-16 units. */
export interface SaidLine {
  readonly line: number;
  readonly nick: string;
  /** Whether it came through a bridge, so that a bot did not hear it. */
  readonly isRelayed: boolean;
  /** Whether it is a `/me` action. */
  readonly isAction: boolean;
  /** What is said in it, without spaces before it and without the log's damage. */
  readonly text: string;
  /** Where a part of that is in the log. */
  placeOf(from: number, to: number): Place;
}

/** The rows of a block that contain something like a command: commands, and few others. */
const rowsWithSigns = perBlock((block): readonly number[] => {
  if (block.damage) return damagedRowsWithSigns(block);
  const text = block.toString();
  const from = block.start(0);
  const rows: number[] = [];
  const pattern = new RegExp(seenPattern, 'gi');
  let row = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    while (block.end(row) - from <= found.index) row++;
    if (isSpokenKind(block.kind(row))) rows.push(row);
    pattern.lastIndex = block.end(row) - from;
  }
  return rows;
});

/** Signs may be those of the damage, or hidden by it. */
function damagedRowsWithSigns(block: Block): number[] {
  const pattern = new RegExp(seenPattern, 'i');
  const rows: number[] = [];
  for (let row = 0; row < block.size; row++) {
    if (!isSpokenKind(block.kind(row))) continue;
    const { textStart, textEnd } = block.line(row);
    // Signs may only be known by the space before them.
    if (pattern.test(` ${plainPart(block.damage, block.bare(row), textStart, textEnd).text}`)) rows.push(row);
  }
  return rows;
}

/** The lines said, from one line to another (inclusive), that contain something like a command. */
export function* linesWithSigns(log: LogText, from: number, to: number): Generator<SaidLine> {
  for (const { block, start } of log.blocksFrom(from)) {
    if (start > to) return;
    for (const row of rowsWithSigns(block)) {
      const line = start + row;
      if (line < from || line > to) continue;
      const { kind, nick, textStart, textEnd } = block.line(row);
      const part = plainPart(block.damage, block.bare(row), textStart, textEnd);
      const text = part.text.replace(/^[ \t]+/, '');
      const blanks = part.text.length - text.length;
      const placeOf = (first: number, last: number) => ({ line, ...rangeOf(part, first + blanks, last + blanks) });
      const isRelayed = block.relay(row) !== undefined;
      yield { line, nick, isRelayed, isAction: kind === 'action', text, placeOf };
    }
  }
}

/** Whether any line of a block, from one to another (inclusive), contains something like a command. */
export function hasSigns(log: LogText, from: number, to: number): boolean {
  const index = log.blockAt(from);
  const start = elementAt(log.starts, index);
  const rows = rowsWithSigns(elementAt(log.blocks, index));
  const row = rows[firstNotAbove(rows, from - start, (one) => one)];
  return row !== undefined && row <= to - start;
}
