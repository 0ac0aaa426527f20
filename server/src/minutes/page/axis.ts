import { clockTime } from '../../log/facts/clock.js';
import { secondsOf } from '../dayTime.js';
import type { LogEntry } from '../minutes.js';

/** A round time and its horizontal position, as a share of the axis from 0 to 1. */
export interface Tick {
  readonly share: number;
  readonly text: string;
}

/** The horizontal positions of the meeting's lines: by time, or by line number if the log has no times. */
export class Axis {
  /** Seconds, or lines. */
  readonly length: number;
  readonly #start: number;
  readonly #byTime: boolean;
  readonly #places: ReadonlyMap<number, number>;

  constructor(entries: readonly LogEntry[]) {
    const times = sinceStart(entries) ?? unwound(entries);
    this.#byTime = times !== undefined;
    const places = times ?? entries.map((_, index) => index);
    this.#start = places[0] ?? 0;
    this.length = Math.max(0, ...places.slice(-1).map((last) => last - this.#start));
    this.#places = new Map(entries.map(({ line }, index) => [line, places[index] ?? 0]));
  }

  /** The relative position of a line of the log, 0 to 1. */
  share(line: number): number {
    const place = this.#places.get(line) ?? this.#start;
    return Math.min(1, Math.max(0, (place - this.#start) / this.length));
  }

  /** Some round times and their positions. */
  ticks(): Tick[] {
    if (!this.#byTime) return [];
    const step = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400].find((one) => this.length / one <= 8) ?? 28_800;
    const first = Math.ceil(this.#start / step) * step;
    const count = Math.max(0, Math.floor((this.#start + this.length - first) / step) + 1);
    return Array.from({ length: Math.min(count, 24) }, (_, index) => {
      const time = first + index * step;
      return { share: (time - this.#start) / this.length, text: clockTime(time % 86_400).slice(0, 5) };
    });
  }
}

/** The times of entries in seconds, counting on from the first; undefined if the log leaves any open. They never decrease. */
function sinceStart(entries: readonly LogEntry[]): number[] | undefined {
  const [first] = entries;
  if (!first?.time) return undefined;
  const start = secondsOf(first.time) - (first.seconds ?? 0);
  let last = 0;
  const times: number[] = [];
  for (const { seconds } of entries) {
    if (seconds === undefined) return undefined;
    last = Math.max(last, start + seconds);
    times.push(last);
  }
  return times;
}

/** The times of entries in seconds, counting on after midnight; undefined if any has none. They never decrease. */
function unwound(entries: readonly LogEntry[]): number[] | undefined {
  let last = 0;
  const times: number[] = [];
  for (const [index, { time }] of entries.entries()) {
    if (time === null) return undefined;
    const ofDay = secondsOf(time);
    const days = Math.floor(last / 86_400) * 86_400;
    const isNextDay = index > 0 && last - days - ofDay > 43_200;
    last = index === 0 ? ofDay : Math.max(last, days + ofDay + (isNextDay ? 86_400 : 0));
    times.push(last);
  }
  return times;
}

/** Rounds a number to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
