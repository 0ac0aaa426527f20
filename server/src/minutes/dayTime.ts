import { clockTime } from '../log/facts/clock.js';

const day = 86_400;

/** The seconds since midnight of `HH:MM:SS`. */
export function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));
}

/** The time of day, `HH:MM:SS`, for a number of seconds after midnight, or before it if negative. */
export function timeOfDay(seconds: number): string {
  return clockTime(((seconds % day) + day) % day);
}
