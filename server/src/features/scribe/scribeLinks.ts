import type { Place } from '../../log/place.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Item } from '../../meeting/model.js';
import { addedIn, agendaRows, goesOnWith, type ScribedLine, scribedLine } from '../../meeting/scribe/scribedLine.js';
import { topicAt } from '../counterparts.js';
import { placeOfRecord, type ScribedTarget, saidAt } from './scribeTarget.js';

/* What belongs together in a meeting with a scribe: corrections and what they change, dots and what they go on with. */

/** Where what is at the cursor comes from. */
export function scribedDefinition(log: MeetingLog, { part, on, place: { line } }: ScribedTarget): Place | undefined {
  if (part === 'correction') return changedBy(log, on)[0];
  const above = part === 'dots' ? goesOnWith(on) : undefined;
  if (above) return placeOfRecord(log, on, above.record);
  return part === 'text' ? (correctedBy(log, line)[0] ?? takenUp(log, on)) : undefined;
}

/** What a correction changes, what corrects a line, and what a topic collects. */
export function scribedReferences(log: MeetingLog, { part, on, place: { line } }: ScribedTarget): readonly Place[] {
  if (part === 'correction') return changedBy(log, on);
  if (part === 'text') return correctedBy(log, line);
  return part === 'label' ? itemPlaces(topicAt(on.meeting, line)?.items ?? []) : [];
}

/** The other ends of a correction, of dots, and of a topic, which ends with the next one or the meeting; at most so many. */
export function scribedHighlights(log: MeetingLog, target: ScribedTarget, most: number): readonly Place[] {
  const { part, on, place } = target;
  if (part === 'correction') return changedBy(log, on).slice(0, most);
  if (part === 'dots') return [scribedDefinition(log, target) ?? []].flat();
  if (part === 'text') return correctedBy(log, place.line).slice(0, most);
  const { lastLine, endLine } = on.meeting;
  const topic = topicAt(on.meeting, place.line);
  const end = topic && (topic.lastLine < lastLine ? topic.lastLine + 1 : endLine);
  return end === undefined ? [] : [saidAt(log, end).place];
}

/** Where items are. */
export function itemPlaces(items: readonly Item[]): readonly Place[] {
  return items.map(({ line, start, end }) => ({ line, start, end }));
}

/** The lines that a correction changes, or in front of which it inserts one. */
function changedBy(log: MeetingLog, on: ScribedLine): readonly Place[] {
  const places = on.correction?.changes.map(({ target }) => placeOfRecord(log, on, target)) ?? [];
  return places.sort((a, b) => a.line - b.line);
}

/** The corrections that change a line, or insert one in front of it. */
export function correctedBy(log: MeetingLog, line: number): readonly Place[] {
  const on = scribedLine(log, line);
  return on ? on.changes.map(({ correction }) => placeOfRecord(log, on, correction.record)) : [];
}

/** Where the queue keeper took up what a line adds to the agenda. */
function takenUp(log: MeetingLog, on: ScribedLine): Place | undefined {
  const by = agendaRows(on.scribed).taken.get(addedIn(on.record.text) ?? '');
  return by && placeOfRecord(log, on, by);
}
