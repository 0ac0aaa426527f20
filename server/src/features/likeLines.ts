import { clockTime } from '../log/facts/clock.js';
import { stampAt } from '../log/facts/stamps.js';
import { clockIn } from '../log/layouts/clockNotation.js';
import { plainText } from '../log/layouts/damage.js';
import { readLine, relayOf } from '../log/layouts/layout.js';
import type { LogLine } from '../log/logLine.js';
import type { LogText } from '../log/text/logText.js';
import type { MeetingLog } from '../meeting/meetingLog.js';

/** What someone said or did. */
export interface Said {
  readonly kind: 'message' | 'action';
  readonly nick: string;
  readonly text: string;
  /** Seconds since midnight; undefined if it is not known. */
  readonly time: number | undefined;
}

/** The most lines that are searched for one to write like. */
const mostSearched = 500;

/**
 * Writes lines as the log does near a line, each like one of the same kind, with the time of the line there if its own is not
 * known. Gives undefined if there is no line to write it like, or if what is written would read differently.
 */
export function writerNear(log: MeetingLog, near: number): (said: Said) => string | undefined {
  const models = new Map<string, number | undefined>();
  return (said) => {
    const key = `${said.kind} ${said.nick}`;
    if (!models.has(key)) models.set(key, modelFor(log, near, said));
    const model = models.get(key);
    return model === undefined ? undefined : writtenLike(log, near, model, said);
  };
}

function writtenLike(log: MeetingLog, near: number, model: number, said: Said): string | undefined {
  const stamp = stampFor(log, near, model, said);
  if (stamp === undefined) return undefined;
  const row = log.text.text(model);
  const { timeStart, timeEnd, nickStart, nickEnd, textStart } = log.text.read(model);
  const head = row.slice(0, timeStart) + stamp + row.slice(timeEnd, nickStart);
  const written = head + said.nick + row.slice(nickEnd, textStart) + said.text;
  return readsAs(log, written, said) ? written : undefined;
}

function readsAs({ text: { layout } }: MeetingLog, row: string, { kind, nick, text, time }: Said): boolean {
  const read = readLine(layout, row);
  const own = plainText(layout.damage, row.slice(read.textStart, read.textEnd));
  const isSameTime = read.time === undefined || time === undefined || minutesOf(read.time) === minutesOf(time);
  return read.kind === kind && read.nick === nick && own === text.trimEnd() && isSameTime;
}

function minutesOf(seconds: number): number {
  return Math.floor(seconds / 60);
}

/** The nearest line of the same kind: one of the same person, or else one whose nick has no sign of rank before it. */
function modelFor({ text }: MeetingLog, near: number, { kind, nick }: Said): number | undefined {
  let other: number | undefined;
  for (const at of linesAround(text, near)) {
    const read = text.read(at);
    if (read.kind !== kind || read.nickEnd === read.nickStart || relayOf(text.layout, text.text(at))) continue;
    if (read.nick === nick) return at;
    if (!hasRank(text.text(at), read)) other ??= at;
  }
  return other;
}

/** A line and those around it, nearest first. */
function* linesAround({ lineCount }: LogText, near: number): Generator<number> {
  for (let by = 0; by < mostSearched; by++) {
    if (near - by >= 0) yield near - by;
    if (by > 0 && near + by < lineCount) yield near + by;
  }
}

function hasRank(row: string, { nickStart }: LogLine): boolean {
  return /[@+%&~!•]/.test(row.charAt(nickStart - 1));
}

/** The stamp of a nearby line with another time of day; undefined if it is in no notation that is written here. */
function stampFor({ text }: MeetingLog, near: number, model: number, { time }: Said): string | undefined {
  const at = [near, model].find((one) => text.time(one) !== undefined);
  if (at === undefined) return '';
  const stamp = stampAt(text, at);
  if (time === undefined) return stamp;
  const clock = clockIn(stamp);
  const length =
    clock && /^\d\d:\d\d(?::\d\d)?$/.test(stamp.slice(clock.start, clock.end)) ? clock.end - clock.start : 0;
  return clock && length > 0
    ? stamp.slice(0, clock.start) + clockTime(time).slice(0, length) + stamp.slice(clock.end)
    : undefined;
}
