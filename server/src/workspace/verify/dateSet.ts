import type { WrittenDate } from './dates.js';

/** Dates, of which some have no year. */
export class DateSet {
  readonly #full = new Set<string>();
  /** `MM-DD` of those without a year, and of all. */
  readonly #short = new Set<string>();
  readonly #days = new Set<string>();

  constructor(dates: Iterable<WrittenDate>) {
    for (const { meant } of dates) for (const one of meant) this.#add(one);
  }

  /** Whether a date may be one of them. */
  has({ meant }: WrittenDate): boolean {
    return meant.some((one) =>
      one.length > 5 ? this.#full.has(one) || this.#short.has(one.slice(-5)) : this.#days.has(one),
    );
  }

  #add(date: string): void {
    (date.length > 5 ? this.#full : this.#short).add(date);
    this.#days.add(date.slice(-5));
  }
}
