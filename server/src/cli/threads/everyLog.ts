import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FailureFacts } from '../failure.js';
import type { FoundLog } from '../files/findLogs.js';
import { inOrder, type Worker, type WorkOutcome } from './pool.js';
import { perform, performAll, type Task, type TaskName, type TaskResult } from './tasks.js';
import { ThreadWorker } from './threadWorker.js';

/** What came of a log. If its thread died of it, there is nothing but the failure. */
export type LogResult<N extends TaskName> = Partial<TaskResult<N>> & { readonly failure?: FailureFacts };

/** Does a task with each of many logs, in this thread or in others. Gives each log with what came of it, in their order. */
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

/** A thread takes as long to start as so many bytes of logs to be read. */
const bytesPerThread = 8_000_000;

/** A log of more bytes is read in a thread in any case: one that takes too much memory ends the thread, and not the program. */
const mostInThisThread = 1_000_000;

/** How many threads are worth their start; 0 if this one is as fast. */
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

/** How many logs are handed out at once: each time costs a message, and the last ones are to be ready together. */
const batchSize = 16;

function* batchesOf(logs: readonly FoundLog[]): Generator<readonly FoundLog[]> {
  for (let first = 0; first < logs.length; first += batchSize) yield logs.slice(first, first + batchSize);
}

/** A thread that does a task, or this one if the system lets none be started. */
function startWorker<N extends TaskName>(task: Task<N>): Worker<FoundLog, TaskResult<N>> {
  try {
    return new ThreadWorker(__filename, { workerData: task });
  } catch {
    return { work: (logs) => performAll(task, logs), end() {} };
  }
}

/** What a thread does that `everyLog` started. */
export function serveTasks(): void {
  const task = workerData as Task<TaskName>;
  parentPort?.on('message', async (logs: readonly FoundLog[]) => {
    parentPort?.postMessage(await performAll(task, logs));
  });
}

function resultOf<N extends TaskName>(outcome: WorkOutcome<TaskResult<N>>): LogResult<N> {
  if ('result' in outcome) return outcome.result;
  const { code, message } = outcome.error as NodeJS.ErrnoException;
  const why = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it takes more memory than there is' : `Meetlog fails: ${message}`;
  return { failure: { exitCode: 2, message: why } } as LogResult<N>;
}
