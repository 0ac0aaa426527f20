import type { MeetingLog } from '../meetingLog.js';
import { reversedStart } from '../reversedLog.js';
import type { Finding } from './problem.js';

/** For a log whose newest line is the first. */
export function* reversedLog({ text }: MeetingLog): Generator<Finding> {
  const start = reversedStart(text);
  if (start) yield { ...start, message };
}

const message =
  'The newest line of this log is the first, so its meetings cannot be read. Reverse the order of its lines.';
