import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import type { Item } from '../../server/src/meeting/model.js';
import { movedBy } from '../../server/src/meeting/sections.js';

/** The items of a log's sections, with their lines in the log. */
export function partsAsItems({ sections }: MeetingLog): Item[] {
  return sections.flatMap(({ parts }) =>
    parts.flatMap(({ start, stretch }) => stretch.items.map((item) => movedBy(item, start))),
  );
}
