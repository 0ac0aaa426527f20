import { isSpokenKind } from '../logLine.js';
import type { Block } from '../text/block.js';
import type { LogText } from '../text/logText.js';
import { perBlock } from '../text/perBlock.js';
import { clockRuns } from './clockRuns.js';
import { secondsBetween } from './timeline.js';

/** Something said more than five minutes after what was said above it. */
export interface Pause {
  readonly line: number;
  readonly above: number;
  readonly seconds: number;
}

/** Shorter ones are none. */
const shortest = 5 * 60 + 1;

/**
 * The pauses that end on lines `first` to `last` (inclusive), if they begin at `from` or below. None where the log leaves open
 * how long one is.
 */
export function pausesIn(text: LogText, from: number, first: number, last: number): Pause[] {
  const pauses: Pause[] = [];
  let above = lastSaid(text, from, first - 1);
  const secondsTo = pairwise(text, above ?? first, last);
  for (const part of text.parts(first, last)) {
    for (let row = part.from; row <= part.to; row++) {
      if (!isSaid(part.block, row)) continue;
      const line = part.start + row;
      const seconds = above === undefined ? undefined : secondsTo(above, line);
      if (above !== undefined && seconds !== undefined && seconds >= shortest) pauses.push({ line, above, seconds });
      above = line;
    }
  }
  return pauses;
}

/** The seconds from one line to the next one said: by the clock within one run of it, and otherwise by all that is known. */
function pairwise(text: LogText, from: number, to: number): (above: number, line: number) => number | undefined {
  const runs = [...clockRuns(text, from, to)];
  let at = 0;
  return (above, line) => {
    while ((runs[at]?.last ?? line) < line) at++;
    const [run, time, timeAbove] = [runs[at], text.time(line), text.time(above)];
    const isOneRun = run !== undefined && run.first <= above && !run.namesDay;
    if (isOneRun && time !== undefined && timeAbove !== undefined) return time - timeAbove;
    return secondsBetween(text, above, line);
  };
}

/** The last line from `from` to `to` (inclusive) on which something is said at a known time. */
function lastSaid(text: LogText, from: number, to: number): number | undefined {
  if (to < from) return undefined;
  for (let index = text.blockAt(to); index >= text.blockAt(from); index--) {
    const [block, start = 0] = [text.blocks[index], text.starts[index]];
    const row = block && blockSaid(block).findLast((one) => start + one <= to);
    if (row !== undefined) return start + row >= from ? start + row : undefined;
  }
  return undefined;
}

/** The rows of a block on which something is said at a known time. */
const blockSaid = perBlock((block): readonly number[] => {
  const rows: number[] = [];
  for (let row = 0; row < block.size; row++) if (isSaid(block, row)) rows.push(row);
  return rows;
});

function isSaid(block: Block, row: number): boolean {
  return isSpokenKind(block.kind(row)) && block.time(row) !== undefined;
}
