import type { Position } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';

/** Where the command of the nearest item below or above a line starts; null if there is none. */
export function nearItem(log: MeetingLog, line: number, direction: 'next' | 'previous'): Position | null {
  const lines = log.meetings.flatMap(({ items }) => items.map((item) => item.line));
  const found = direction === 'next' ? lines.find((at) => at > line) : lines.findLast((at) => at < line);
  return found === undefined ? null : { line: found, character: log.text.read(found).textStart };
}
