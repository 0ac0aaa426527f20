import type { LogText } from '../text/logText.js';
import { perBlock } from '../text/perBlock.js';

const halfDay = 12 * 3600;
const day = 24 * 3600;

/** `HH:MM:SS` of seconds since midnight. */
export function clockTime(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A duration in seconds as people say it: `45 s`, `12 min`, `1 h 2 min`. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Seconds from one time of day to a later one, at most a day later. */
export function elapsed(from: number, to: number): number {
  return (to - from + day) % day;
}

/** A line, 0-based, and its time in seconds since midnight. */
interface TimedLine {
  readonly line: number;
  readonly time: number;
}

/** A line whose time is earlier than that of the last line with a time above it. */
export interface Backward extends TimedLine {
  readonly above: number;
  readonly timeAbove: number;
}

/**
 * Lines from `from` to `to` (inclusive) at which the log's clock goes back by more than a minute. Half a day or more is midnight;
 * a minute or less is a common inaccuracy of servers and bouncers.
 */
export function backwards(log: LogText, from: number, to: number): Backward[] {
  const found: Backward[] = [];
  let above: TimedLine | undefined;
  for (const { block, start } of log.parts(from, to)) {
    const { first, steps, last } = blockClock(block);
    if (first && above && isBackward(above.time, first.time)) {
      found.push({ line: start + first.line, time: first.time, above: above.line, timeAbove: above.time });
    }
    for (const step of steps) found.push({ ...step, line: start + step.line, above: start + step.above });
    if (last) above = { line: start + last.line, time: last.time };
  }
  return found.filter((step) => step.above >= from && step.line <= to);
}

/** The first and last time in a block, and where its clock goes back; lines are relative to the block's start. */
const blockClock = perBlock((block) => {
  const steps: Backward[] = [];
  let first: TimedLine | undefined;
  // Most lines have a time, so this avoids creating an object for each.
  let above = -1;
  let lineAbove = -1;
  for (let line = 0; line < block.size; line++) {
    const time = block.time(line);
    if (time === undefined) continue;
    first ??= { line, time };
    if (lineAbove >= 0 && isBackward(above, time)) {
      steps.push({ line, time, above: lineAbove, timeAbove: above });
    }
    above = time;
    lineAbove = line;
  }
  return { first, steps, last: lineAbove < 0 ? undefined : { line: lineAbove, time: above } };
});

function isBackward(above: number, below: number): boolean {
  return above - below > 60 && above - below < halfDay;
}
