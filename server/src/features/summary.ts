import type { MeetingLog } from '../meeting/meetingLog.js';
import type { LogSummary } from '../protocol.js';
import type { Settings } from '../settings.js';
import { meetingSummary, meetingTitle } from './describe.js';
import { diagnostics } from './diagnostics.js';

/** What was found in a log, in short. */
export function summary(log: MeetingLog, uri: string, settings: Settings): LogSummary {
  const { text, meetings } = log;
  return {
    layout: text.layout.title,
    confidence: text.confidence,
    bot: meetings.find(({ bot }) => bot !== undefined)?.bot ?? null,
    rules: log.bot.title,
    meetings: meetings.map((meeting) => ({
      title: meetingTitle(log, meeting),
      startLine: meeting.startLine,
      lastLine: meeting.lastLine,
      about: meetingSummary(log, meeting),
    })),
    problems: diagnostics(log, uri, settings).length,
  };
}
