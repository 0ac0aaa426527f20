import type { MeetingLog } from './meetingLog.js';
import type { Meeting, Vote } from './model.js';
import { sectionAt } from './sections.js';
import { lastUpTo } from './sorted.js';

/* What is going on when a line is said. */

/** The meeting that is running when a line is said; undefined on the line that starts it, and below its end. */
export function runningAt({ sections, rules }: MeetingLog, line: number): Meeting | undefined {
  const meeting = sectionAt(sections, line)?.meeting;
  if (!meeting) return undefined;
  // One whose start is not in the log runs before anything is said in it.
  const isBegun = rules.isWholeLog || meeting.isStartMissing;
  if (line < meeting.startLine || (line === meeting.startLine && !isBegun)) return undefined;
  return rules.isWholeLog || meeting.endLine === undefined || line <= meeting.endLine ? meeting : undefined;
}

/** The vote that is open when a line is said. */
export function openVoteAt({ votes }: Meeting, line: number): Vote | undefined {
  const last = lastUpTo(votes, line - 1);
  return last && (last.endLine === undefined || last.endLine >= line) ? last : undefined;
}
