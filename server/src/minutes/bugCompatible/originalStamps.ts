import type { MeetingLog } from '../../meeting/meetingLog.js';
import { momentAt, unshifted } from '../meetingTime.js';
import type { Moment } from '../minutes.js';

/*
 * The time of day of a line as scribe.perl reads it, from which it makes the anchors of its page. It reads most layouts as anyone
 * would. Of times in square brackets in any other form, it takes the last two numbers with a colon between them for hours and
 * minutes, and of the hours the last digit: 0:05 for `[18:20:05]`, 8:20 for `[18:20]`.
 */

/** The layouts in square brackets whose times it reads, each by what all of its lines are. */
const readable: readonly RegExp[] = [
  /^\[\d\d:\d\d\] <|^\[[0-9:]+\] (?:==|\*)|^\s*$/,
  /^\[[0-9-]+ \d\d:\d\d:\d\d\] <|^#[^ ]+$|^$|^\[[0-9 :-]+\] [→⇐←—*] /,
];

const stamped = /^\[([^\]]{0,60})\] </;
const inAfternoon = /^.*(\d):(\d\d)(?::\d\d)?\s*pm/i;
const lastNumbers = /^.*(\d):(\d\d)/;

/** The moments of 0-based lines as scribe.perl reads them. */
export function originalMoments({ text }: MeetingLog): (line: number) => Moment {
  const original = originalTimesIn(rowsOf(text));
  return (line) => momentAt(line, original(text.text(line)) ?? text.time(line), unshifted);
}

function* rowsOf(text: MeetingLog['text']): Generator<string> {
  for (let line = 0; line < text.lineCount; line++) yield text.text(line);
}

/**
 * The seconds since midnight of a row of a log, as scribe.perl reads them; undefined where it reads what anyone would. `rows` are
 * all of the log.
 */
export function originalTimesIn(rows: Iterable<string>): (row: string) => number | undefined {
  const fits = readable.map(() => true);
  for (const row of rows) {
    const text = row.replaceAll('\t', ' ');
    if (!/^(?:\[|#|\s*$)/.test(text)) return () => undefined;
    for (const [index, pattern] of readable.entries()) fits[index] &&= pattern.test(text);
  }
  return fits.includes(true) ? () => undefined : misreadTime;
}

function misreadTime(row: string): number | undefined {
  const stamp = stamped.exec(row.slice(0, 80).replaceAll('\t', ' '))?.[1];
  if (stamp === undefined) return undefined;
  const afternoon = inAfternoon.exec(stamp);
  const [, hours, minutes] = afternoon ?? lastNumbers.exec(stamp) ?? [];
  if (hours === undefined) return undefined;
  // It adds the twelve hours of the afternoon to the minutes.
  return Number(hours) * 3600 + (Number(minutes) + (afternoon ? 12 : 0)) * 60;
}
