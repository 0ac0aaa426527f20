import { detectLayout, layoutFits } from '../log/detect/detectLayout.js';
import type { Layout } from '../log/layouts/layout.js';
import type { LogText } from '../log/text/logText.js';
import { agenda } from '../meeting/agenda.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import { problemLists } from '../meeting/problems/findProblems.js';
import type { Problem } from '../meeting/problems/problemTable.js';
import type { LayoutFit, LayoutFits, LogSummary, MeetingSummary } from '../protocol.js';
import { meetingSummary, meetingTitle, shown } from './describe.js';
import type { LogSettings } from './logSettings.js';
import { isReported } from './reported.js';

/** A summary of what was found in a log. It is requested often, so its size does not grow with the log. */
export function summary(log: MeetingLog, settings: LogSettings): LogSummary {
  const { text, meetings } = log;
  const isShown = (problem: Problem) => isReported(settings, log, problem);
  const bot = meetings.find((meeting) => meeting.bot !== undefined)?.bot;
  return {
    layout: text.layout.title,
    isLayoutChosen: settings.layout !== undefined,
    confidence: text.confidence,
    bot: bot === undefined ? null : shown(bot),
    rules: log.dialect.title,
    meetings: meetings.length,
    problems: problemLists(log).reduce((sum, found) => sum + found.filter(isShown).length, 0),
    isUnread: problemLists(log).some((found) => found.some((one) => one.code === 'unread-log' && isShown(one))),
  };
}

/** The meetings of a log, to choose from. */
export function meetings(log: MeetingLog): MeetingSummary[] {
  return log.meetings.map((meeting) => ({
    title: meetingTitle(log, meeting),
    startLine: meeting.startLine,
    lastLine: meeting.lastLine,
    about: meetingSummary(log, meeting),
    topics: agenda(meeting).topics.map(({ item }) => shown(textAt(log, item)).trim()),
  }));
}

/** How well each layout reads a log, to choose from. Looks only at the log's first lines. */
export function layoutFitsOf({ text }: MeetingLog): LayoutFits {
  const { layout, confidence } = detectLayout(rowsOf(text));
  return {
    found: fitOf(layout, confidence),
    layouts: layoutFits(rowsOf(text)).map((fit) => fitOf(fit.layout, fit.read)),
  };
}

function fitOf({ name, title }: Layout, read: number): LayoutFit {
  return { name, title, read };
}

function* rowsOf(text: LogText): Generator<string> {
  for (let line = 0; line < text.lineCount; line++) yield text.text(line);
}
