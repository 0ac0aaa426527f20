import { assert } from 'chai';
import { type Fate, type Hand, type Work, WorkerHand, workThrough } from '../../../server/src/cli/threads/pool.js';

/** A thread that doubles numbers, and has ways to die; half of a double it gives after a while. */
const script = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (items) => parentPort.postMessage(items.map((item) => {
  if (item === 'exit') process.exit(3);
  if (item === 'throw') throw new TypeError('not a number');
  if (item === 'fill') for (const all = []; ; ) all.push(new Array(10000).fill(all.length));
  return item * 2;
})));`;
const thread = () =>
  new WorkerHand<unknown, number>(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });

/** What is told, in the order in which it is, in hands that `hire` gives. */
async function told(
  items: readonly unknown[],
  hire: Work<unknown, number>['hire'],
  hands = 2,
  size = 4,
): Promise<string[]> {
  const log: string[] = [];
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    [...items.keys()].slice(index * size, (index + 1) * size),
  );
  const tell = (place: number, fate: Fate<number>) =>
    log.push(
      `${place} ${'result' in fate ? fate.result : ((fate.error as NodeJS.ErrnoException).code ?? fate.error.message)}`,
    );
  await workThrough({ items, batches, hire, tell }, hands);
  return log;
}

describe('the threads of the command line', () => {
  const numbers = [...Array(50).keys()];

  it('tell all results in order', async () => {
    const doubles = numbers.map((number) => `${number} ${number * 2}`);
    assert.deepEqual(await told(numbers, thread), doubles);
    assert.deepEqual(await told(numbers, thread, 1, 50), doubles);
    assert.deepEqual(await told(numbers, thread, 4, 1), doubles);
  });

  it('die of a bad item alone', async () => {
    const deaths = { exit: 'its thread ended with 3', throw: 'not a number', fill: 'ERR_WORKER_OUT_OF_MEMORY' };
    for (const [deadly, message] of Object.entries(deaths)) {
      const items = numbers.map((number) => (number === 6 || number === 21 ? deadly : number));
      const expected = items.map((item, place) => `${place} ${item === deadly ? message : place * 2}`);
      assert.deepEqual(await told(items, thread), expected);
    }
  });
  it('may all die', async () =>
    assert.deepEqual(
      await told(['exit', 'exit', 'exit'], thread),
      [0, 1, 2].map((place) => `${place} its thread ended with 3`),
    ));
  it('may die while they have nothing to do', async () => {
    const hand = new WorkerHand<unknown, number>('process.exit(4)', { eval: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const end = await hand.work([1]).catch(({ message }) => message);
    assert.equal(end, 'its thread ended with 4');
  });

  it('do the items of a batch in their order', async () => {
    const done: unknown[] = [];
    const hand: Hand<unknown, number> = {
      async work(items) {
        done.push(...items);
        return items.map(Number);
      },
      end() {},
    };
    const batches = [
      [0, 3, 7],
      [1, 2],
      [4, 5, 6],
    ];
    await workThrough({ items: numbers.slice(0, 8), batches, hire: () => hand, tell() {} }, 2);
    for (const batch of batches)
      assert.deepEqual(
        done.filter((item) => batch.includes(item as number)),
        batch,
      );
  });

  it('do not run far ahead of a slow one', async () => {
    let release: (() => void) | undefined;
    let done = 0;
    const hand: Hand<unknown, number> = {
      async work(items) {
        if (items[0] === 0) await new Promise<void>((resolve) => (release = resolve));
        done += items.length;
        return items.map(Number);
      },
      end() {},
    };
    const items = [...Array(2000).keys()];
    const all = told(items, () => hand);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.isAtLeast(done, 100);
    assert.isAtMost(done, 300);
    release?.();
    assert.lengthOf(await all, 2000);
  });
});
