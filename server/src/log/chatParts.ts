import { elapsed } from './clock.js';
import { dateIn, stampAt } from './dates.js';
import { isSpoken, type LogLine } from './logLine.js';
import type { LogText } from './logText.js';

/** A pause of so many seconds ends a talk. */
const longPause = 1800;
const halfDay = 12 * 3600;

/** A stretch of a chat: a day, or a talk between two long pauses. Lines are 0-based, the last is inclusive. */
export interface ChatPart {
  readonly start: number;
  readonly last: number;
}

export interface ChatDay extends ChatPart {
  /** `YYYY-MM-DD`, undefined where the log does not tell. */
  readonly date: string | undefined;
  readonly talks: readonly ChatPart[];
}

const known = new WeakMap<LogText, readonly ChatDay[]>();

/** The days of a chat, and the talks of each; found once for each text. */
export function chatDays(text: LogText): readonly ChatDay[] {
  let days = known.get(text);
  if (!days) {
    days = findDays(text);
    known.set(text, days);
  }
  return days;
}

interface DraftDay {
  start: number;
  last: number;
  readonly date: string | undefined;
  readonly talks: { start: number; last: number }[];
}

function findDays(text: LogText): ChatDay[] {
  const days: DraftDay[] = [];
  let date: string | undefined;
  let above: number | undefined;
  for (let line = 0; line < text.lineCount; line++) {
    const read = text.read(line);
    date = dateOfLine(text, line, read) ?? date;
    if (!isSpoken(read)) continue;
    const day = dayOf(days, line, date, isNextDay(above, read.time));
    addToTalk(day, line, isPause(above, read.time));
    above = read.time ?? above;
  }
  return days;
}

/** Only long stamps bear a date. */
function dateOfLine(text: LogText, line: number, { kind, timeStart, timeEnd }: LogLine): string | undefined {
  if (kind === 'day') return dateIn(text.text(line));
  return timeEnd - timeStart > 12 ? dateIn(stampAt(text, line)) : undefined;
}

/** The day that a line belongs to: the last one, or a new one where another date begins, or midnight has passed. */
function dayOf(days: DraftDay[], line: number, date: string | undefined, isNext: boolean): DraftDay {
  const last = days.at(-1);
  if (last && last.date === date && !(isNext && date === undefined)) return last;
  const day = { start: line, last: line, date, talks: [] };
  days.push(day);
  return day;
}

function addToTalk(day: DraftDay, line: number, afterPause: boolean): void {
  const talk = day.talks.at(-1);
  if (talk && !afterPause) talk.last = line;
  else day.talks.push({ start: line, last: line });
  day.last = line;
}

function isNextDay(above: number | undefined, time: number | undefined): boolean {
  return above !== undefined && time !== undefined && time < above - halfDay;
}

/** A clock that goes back a little is no pause of almost a day. */
function isPause(above: number | undefined, time: number | undefined): boolean {
  if (above === undefined || time === undefined) return false;
  const pause = elapsed(above, time);
  return pause >= longPause && pause < halfDay;
}
