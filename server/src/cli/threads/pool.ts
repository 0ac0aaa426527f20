import { Worker } from 'node:worker_threads';

/** Does items and gives a result for each. It rejects where it died of them. */
export interface Hand<T, R> {
  work(items: readonly T[]): Promise<readonly R[]>;
  end(): void;
}

/** What became of an item: its result, or what a hand died of that had nothing else to do. */
export type Fate<R> = { readonly result: R } | { readonly error: Error };

export interface Work<T, R> {
  readonly items: readonly T[];
  /** The places of the items that one hand does one after the other, sorted by the first of them. */
  readonly batches: readonly (readonly number[])[];
  readonly hire: () => Hand<T, R>;
  /** Is told what became of each item, in the order of the items. */
  readonly tell: (place: number, fate: Fate<R>) => void;
}

/** Does all items, in so many hands at once. A hand that dies costs the item that it died of, and another goes on. */
export async function workThrough<T, R>(work: Work<T, R>, hands: number): Promise<void> {
  const batches = work.batches.values();
  const results = new Results(work.tell);
  await Promise.all(Array.from({ length: hands }, () => workOff(work, batches, results)));
}

async function workOff<T, R>(
  { items, hire }: Work<T, R>,
  batches: Iterable<readonly number[]>,
  results: Results<R>,
): Promise<void> {
  const hand = new Replaced(hire);
  for (const batch of batches) {
    results.begin();
    const fates = await hand.work(batch.map((place) => items[place] as T));
    results.take(batch, fates);
    await results.room();
  }
  hand.end();
}

/** Puts another hand in the place of one that died. */
class Replaced<T, R> {
  #hand: Hand<T, R> | undefined;
  readonly #hire: () => Hand<T, R>;

  constructor(hire: () => Hand<T, R>) {
    this.#hire = hire;
  }

  /** Of several items, nobody knows which was deadly: they are done again, each by itself. */
  async work(items: readonly T[]): Promise<Fate<R>[]> {
    this.#hand ??= this.#hire();
    try {
      return (await this.#hand.work(items)).map((result) => ({ result }));
    } catch (error) {
      this.#hand = undefined;
      if (items.length === 1) return [{ error: error as Error }];
      const fates: Fate<R>[] = [];
      for (const item of items) fates.push(...(await this.work([item])));
      return fates;
    }
  }

  end(): void {
    this.#hand?.end();
  }
}

/** So many results may wait for one before them: then whoever has done more waits as well. */
const enoughHeld = 200;

/** Results in the order of their items. */
class Results<R> {
  readonly #tell: (place: number, fate: Fate<R>) => void;
  readonly #held = new Map<number, Fate<R>>();
  #next = 0;
  #working = 0;
  #wake: (() => void)[] = [];

  constructor(tell: (place: number, fate: Fate<R>) => void) {
    this.#tell = tell;
  }

  begin(): void {
    this.#working++;
  }

  take(places: readonly number[], fates: readonly Fate<R>[]): void {
    this.#working--;
    for (const [index, place] of places.entries()) this.#held.set(place, fates[index] as Fate<R>);
    for (let fate = this.#held.get(this.#next); fate; fate = this.#held.get(this.#next)) {
      this.#held.delete(this.#next);
      this.#tell(this.#next++, fate);
    }
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Comes back when there is room for more, or nobody else is at work who could make some. */
  async room(): Promise<void> {
    while (this.#held.size > enoughHeld && this.#working > 0) {
      await new Promise<void>((wake) => this.#wake.push(wake));
    }
  }
}

/** A hand in a thread of its own. Its script answers each list of items with the list of their results. */
export class WorkerHand<T, R> implements Hand<T, R> {
  readonly #worker: Worker;
  #asked: { resolve(results: readonly R[]): void; reject(error: Error): void } | undefined;
  #death: Error | undefined;

  constructor(...[script, options]: ConstructorParameters<typeof Worker>) {
    this.#worker = new Worker(script, options);
    this.#worker.on('message', (results: readonly R[]) => this.#asked?.resolve(results));
    this.#worker.on('messageerror', (error) => this.#die(error));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', (code) => this.#die(new Error(`its thread ended with ${code}`)));
  }

  work(items: readonly T[]): Promise<readonly R[]> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      if (this.#death) reject(this.#death);
      else this.#worker.postMessage(items);
    });
  }

  end(): void {
    void this.#worker.terminate();
  }

  /** What comes first tells most; its end follows everything. */
  #die(error: unknown): void {
    this.#death ??= error instanceof Error ? error : new Error(String(error));
    this.#asked?.reject(this.#death);
  }
}
