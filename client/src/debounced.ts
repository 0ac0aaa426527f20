/** Runs something a while after the last request. */
export class Debounced {
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs it after a delay in milliseconds, replacing an earlier request. */
  in(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, delay);
  }

  /** Cancels the request. */
  dispose(): void {
    clearTimeout(this.#timer);
  }
}
