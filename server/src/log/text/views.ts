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

/** A view of an object that is never changed, computed when it is first asked for and kept as long as the object. */
export function perObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, T>();
  return (of) => {
    let value = kept.get(of);
    if (value === undefined) {
      value = compute(of);
      kept.set(of, value);
    }
    return value;
  };
}
