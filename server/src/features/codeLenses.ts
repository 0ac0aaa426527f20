import type { CodeLens, Command } from 'vscode-languageserver';
import { durationText, elapsed } from '../log/clock.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { agenda, type Topic } from '../meeting/model.js';
import { copyTopicCommand, generateMinutesCommand, previewCommand, saveMinutesCommand } from '../protocol.js';
import { itemCounts, meetingSummary, voteSummary } from './describe.js';

/**
 * Commands and a summary above each meeting; duration and counts above each topic. A client that owns Meetlog's commands is offered
 * all of them, any other what the server itself can do.
 */
export function codeLenses(log: MeetingLog, uri: string, ownsCommands: boolean): CodeLens[] {
  return log.meetings.flatMap((meeting, index) => [
    lens(meeting.startLine, { title: 'Generate minutes', command: generateMinutesCommand, arguments: [uri, index] }),
    ...(ownsCommands
      ? [
          lens(meeting.startLine, { title: 'Preview', command: previewCommand, arguments: [uri, meeting.startLine] }),
          lens(meeting.startLine, { title: 'Save minutes…', command: saveMinutesCommand, arguments: [uri, index] }),
        ]
      : []),
    lens(meeting.startLine, label(meetingSummary(log, meeting))),
    ...meeting.votes.map((vote) => lens(vote.line, label(`Vote ${voteSummary(vote)}`))),
    ...agenda(meeting).topics.flatMap((topic, at, topics) => {
      const end = topics[at + 1]?.item.line ?? meeting.lastLine;
      const { line } = topic.item;
      const copy: Command = { title: 'Copy as Markdown', command: copyTopicCommand, arguments: [uri, line] };
      return [lens(line, label(topicSummary(log, topic, end))), ...(ownsCommands ? [lens(line, copy)] : [])];
    }),
  ]);
}

function lens(line: number, command: Command): CodeLens {
  const start = { line, character: 0 };
  return { range: { start, end: start }, command };
}

/** A lens that only tells something. */
function label(title: string): Command {
  return { title, command: '' };
}

/** The time from a topic to the line that ends it, and what it brought. */
function topicSummary({ text }: MeetingLog, { item, items }: Topic, endLine: number): string {
  const from = text.read(item.line).time;
  const to = text.read(endLine).time;
  const duration = from === undefined || to === undefined ? '' : durationText(elapsed(from, to));
  return [duration, itemCounts(items)].filter(Boolean).join(' · ') || 'no items';
}
