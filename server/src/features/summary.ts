import { agenda } from '../meeting/agenda.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import { problemLists } from '../meeting/problems/findProblems.js';
import type { LogSummary, MeetingSummary } from '../protocol.js';
import type { Settings } from '../settings.js';
import { meetingSummary, meetingTitle, shown } from './describe.js';

/** What was found in a log, in short: it is asked for again and again, so it is of one size for any log. */
export function summary(log: MeetingLog, { severity }: Settings): LogSummary {
  const { text, meetings } = log;
  const [first] = meetings;
  const bot = meetings.find((meeting) => meeting.bot !== undefined)?.bot;
  return {
    layout: text.layout.title,
    confidence: text.confidence,
    bot: bot === undefined ? null : shown(bot),
    rules: log.dialect.title,
    meetings: meetings.length,
    title: first ? meetingTitle(log, first) : null,
    problems: problemLists(log).reduce(
      (sum, found) => sum + found.filter(({ code }) => severity[code] !== 'off').length,
      0,
    ),
  };
}

/** The meetings of a log, for somebody who has to choose one. */
export function meetings(log: MeetingLog): MeetingSummary[] {
  return log.meetings.map((meeting) => ({
    title: meetingTitle(log, meeting),
    startLine: meeting.startLine,
    lastLine: meeting.lastLine,
    about: meetingSummary(log, meeting),
    topics: agenda(meeting).topics.map(({ item }) => shown(textAt(log, item)).trim()),
  }));
}
