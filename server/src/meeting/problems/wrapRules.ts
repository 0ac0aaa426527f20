import { undamaged } from '../../log/layouts/damage.js';
import type { Block } from '../../log/text/block.js';
import { perBlock } from '../../log/text/perBlock.js';
import { itemTypes } from '../itemTypes.js';
import { type MeetingLog, stepAt } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import type { Finding } from './problem.js';

/* Lines of wrapped messages that no rule of the layout joins. */

/** Rows that are not read, right below what is read or at the start of a block. */
const unreadRows = perBlock((block): readonly number[] => {
  const rows: number[] = [];
  for (let row = 0; row < block.size; row++) {
    if (block.kind(row) === 'other' && isReadAbove(block, row) && !isBlank(block, row)) rows.push(row);
  }
  return rows;
});

/** A damaged line may have nothing of its own, as those that a diff removes. */
function isBlank(block: Block, row: number): boolean {
  return undamaged(block.damage, block.bare(row)).trim() === '';
}

function isReadAbove(block: Block, row: number): boolean {
  return row === 0 || block.kind(row - 1) !== 'other';
}

/** The most lines of a wrapped message. */
const mostWrapped = 50;

/** For a whole meeting: lines that are not read, right below an item, whose text they may continue. */
export function* unreadLines(log: MeetingLog, { startLine, lastLine }: Meeting): Generator<Finding> {
  for (const { block, start } of log.text.parts(startLine, lastLine)) {
    for (const row of unreadRows(block)) {
      const line = start + row;
      if (line <= startLine || line > lastLine || !isItem(log, messageAbove(log, line, startLine))) continue;
      yield {
        line,
        start: 0,
        end: log.text.text(line).length,
        message: 'This line is not read, so it is not in the minutes. If it continues the message above, join them.',
      };
    }
  }
}

/** The line on which the message above a line begins. */
function messageAbove({ text }: MeetingLog, line: number, startLine: number): number {
  let above = line - 1;
  while (above > startLine && line - above < mostWrapped && text.read(above).kind === 'continuation') above--;
  return above;
}

function isItem(log: MeetingLog, line: number): boolean {
  const step = stepAt(log, line);
  if (!step || step.ignored) return false;
  const { event } = step;
  return event.kind === 'command' && event.command !== undefined && event.command.effect in itemTypes;
}
