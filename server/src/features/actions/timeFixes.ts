import type { MeetingLog } from '../../meeting/meetingLog.js';
import { stepAt } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { rangeOf } from '../positions.js';
import { type Fix, fix } from './fix.js';

/** Swaps a line with the one above if that alone puts them in order, and if the meeting does not depend on which is first. */
export function swapLines(log: MeetingLog, { line }: Problem): Fix[] {
  const above = line - 1;
  const times = [line - 2, above, line, line + 1].map((at) => timeOf(log, at));
  const [before, late, early, after] = times;
  if (late === undefined || early === undefined || late <= early) return [];
  if (before === undefined || before > early || after === undefined || after < late) return [];
  if (stepAt(log, above) && stepAt(log, line)) return [];
  const whole = (at: number) => rangeOf({ line: at, start: 0, end: log.text.text(at).length });
  return fix('Swap with the line above', [
    { range: whole(above), newText: log.text.text(line) },
    { range: whole(line), newText: log.text.text(above) },
  ]);
}

/** The time of a line of its own; undefined if it has none, or continues another line. */
function timeOf({ text }: MeetingLog, line: number): number | undefined {
  if (line < 0 || line >= text.lineCount) return undefined;
  const { timeStart, timeEnd, time } = text.read(line);
  return timeStart === timeEnd ? undefined : time;
}
