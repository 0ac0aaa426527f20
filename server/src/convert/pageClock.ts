import { stampOf } from './canonicalStamp.js';

const half = 12 * 3600;

/** The times of a page, which has the date once: it may run past midnight. */
export class Clock {
  #date: number;
  #before = 0;

  constructor(start: number) {
    this.#date = Number.isNaN(start) ? start : start - (start % 86_400_000);
  }

  get hasDate(): boolean {
    return !Number.isNaN(this.#date);
  }

  /** Takes the date of the page, unless another is known. */
  dateIs(date: number): void {
    if (!this.hasDate) this.#date = date - (date % 86_400_000);
  }

  stamp(text: string): string | undefined {
    const [, hours, minutes, seconds = '00'] = /^\[?(\d\d?):(\d\d)(?::(\d\d))?\]?$/.exec(text) ?? [];
    if (hours === undefined) return undefined;
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (this.#before - time > half) this.#date += 86_400_000;
    this.#before = time;
    return this.hasDate ? stampOf(this.#date + time * 1000) : stampOf(time * 1000)?.slice(11);
  }
}
