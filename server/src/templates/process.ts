import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { answer } from './answer.js';
import type { RenderJob } from './runner.js';

/*
 * The process that renders templates: jobs and replies go over its IPC channel. It ends with the process that started it, or when
 * it has been idle for a while. A thread guards it, since a template may keep the main thread busy forever.
 */

/** How long it may be idle, in milliseconds. */
const idleTime = 10_000;
/** How often the guard checks, in milliseconds; a template can allocate some megabytes in between. */
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
  process.on('message', async (job: RenderJob) => {
    clearTimeout(idle);
    await guarded;
    // Its time is counted from when this message arrives.
    process.send?.('begun', () => {
      process.send?.(answer(job), () => {
        // The garbage of one job must not count against the next.
        if (process.memoryUsage.rss() > limits.bytes / 2) end();
      });
      idle = setTimeout(end, idleTime);
    });
  });
}

interface Limits {
  readonly bytes: number;
  /** The process that started this one. On Unix, the parent changes when it has ended. */
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
