/** Work in small steps: it can be paused at any `yield` and continued later. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of the work at once. */
export function finish<T>(work: Steps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Transforms the result of some work. */
export function* after<T>(work: Steps<unknown>, made: () => T): Steps<T> {
  yield* work;
  return made();
}

/** How many items are processed in a step. */
const perStep = 64;

/** Calls a function for each item and returns the results. */
export function* mapped<T, R>(things: readonly T[], resultOf: (thing: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (const [index, thing] of things.entries()) {
    if (index % perStep === perStep - 1) yield;
    results.push(resultOf(thing, index));
  }
  return results;
}
