/** Runs something some time after it was last asked for. */
export class Debounced {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs it in so many milliseconds, instead of when it was asked for before. */
  in(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, delay);
  }

  /** Does not run what was asked for. */
  dispose(): void {
    clearTimeout(this.#timer);
  }
}
