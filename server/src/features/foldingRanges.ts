import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { agenda } from '../meeting/agenda.js';
import { type MeetingLog, perMeeting } from '../meeting/meetingLog.js';

/** A fold for each meeting and topic that is longer than one line. */
export function foldingRanges(log: MeetingLog): FoldingRange[] {
  return log.meetings.flatMap((meeting) => foldsOf(log, meeting));
}

const foldsOf = perMeeting(
  (_log, meeting): readonly FoldingRange[] =>
    [
      { startLine: meeting.startLine, endLine: meeting.lastLine },
      ...agenda(meeting).topics.map(({ item, lastLine }) => ({ startLine: item.line, endLine: lastLine })),
    ]
      .filter(({ startLine, endLine }) => endLine > startLine)
      .map((fold) => ({ ...fold, kind: FoldingRangeKind.Region })),
  (folds, by) => folds.map((fold) => ({ ...fold, startLine: fold.startLine + by, endLine: fold.endLine + by })),
);
