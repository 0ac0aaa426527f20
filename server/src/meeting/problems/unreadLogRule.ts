import type { MeetingLog } from '../meetingLog.js';
import { isMostlyRead, readShare } from '../readShare.js';
import { type UnreadStart, unreadStart } from '../unreadLog.js';
import type { Finding } from './problem.js';

/** For a log of which nothing, or less than half, is read. */
export function* unreadLog(log: MeetingLog): Generator<Finding> {
  const { text, meetings } = log;
  const isChosen = text.detection.isChosen === true;
  const start = meetings.length === 0 ? unreadStart(text) : undefined;
  if (isChosen || meetings.length > 0) {
    const { firstUnread = 0, lines } = readShare(text);
    if (lines === 0 || isMostlyRead(text)) return;
    const row = text.text(firstUnread);
    const place = { line: firstUnread, start: row.length - row.trimStart().length, end: row.trimEnd().length };
    yield { ...(start ? placeOf(start) : place), message: partMessage(log, start?.looks ?? row) };
  } else if (start) {
    yield { ...placeOf(start), message: startMessage(log, start) };
  }
}

function placeOf({ line, start, end }: UnreadStart) {
  return { line, start, end };
}

/** Of a log that is read in part, or not at all in the layout that was chosen. */
function partMessage({ text }: MeetingLog, row: string): string {
  const { read, own, lines } = readShare(text);
  const share = `${own === 0 ? 'none' : `only ${read}`} of ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  if (text.detection.isChosen)
    return `The chosen layout, “${text.layout.name}”, reads ${share}; lines begin like ${quoted(row)}. Choose another one, or none.`;
  return `No layout is known in which lines begin like ${quoted(row)}: ${share} of this log are read. ${advice}`;
}

function startMessage({ text }: MeetingLog, { looks, isAlone }: UnreadStart): string {
  const like = isAlone ? aloneLike(looks) : `in which lines begin like ${quoted(looks)}`;
  return `No layout is known ${like}: this ${isMostlyRead(text) ? 'line' : 'log'} is not read. ${advice}`;
}

function aloneLike(above: string): string {
  return above === ''
    ? 'in which a command is on a line of its own'
    : `in which a command is below a line like ${quoted(above)}`;
}

const advice = 'Choose a layout, or report this one.';

/** How much of a line is quoted, in UTF-16 units. */
const mostQuoted = 60;

function quoted(text: string): string {
  const shown = text.trim();
  return `“${shown.length > mostQuoted ? `${shown.slice(0, mostQuoted).trimEnd()}…` : shown}”`;
}
