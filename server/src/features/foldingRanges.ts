import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { durationText } from '../log/facts/clock.js';
import { agenda, withSubtopics } from '../meeting/agenda.js';
import { named } from '../meeting/listed.js';
import { type MeetingLog, perMeeting, textAt } from '../meeting/meetingLog.js';
import type { Meeting, Topic } from '../meeting/model.js';
import type { Abilities } from './abilities.js';
import { count, lengthText, meetingTitle, shown, topicDuration } from './describe.js';

/** A fold for each meeting, topic and subtopic that is longer than one line, with a text to show if the client can. */
export function foldingRanges(
  log: MeetingLog,
  { foldTexts }: Pick<Abilities, 'foldTexts'> = { foldTexts: false },
): FoldingRange[] {
  return log.meetings.flatMap((meeting) => foldsOf(log, meeting, foldTexts && meetingTitle(log, meeting)));
}

/** With texts if the title is given, which may not depend only on the meeting's lines. */
const foldsOf = perMeeting(
  (log, meeting, title: string | false): readonly FoldingRange[] => {
    const topics = agenda(meeting).topics.flatMap((topic) => [topic, ...withSubtopics(topic).subtopics]);
    const whole = { startLine: meeting.startLine, endLine: meeting.lastLine };
    return [
      { ...whole, ...(title !== false && { collapsedText: meetingText(log, meeting, title) }) },
      ...topics.map((topic) => ({
        startLine: topic.item.line,
        endLine: topic.lastLine,
        ...(title !== false && { collapsedText: topicText(log, meeting, topic) }),
      })),
    ]
      .filter(({ startLine, endLine }) => endLine > startLine)
      .map((fold) => ({ ...fold, kind: FoldingRangeKind.Region }));
  },
  (folds, by) => folds.map((fold) => ({ ...fold, startLine: fold.startLine + by, endLine: fold.endLine + by })),
);

/** `Weekly meeting · 1 h 2 min · 5 topics`. */
function meetingText(log: MeetingLog, meeting: Meeting, title: string): string {
  return joined(title, lengthText(log, meeting), count(agenda(meeting).topics.length, 'topic'));
}

/** `Roadmap items · 42 min · 5 items`. */
function topicText(log: MeetingLog, meeting: Meeting, topic: Topic): string {
  const title = shown(textAt(log, topic.item)).trim() || `(empty ${topic.item.type.toLowerCase()})`;
  return joined(title, durationIn(topicDuration(log, meeting, topic)), count(topic.items.length, 'item'));
}

function joined(title: string, ...facts: readonly string[]): string {
  return [named(title), ...facts].filter(Boolean).join(' · ');
}

function durationIn(seconds: number | undefined): string {
  return seconds === undefined ? '' : durationText(seconds);
}
