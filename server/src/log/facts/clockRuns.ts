import type { Block } from '../text/block.js';
import type { LogText } from '../text/logText.js';
import { perBlock } from '../text/perBlock.js';
import { type DateHint, dayNamed, hintReader, type Stamp } from './stamps.js';

/** A clock that goes back by at most this many seconds is a common inaccuracy of servers and bouncers. */
export const inaccuracy = 60;

/** Lines with times of one day and zone, in order; or a line that names a day for the lines below it. */
export interface ClockRun {
  /** The first and last line with a time. */
  readonly first: number;
  readonly last: number;
  /** What the first line shows. */
  readonly stamp: Stamp;
  /** The time of the last line. */
  readonly lastTime: number;
  /** Whether it names the day of undated lines below it. */
  readonly namesDay: boolean;
}

/** The runs between two lines, both inclusive. */
export function* clockRuns(log: LogText, from: number, to: number): Generator<ClockRun> {
  for (const { block, start, from: first, to: last } of log.parts(from, to)) {
    for (const run of blockRuns(block)) {
      const part = cut(block, run, first, last);
      if (part) yield { ...part, first: start + part.first, last: start + part.last };
    }
  }
}

/** The last line up to a given one that names a day. */
export function lineNamingDay(log: LogText, upTo: number): number | undefined {
  for (let index = log.blockAt(upTo); index >= 0; index--) {
    const [block, start] = [log.blocks[index], log.starts[index] ?? 0];
    const run = block && blockRuns(block).findLast((one) => one.namesDay && start + one.first <= upTo);
    if (run) return start + run.first;
  }
  return undefined;
}

/** The part of a run between two rows; undefined if there is none. */
function cut(block: Block, run: ClockRun, from: number, to: number): ClockRun | undefined {
  if (run.first >= from && run.last <= to) return run;
  let first = Math.max(run.first, from);
  let last = Math.min(run.last, to);
  while (first <= last && block.time(first) === undefined) first++;
  while (last > first && block.time(last) === undefined) last--;
  const [time, lastTime] = first > last ? [] : [block.time(first), block.time(last)];
  if (time === undefined || lastTime === undefined) return undefined;
  return { ...run, first, last, stamp: { ...run.stamp, time }, lastTime };
}

/** The runs of a block; lines are relative to its start. */
const blockRuns = perBlock((block) => {
  const runs: ClockRun[] = [];
  const hintOf = hintReader(block);
  let open: { first: number; last: number; time: number; lastTime: number; hint: DateHint } | undefined;
  const close = () => {
    if (!open) return;
    const { first, last, time, lastTime, hint } = open;
    const namesDay = hint.day !== undefined && block.kind(first) === 'heading';
    runs.push({ first, last, stamp: { ...hint, time }, lastTime, namesDay });
    open = undefined;
  };
  for (let row = 0; row < block.size; row++) {
    const named = dayNamed(block, row);
    const time = block.time(row);
    if (named) {
      close();
      runs.push({ first: row, last: row, stamp: named, lastTime: named.time, namesDay: true });
    } else if (time !== undefined) {
      const hint = hintOf(row);
      if (open && open.hint === hint && time >= open.lastTime - inaccuracy) {
        open.last = row;
        open.lastTime = time;
      } else {
        close();
        open = { first: row, last: row, time, lastTime: time, hint };
      }
    }
  }
  close();
  return runs;
});
