import { type ItemType, itemTypes } from '../meeting/itemTypes.js';
import { type MeetingLog, perMeeting } from '../meeting/meetingLog.js';
import type { RulerMarks } from '../protocol.js';

/**
 * The lines of topics, decisions and actions, for marks beside an editor's scroll bar. Problems are not among them: editors mark
 * these themselves.
 */
export function rulerMarks(log: MeetingLog): RulerMarks {
  const all = log.meetings.map((meeting) => marksOf(log, meeting));
  const linesOf = (kind: keyof RulerMarks) => all.flatMap((marks) => marks[kind]);
  return { topics: linesOf('topics'), decisions: linesOf('decisions'), actions: linesOf('actions') };
}

const marksOf = perMeeting(
  (_log, { items }): RulerMarks => {
    const linesOf = (kind: keyof RulerMarks) => [
      ...new Set(items.flatMap(({ type, line }) => (kindOf(type) === kind ? line : []))),
    ];
    return { topics: linesOf('topics'), decisions: linesOf('decisions'), actions: linesOf('actions') };
  },
  ({ topics, decisions, actions }, by) => {
    const moved = (lines: readonly number[]) => lines.map((line) => line + by);
    return { topics: moved(topics), decisions: moved(decisions), actions: moved(actions) };
  },
);

function kindOf(type: ItemType): keyof RulerMarks | undefined {
  if (type === 'TOPIC' || type === 'SUBTOPIC') return 'topics';
  if (type === 'ACTION') return 'actions';
  return itemTypes[type].decides ? 'decisions' : undefined;
}
