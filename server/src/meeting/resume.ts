import type { LogText } from '../log/logText.js';
import type { Bot } from './bots.js';
import type { Meeting, Step } from './model.js';

/** A replay of an earlier state of a log. */
export interface Earlier {
  readonly text: LogText;
  readonly bot: Bot;
  readonly meetings: readonly Meeting[];
  readonly steps: readonly Step[];
}

/** What an edit left as it was: all lines before `from`, and all from `to` on, if these still have their numbers. */
export interface Unchanged {
  readonly from: number;
  readonly to: number;
}

/** Compares two states of a log by the blocks that they share. */
export function unchanged(before: LogText, after: LogText): Unchanged {
  const most = Math.min(before.blocks.length, after.blocks.length);
  let first = 0;
  while (first < most && before.blocks[first] === after.blocks[first]) first++;
  const from = after.starts[first] ?? after.lineCount;
  if (before.lineCount !== after.lineCount) return { from, to: Number.POSITIVE_INFINITY };
  let last = 0;
  while (last < most - first && before.blocks.at(-1 - last) === after.blocks.at(-1 - last)) last++;
  return { from, to: after.starts[after.blocks.length - last] ?? after.lineCount };
}

/** The part of an earlier replay that an edit from a line on leaves as it was, and the line at which to go on: no meeting runs there. */
export function keep({ meetings, steps }: Earlier, from: number): { meetings: Meeting[]; steps: Step[]; line: number } {
  const isOver = ({ endLine }: Meeting) => endLine !== undefined && endLine < from;
  const open = meetings.findIndex((meeting) => !isOver(meeting));
  const kept = open < 0 ? meetings.slice() : meetings.slice(0, open);
  const line = Math.min(from, meetings[kept.length]?.startLine ?? from);
  return { meetings: kept, steps: steps.slice(0, firstStep(steps, line)), line };
}

/** The rest of an earlier replay from a line on, if no meeting was running there; `count` meetings are before it now. */
export function rest(
  { meetings, steps }: Earlier,
  line: number,
  count: number,
): { meetings: Meeting[]; steps: Step[] } | undefined {
  const next = meetings.findIndex(({ startLine }) => startLine >= line);
  const index = next < 0 ? meetings.length : next;
  const above = meetings[index - 1];
  if (above && (above.endLine === undefined || above.endLine >= line)) return undefined;
  const shift = count - index;
  const later = steps.slice(firstStep(steps, line));
  return {
    meetings: meetings.slice(index),
    steps:
      shift === 0
        ? later
        : later.map((step) => (step.meeting === undefined ? step : { ...step, meeting: step.meeting + shift })),
  };
}

/** The index of the first step at a line or below it. */
export function firstStep(steps: readonly Step[], line: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as Step).event.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
