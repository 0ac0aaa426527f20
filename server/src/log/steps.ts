/** A work in small steps: it may be left at any `yield`, and gone on with later. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of a work at once. */
export function finish<T>(work: Steps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** What is made once a work is done. */
export function* after<T>(work: Steps<unknown>, made: () => T): Steps<T> {
  yield* work;
  return made();
}

/** So many things are worth a step. */
const perStep = 64;

/** The results of a function for each of some things. */
export function* mapped<T, R>(things: readonly T[], resultOf: (thing: T, index: number) => R): Steps<R[]> {
  const results: R[] = [];
  for (const [index, thing] of things.entries()) {
    if (index % perStep === perStep - 1) yield;
    results.push(resultOf(thing, index));
  }
  return results;
}
