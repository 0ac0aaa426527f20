import type { MeetingLog } from '../meetingLog.js';
import { reversedLog } from './reversedLogRule.js';
import { unreadLog } from './unreadLogRule.js';

/* What the problems of a whole log mean for those who write its minutes. */

/** Why no minutes of a log can be right: it is not read, or its newest line is the first; undefined for other logs. */
export function whyUnusable(log: MeetingLog): string | undefined {
  const [found] = log.meetings.length === 0 ? [...reversedLog(log), ...unreadLog(log)] : reversedLog(log);
  return found?.message;
}

/** Why the minutes of a log may lack something: less than half of it is read; undefined for other logs. */
export function whyPartial(log: MeetingLog): string | undefined {
  const [found] = log.meetings.length === 0 ? [] : unreadLog(log);
  return found?.message;
}
