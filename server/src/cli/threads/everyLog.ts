import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FailureFacts } from '../failure.js';
import type { FoundLog } from '../files/findLogs.js';
import { inOrder, type Worker, type WorkOutcome } from './pool.js';
import { perform, performAll, type Task, type TaskName, type TaskResult } from './tasks.js';
import { ThreadWorker } from './threadWorker.js';

/** The outcome for a log. If it crashed its thread, there is only the failure. */
export type LogResult<N extends TaskName> = Partial<TaskResult<N>> & { readonly failure?: FailureFacts };

/** Runs a task for each of many logs, in this thread or in others. Yields each log with its outcome, in order. */
export async function* everyLog<N extends TaskName>(
  task: Task<N>,
  logs: readonly FoundLog[],
): AsyncGenerator<readonly [FoundLog, LogResult<N>]> {
  const threads = threadsFor(logs);
  if (threads === 0) for (const log of logs) yield [log, await perform(task, log)];
  else {
    const rest = logs.values();
    for await (const outcome of inOrder(batchesOf(logs), () => startWorker(task), threads))
      yield [rest.next().value as FoundLog, resultOf<N>(outcome)];
  }
}

/** Starting a thread takes as long as reading this many bytes of logs. */
const bytesPerThread = 8_000_000;

/** A log with more bytes is always read in a thread: if it needs too much memory, it ends the thread, not the program. */
const mostInThisThread = 1_000_000;

/** How many threads are worth starting; 0 if this one alone is as fast. */
export function threadsFor(logs: readonly Pick<FoundLog, 'path' | 'text'>[]): number {
  const most = Math.min(availableParallelism(), logs.length);
  const enough = bytesPerThread * Math.max(2, most);
  let bytes = 0;
  let largest = 0;
  for (const log of logs) {
    const size = sizeOf(log);
    largest = Math.max(largest, size);
    bytes += size;
    if (bytes >= enough) return most;
  }
  return bytes < 2 * bytesPerThread ? Number(largest > mostInThisThread) : Math.floor(bytes / bytesPerThread);
}

function sizeOf({ path, text }: Pick<FoundLog, 'path' | 'text'>): number {
  if (text !== undefined) return text.length;
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** How many logs are handed out at once: every batch costs a message, and all threads should finish together. */
const batchSize = 16;

function* batchesOf(logs: readonly FoundLog[]): Generator<readonly FoundLog[]> {
  for (let first = 0; first < logs.length; first += batchSize) yield logs.slice(first, first + batchSize);
}

/** A thread that runs a task, or this one if the system cannot start another. */
function startWorker<N extends TaskName>(task: Task<N>): Worker<FoundLog, TaskResult<N>> {
  try {
    return new ThreadWorker(__filename, { workerData: task });
  } catch {
    return { work: (logs) => performAll(task, logs), end() {} };
  }
}

/** The work of a thread that `everyLog` started. */
export function serveTasks(): void {
  const task = workerData as Task<TaskName>;
  parentPort?.on('message', async (logs: readonly FoundLog[]) => {
    parentPort?.postMessage(await performAll(task, logs));
  });
}

function resultOf<N extends TaskName>(outcome: WorkOutcome<TaskResult<N>>): LogResult<N> {
  if ('result' in outcome) return outcome.result;
  const { code, message } = outcome.error as NodeJS.ErrnoException;
  const why =
    code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needs more memory than is available' : `Meetlog failed: ${message}`;
  return { failure: { exitCode: 2, message: why } } as LogResult<N>;
}
