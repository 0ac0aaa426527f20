import type { Place } from '../log/place.js';
import { agenda, withSubtopics } from '../meeting/agenda.js';
import { wordOf } from '../meeting/events.js';
import { type MeetingLog, meetingAt, stepAt } from '../meeting/meetingLog.js';
import type { Meeting, Topic } from '../meeting/model.js';
import type { CommandTarget } from './target.js';

/**
 * The other end of what a command opens or closes: of a meeting, a vote or a topic, which ends with the next one or the meeting.
 * Undefined if there is none: a command that the bot ignored opened and closed nothing.
 */
export function counterpart(log: MeetingLog, { command, place: { line } }: CommandTarget): Place | undefined {
  const meeting = meetingAt(log, line);
  if (!meeting) return undefined;
  switch (command.effect) {
    case 'start':
      return line === meeting.startLine ? commandPlace(log, meeting.endLine) : undefined;
    case 'end':
      return line === meeting.endLine ? commandPlace(log, meeting.startLine) : undefined;
    case 'openVote':
      return commandPlace(log, meeting.votes.find((vote) => vote.line === line)?.endLine);
    case 'closeVote':
      return commandPlace(log, meeting.votes.find((vote) => vote.endLine === line)?.line);
    case 'TOPIC':
    case 'SUBTOPIC':
      return commandPlace(log, closingLine(meeting, topicAt(meeting, line)));
    default:
      return undefined;
  }
}

/** The topic or subtopic that a line opens. */
export function topicAt(meeting: Meeting, line: number): Topic | undefined {
  const { topics } = agenda(meeting);
  return [...topics, ...topics.flatMap((topic) => withSubtopics(topic).subtopics)].find(
    ({ item }) => item.line === line,
  );
}

function closingLine({ lastLine, endLine }: Meeting, topic: Topic | undefined): number | undefined {
  if (!topic) return undefined;
  return topic.lastLine < lastLine ? topic.lastLine + 1 : endLine;
}

/** The place of the command's word on a line, or of what the bot says there instead. */
function commandPlace(log: MeetingLog, line: number | undefined): Place | undefined {
  if (line === undefined) return undefined;
  const event = stepAt(log, line)?.event;
  if (event?.kind === 'command') return wordOf(event);
  const { textStart: start, textEnd: end } = log.text.read(line);
  return { line, start, end };
}
