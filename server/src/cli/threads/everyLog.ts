import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FailureFacts } from '../failure.js';
import type { FoundLog } from '../files/findLogs.js';
import { inBatches } from './batches.js';
import { type Fate, type Hand, WorkerHand, workThrough } from './pool.js';
import { perform, type TaskName, type TaskOptions, type TaskResult } from './tasks.js';

/** Something that is to be done with each of many logs. */
export interface Task<N extends TaskName> {
  readonly name: N;
  readonly options: TaskOptions<N>;
  readonly logs: readonly FoundLog[];
}

/** What came of a log. Where its thread died of it, there is nothing but the failure. */
export type Outcome<N extends TaskName> = Partial<TaskResult<N>> & { readonly failure?: FailureFacts };

/** Does a task, in this thread or in others, and tells what came of each log in the order of the logs. */
export async function everyLog<N extends TaskName>(
  { name, options, logs }: Task<N>,
  tell: (place: number, outcome: Outcome<N>) => void,
): Promise<void> {
  const threads = threadsFor(logs);
  const here: Hand<FoundLog, Outcome<N>> = {
    work: (some) => perform(name, some, options),
    end() {},
  };
  const workerData: TaskData<N> = { name, options };
  await workThrough(
    {
      items: logs,
      batches: threads === 0 ? logs.map((_, place) => [place]) : inBatches(logs.length),
      hire: () => (threads === 0 ? here : (newThread(workerData) ?? here)),
      tell: (place, fate) => tell(place, outcomeOf(fate)),
    },
    Math.max(1, threads),
  );
}

/** A thread takes as long to start as so many bytes of logs to be read. */
const bytesPerThread = 8_000_000;

/** A log of more bytes is read in a thread in any case: one that takes too much memory ends the thread, and not the program. */
const mostInThisThread = 1_000_000;

/** How many threads are worth their start; 0 if this one is as fast. */
export function threadsFor(logs: readonly Pick<FoundLog, 'path'>[]): number {
  const most = Math.min(availableParallelism(), logs.length);
  const enough = bytesPerThread * Math.max(2, most);
  let bytes = 0;
  let largest = 0;
  for (const { path } of logs) {
    const size = sizeOf(path);
    largest = Math.max(largest, size);
    bytes += size;
    if (bytes >= enough) return most;
  }
  return bytes < 2 * bytesPerThread ? Number(largest > mostInThisThread) : Math.floor(bytes / bytesPerThread);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

interface TaskData<N extends TaskName> {
  readonly name: N;
  readonly options: TaskOptions<N>;
}

/** A thread that does a task; undefined where the system lets none be started. */
function newThread<N extends TaskName>(data: TaskData<N>): Hand<FoundLog, Outcome<N>> | undefined {
  try {
    return new WorkerHand(__filename, { workerData: data });
  } catch {
    return undefined;
  }
}

/** What a thread does that `everyLog` started. */
export function serveTasks(): void {
  const { name, options } = workerData as TaskData<TaskName>;
  parentPort?.on('message', async (logs: readonly FoundLog[]) => {
    parentPort?.postMessage(await perform(name, logs, options));
  });
}

function outcomeOf<N extends TaskName>(fate: Fate<Outcome<N>>): Outcome<N> {
  if ('result' in fate) return fate.result;
  const { code, message } = fate.error as NodeJS.ErrnoException;
  const why = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it takes more memory than there is' : `Meetlog fails: ${message}`;
  return { failure: { exitCode: 2, message: why } } as Outcome<N>;
}
