import { assert } from 'chai';
import { inOrder, type Worker } from '../../../server/src/cli/threads/pool.js';
import { ThreadWorker } from '../../../server/src/cli/threads/threadWorker.js';

/** A thread that doubles numbers, and can die in several ways. */
const script = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (items) => parentPort.postMessage(items.map((item) => {
  if (item === 'exit') process.exit(3);
  if (item === 'throw') throw new TypeError('not a number');
  if (item === 'fill') for (const all = []; ; ) all.push(new Array(10000).fill(all.length));
  return item * 2;
})));`;
const thread = () =>
  new ThreadWorker<unknown, number>(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });

/** The outcomes of items, in order, using workers from `start`. */
async function outcomes(
  items: readonly unknown[],
  start: () => Worker<unknown, number>,
  workers = 2,
  size = 4,
): Promise<(string | number)[]> {
  const all: (string | number)[] = [];
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
  for await (const outcome of inOrder(batches, start, workers)) {
    if ('result' in outcome) all.push(outcome.result);
    else all.push((outcome.error as NodeJS.ErrnoException).code ?? outcome.error.message);
  }
  return all;
}

describe('the threads of the command line', () => {
  const numbers = [...Array(50).keys()];

  it('give all results in order', async () => {
    const doubles = numbers.map((number) => number * 2);
    assert.deepEqual(await outcomes(numbers, thread), doubles);
    assert.deepEqual(await outcomes(numbers, thread, 1, 50), doubles);
    assert.deepEqual(await outcomes(numbers, thread, 4, 1), doubles);
  });

  it('die only of a bad item', async () => {
    const deaths = { exit: 'its thread ended with 3', throw: 'not a number', fill: 'ERR_WORKER_OUT_OF_MEMORY' };
    for (const [deadly, message] of Object.entries(deaths)) {
      const items = numbers.map((number) => (number === 6 || number === 21 ? deadly : number));
      const expected = items.map((item) => (item === deadly ? message : Number(item) * 2));
      assert.deepEqual(await outcomes(items, thread), expected);
    }
  });
  it('may all die', async () =>
    assert.deepEqual(await outcomes(['exit', 'exit', 'exit'], thread), Array(3).fill('its thread ended with 3')));
  it('may die while they are idle', async () => {
    const worker = new ThreadWorker<unknown, number>('process.exit(4)', { eval: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const end = await worker.work([1]).catch(({ message }) => message);
    assert.equal(end, 'its thread ended with 4');
  });

  it('process the items of a batch in order, and end', async () => {
    const done: unknown[][] = [];
    let running = 0;
    const start = (): Worker<unknown, number> => {
      const own: unknown[] = [];
      done.push(own);
      running++;
      return {
        async work(items) {
          own.push(...items);
          return items.map(Number);
        },
        end: () => running--,
      };
    };
    await outcomes(numbers, start);
    assert.lengthOf(done, 2);
    for (const own of done)
      assert.deepEqual(
        own,
        own.toSorted((a, b) => Number(a) - Number(b)),
      );
    assert.sameMembers(done.flat(), numbers);
    assert.equal(running, 0);
    for await (const _ of inOrder([[1], [2], [3]], start, 2)) break;
    assert.equal(running, 0);
  });

  it('do not run far ahead of a slow one', async () => {
    let release: (() => void) | undefined;
    let done = 0;
    const worker: Worker<unknown, number> = {
      async work(items) {
        if (items[0] === 0) await new Promise<void>((resolve) => (release = resolve));
        done += items.length;
        return items.map(Number);
      },
      end() {},
    };
    const items = [...Array(2000).keys()];
    const all = outcomes(items, () => worker, 2, 16);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.isAtLeast(done, 100);
    assert.isAtMost(done, 300);
    release?.();
    assert.deepEqual(await all, items);
  });
});
