import { pMapIterable } from 'p-map';

/** Processes items and returns a result for each. Rejects if they crashed it. */
export interface Worker<T, R> {
  work(items: readonly T[]): Promise<readonly R[]>;
  end(): void;
}

/** The outcome of an item: its result, or the error if it crashed a worker. */
export type WorkOutcome<R> = { readonly result: R } | { readonly error: Error };

/** How many batches may be finished ahead of an unfinished one, before the workers wait for it. */
const mostAhead = 12;

/**
 * Processes batches of items with this many workers at once and yields the outcome of each item, in order. If an item crashes a
 * worker, only that item is lost, and another worker is started.
 */
export async function* inOrder<T, R>(
  batches: Iterable<readonly T[]>,
  start: () => Worker<T, R>,
  count: number,
): AsyncGenerator<WorkOutcome<R>> {
  const workers = Array.from({ length: count }, () => restarting(start));
  const idle = [...workers];
  const work = async (batch: readonly T[]) => {
    const worker = idle.pop() as Worker<T, WorkOutcome<R>>;
    const outcomes = await worker.work(batch);
    idle.push(worker);
    return outcomes;
  };
  try {
    const done = pMapIterable(batches, work, { concurrency: count, backpressure: count + mostAhead });
    for await (const outcomes of done) yield* outcomes;
  } finally {
    for (const worker of workers) worker.end();
  }
}

/**
 * A worker that never rejects: if it crashes, a new one replaces it. It is not known which of several items caused the crash, so
 * they are processed again one by one.
 */
function restarting<T, R>(start: () => Worker<T, R>): Worker<T, WorkOutcome<R>> {
  let worker: Worker<T, R> | undefined;
  const work = async (items: readonly T[]): Promise<WorkOutcome<R>[]> => {
    worker ??= start();
    try {
      return (await worker.work(items)).map((result) => ({ result }));
    } catch (error) {
      worker = undefined;
      if (items.length === 1) return [{ error: error as Error }];
      const outcomes: WorkOutcome<R>[] = [];
      for (const item of items) outcomes.push(...(await work([item])));
      return outcomes;
    }
  };
  return { work, end: () => worker?.end() };
}
