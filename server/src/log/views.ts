let count = 0;

/** What was computed of something and is kept with it, one value for each view; see `perBlock` and `perMeeting`. */
export class Views {
  readonly #values: unknown[] = [];

  /** What is kept under a number that `newView` gave; undefined where nothing is. */
  get(view: number): unknown {
    return this.#values[view];
  }

  set(view: number, value: unknown): void {
    this.#values[view] = value;
  }
}

/** A number for a new view. */
export function newView(): number {
  return count++;
}
