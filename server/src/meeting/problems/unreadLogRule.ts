import type { MeetingLog } from '../meetingLog.js';
import { unreadMessage, unreadStart } from '../unreadLog.js';
import type { Finding } from './problem.js';

/** For a log without meetings. */
export function* unreadLog({ text }: MeetingLog): Generator<Finding> {
  const found = unreadStart(text);
  if (!found) return;
  const { line, start, end } = found;
  yield { line, start, end, message: unreadMessage(found) };
}
