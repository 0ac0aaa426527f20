import { clockIn } from '../log/layouts/clockNotation.js';

/** What someone typed to go to a time: a time of day in seconds, or seconds after the start of the meeting. */
export type TypedTime = { readonly ofDay: number } | { readonly afterStart: number };

/** Only hours, which no log writes. */
const onlyHours = /^(\d{1,2})\s*([ap])m$|^(\d{1,2})$/i;
const later = /^\+\s*(\d{1,5})(?:[:.](\d\d))?\s*(?:m|min|mins|minutes?)?$/i;

/**
 * Reads `21:04`, `21:04:30`, `9:04 pm`, `9pm` or `21` as a time of day; `+35` as minutes after the start of the meeting, and
 * `+35:30` with seconds. Undefined if it is neither, for example because it is not typed to its end.
 */
export function typedTime(typed: string): TypedTime | undefined {
  const text = typed.trim().replace(/([ap])\.m\.?$/i, '$1m');
  const [, minutes, seconds = '0'] = later.exec(text) ?? [];
  if (minutes !== undefined) return { afterStart: Number(minutes) * 60 + Number(seconds) };
  const [, hours, half, bare] = onlyHours.exec(text) ?? [];
  const clock = hours !== undefined ? `${hours}:00 ${half}m` : bare !== undefined ? `${bare}:00` : text;
  const found = clockIn(clock);
  const isWhole = found?.start === 0 && found.end === clock.length && found.day === undefined;
  return isWhole && found.time >= 0 ? { ofDay: found.time } : undefined;
}
