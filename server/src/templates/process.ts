import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { answer } from './answer.js';
import type { Job } from './runner.js';

/*
 * The process that renders templates: jobs come and replies go over its IPC channel. It ends when whoever started it has, or when nothing is to
 * be done for a while. A thread guards it, since a template may keep its main thread busy for ever.
 */

/** After how many milliseconds without a job it ends. */
const idleTime = 10_000;
/** How often its guard looks, in milliseconds. Memory can be filled by some megabytes meanwhile. */
const interval = 10;

if (isMainThread) serve();
else guard(workerData);

function serve(): void {
  const [, , megabytes] = process.argv;
  const limits: Limits = { bytes: Number(megabytes) * 1_000_000, parent: process.ppid };
  const guarded = once(new Worker(__filename, { workerData: limits }), 'message');
  const end = () => process.exit();
  let idle = setTimeout(end, idleTime);
  process.on('disconnect', end);
  process.on('message', async (job: Job) => {
    clearTimeout(idle);
    await guarded;
    // Its time begins once it is known to have begun.
    process.send?.('begun', () => {
      process.send?.(answer(job), () => {
        // What one job leaves behind must not be counted against the next.
        if (process.memoryUsage.rss() > limits.bytes / 2) end();
      });
      idle = setTimeout(end, idleTime);
    });
  });
}

interface Limits {
  readonly bytes: number;
  /** The process that started this one; on Unix, another one takes its place when it ends. */
  readonly parent: number;
}

function guard({ bytes, parent }: Limits): void {
  const look = () => {
    if (process.memoryUsage.rss() > bytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  };
  look();
  setInterval(look, interval);
  parentPort?.postMessage('on guard');
}
