import { elementAt } from '../log/indexing.js';
import { plainText } from '../log/layouts/damage.js';
import { isSpokenKind } from '../log/logLine.js';
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
  /** The whole line. */
  readonly text: string;
  /** What is said in it, without spaces around it. */
  readonly start: number;
  readonly end: number;
}

/** The rows of a block that contain something like a command: commands, and few others. */
const rowsWithSigns = perBlock((block): readonly number[] => {
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

/** The lines said, from one line to another (inclusive), that contain something like a command. */
export function* linesWithSigns(log: LogText, from: number, to: number): Generator<SaidLine> {
  for (const { block, start } of log.blocksFrom(from)) {
    if (start > to) return;
    for (const row of rowsWithSigns(block)) {
      const line = start + row;
      if (line < from || line > to) continue;
      const { kind, nick, textStart, textEnd } = block.line(row);
      const text = block.bare(row);
      const said = text.slice(textStart, textEnd);
      // Its signs may be those of the damage, and places in it would be others.
      if (plainText(block.damage, said) !== said) continue;
      const blanks = said.length - said.replace(/^[ \t]+/, '').length;
      const isRelayed = block.relay(row) !== undefined;
      yield { line, nick, isRelayed, isAction: kind === 'action', text, start: textStart + blanks, end: textEnd };
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
