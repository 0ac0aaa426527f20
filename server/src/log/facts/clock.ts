const day = 24 * 3600;

/** `HH:MM:SS` of seconds since midnight. */
export function clockTime(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A duration in seconds as people say it: `45 s`, `12 min`, `1 h 2 min`, `2 d 16 h`. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Seconds from one time of day to a later one, at most a day later. */
export function elapsed(from: number, to: number): number {
  return (to - from + day) % day;
}
