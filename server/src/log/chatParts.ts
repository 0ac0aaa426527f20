import { elapsed } from './clock.js';
import { dateIn, stampAt } from './dates.js';
import { isSpoken } from './logLine.js';
import type { LogText } from './logText.js';

/** A pause of so many seconds ends a talk. */
const longPause = 1800;

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

function findDays(text: LogText): ChatDay[] {
  const days: { start: number; last: number; date: string | undefined; talks: { start: number; last: number }[] }[] =
    [];
  let told: string | undefined;
  let time: number | undefined;
  for (let line = 0; line < text.lineCount; line++) {
    const read = text.read(line);
    const date =
      read.kind === 'day' ? dateIn(text.text(line)) : read.timeEnd > 10 ? dateIn(stampAt(text, line)) : undefined;
    told = date ?? told;
    if (!isSpoken(read)) continue;
    let day = days.at(-1);
    const isLater = time !== undefined && read.time !== undefined && read.time < time - 12 * 3600;
    if (!day || day.date !== told || (isLater && told === undefined)) {
      day = { start: line, last: line, date: told, talks: [] };
      days.push(day);
    }
    const talk = day.talks.at(-1);
    const pause = time === undefined || read.time === undefined ? 0 : elapsed(time, read.time);
    // A clock that goes back a little is no pause of almost a day.
    if (!talk || (pause >= longPause && pause < 12 * 3600)) day.talks.push({ start: line, last: line });
    else talk.last = line;
    day.last = line;
    time = read.time ?? time;
  }
  return days;
}
