import { pMapIterable } from 'p-map';

/** Does items and gives a result for each. It rejects if it died of them. */
export interface Worker<T, R> {
  work(items: readonly T[]): Promise<readonly R[]>;
  end(): void;
}

/** What came of an item: its result, or what a worker died of that had nothing else to do. */
export type WorkOutcome<R> = { readonly result: R } | { readonly error: Error };

/** How many batches may be done ahead of one that is not: then the workers wait for it. */
const mostAhead = 12;

/**
 * Has so many workers at once do batches of items, each batch in its order, and gives what came of each item, in the order of the
 * items. A worker that dies costs the item that it died of, and another one is started.
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
 * A worker that never rejects: another one takes the place of one that died. Of several items, nobody knows which one was deadly:
 * they are done again, each by itself.
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
