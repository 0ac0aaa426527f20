import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { agenda } from '../meeting/model.js';

/** A fold for each meeting and each topic of it that has more than a line. */
export function foldingRanges({ meetings }: MeetingLog): FoldingRange[] {
  return meetings
    .flatMap((meeting) => [
      { startLine: meeting.startLine, endLine: meeting.lastLine },
      ...agenda(meeting).topics.map(({ item, lastLine }) => ({ startLine: item.line, endLine: lastLine })),
    ])
    .filter(({ startLine, endLine }) => endLine > startLine)
    .map((fold) => ({ ...fold, kind: FoldingRangeKind.Region }));
}
