import { cleaned, type Damage, undamaged } from '../log/layouts/damage.js';
import { lineHead } from '../log/write/writeLine.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { firstOf, type Near, peopleNear } from './completionPeople.js';

/** How many lines above and below an empty line are searched for one that shows how lines begin. */
const reach = 200;

/** The most people who are proposed: writing a beginning takes longer than a name. */
const mostHeads = 40;

/**
 * How a new line may begin for the people near it, in the layout of the log, with the time of the line above; who spoke last
 * first. Empty if the layout has no such beginnings.
 */
export function headsAt(log: MeetingLog, line: number): { readonly all: string[]; readonly isIncomplete: boolean } {
  const model = nearestMessage(log, line);
  if (model === undefined) return { all: [], isIncomplete: false };
  const near = nearestTime(log, line) ?? model;
  const { all, isIncomplete } = firstOf(peopleNear(log, line), mostHeads);
  const heads = all.map((one) => headOf(log, near, one));
  const found = heads.filter((head) => head !== undefined);
  return { all: found.map((head) => inGutterOf(log, line, head)), isIncomplete };
}

/** The start of someone's line, written like their own nearest line if possible; undefined if it would not be read as theirs. */
function headOf({ text }: MeetingLog, near: number, { nick, line }: Near): string | undefined {
  const head = lineHead(text, near, nick, undefined, line);
  // A heading above what is said would be several lines, of which a list can only show the first.
  return head === undefined || /[\r\n]/.test(head) ? undefined : head;
}

/** A new line behind the gutter that a blank line has already, if it has one. */
function inGutterOf({ text }: MeetingLog, line: number, head: string): string {
  const { damage } = text.layout;
  const own = gutterIn(damage, text.text(line));
  return own === '' ? head : own + head.slice(gutterIn(damage, head).length);
}

function gutterIn(damage: Damage | undefined, line: string): string {
  return damage ? line.slice(0, cleaned(damage, line).start(0)) : '';
}

/** The nearest line on which someone says something and is named, above a line if possible. */
function nearestMessage(log: MeetingLog, line: number): number | undefined {
  return nearest(log, line, (at) => isMessage(log, at));
}

function nearestTime(log: MeetingLog, line: number): number | undefined {
  return nearest(log, line, (at) => log.text.time(at) !== undefined);
}

function nearest({ text }: MeetingLog, line: number, isIt: (line: number) => boolean): number | undefined {
  for (let at = line - 1; at >= Math.max(0, line - reach); at--) if (isIt(at)) return at;
  for (let at = line + 1; at < Math.min(text.lineCount, line + reach); at++) if (isIt(at)) return at;
  return undefined;
}

function isMessage({ text }: MeetingLog, line: number): boolean {
  const { kind, nickStart, nickEnd } = text.read(line);
  return kind === 'message' && nickEnd > nickStart;
}

/** Whether nothing is on a line except whitespace, or a gutter like that of lines around it: other lines are left out. */
export function isBlank(log: MeetingLog, line: number): boolean {
  const { text } = log;
  const { damage } = text.layout;
  const row = text.text(line);
  if (row.trim() === '') return true;
  if (undamaged(damage, row).trim() !== '') return false;
  const model = nearestMessage(log, line);
  return model !== undefined && shapeOf(row) === shapeOf(gutterIn(damage, text.text(model)));
}

/** A gutter in which all numbers are the same. */
function shapeOf(gutter: string): string {
  return gutter.trim().replace(/\d+/g, '0');
}
