import type { MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import { isRestart } from '../restarts.js';
import type { Finding } from './problem.js';
import { at } from './scope.js';

/* The rules about a meeting and the one above it; see rules.ts. */

export function* restartedMeetings(log: MeetingLog, above: Meeting, below: Meeting): Generator<Finding> {
  if (!isRestart(log.text, above, below)) return;
  yield {
    ...at(log, below.startLine),
    message: 'This meeting was started anew within ten minutes of its end: the bot writes the minutes of two meetings.',
    related: [{ ...at(log, above.endLine ?? above.lastLine), message: 'The previous meeting ended here' }],
  };
}
