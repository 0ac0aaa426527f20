import { problemList } from '../../reports/problemList.js';
import { type FailureFacts, failureOf } from '../failure.js';
import type { FoundLog } from '../files/findLogs.js';
import { type ReadOptions, readFound } from '../files/readFiles.js';
import { writeLog } from '../writeLog.js';

/** What can be done with each of many logs, in this thread or in another. What they take and give is plain data. */
const tasks = { minutes: writeLog, count: countMeetings, check: checkLog };

export type TaskName = keyof typeof tasks;
export type TaskResult<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;

export interface Task<N extends TaskName> {
  readonly name: N;
  /** The same for all logs. */
  readonly options: Parameters<(typeof tasks)[N]>[1];
}

/** Does a task with a log. It never rejects. */
export async function perform<N extends TaskName>({ name, options }: Task<N>, log: FoundLog): Promise<TaskResult<N>> {
  const run = tasks[name] as (log: FoundLog, options: Task<N>['options']) => TaskResult<N> | Promise<TaskResult<N>>;
  return run(log, options);
}

/** Does a task with logs, one after the other. It never rejects. */
export async function performAll<N extends TaskName>(
  task: Task<N>,
  logs: readonly FoundLog[],
): Promise<TaskResult<N>[]> {
  const results: TaskResult<N>[] = [];
  for (const log of logs) results.push(await perform(task, log));
  return results;
}

/** What is wrong with a log. */
export interface Checked {
  /** Nothing for a file of a folder that is no log of a meeting. */
  readonly problems?: ReturnType<typeof problemList>;
  readonly failure?: FailureFacts;
}

function checkLog(found: FoundLog, reading: ReadOptions): Checked {
  let checked: Checked = {};
  const failure = failureOf(() => {
    const log = readFound(found, reading);
    // A copy, so that nothing of the log is kept.
    if (log) checked = structuredClone({ problems: problemList(log) });
  });
  return failure ? { failure } : checked;
}

/** How many meetings a log has: none where it cannot be read, which is said when it is its turn. */
function countMeetings(found: FoundLog, reading: ReadOptions): Counted {
  let meetings = 0;
  const failure = failureOf(() => {
    meetings = readFound(found, reading)?.meetings.length ?? 0;
  });
  return { meetings, ...(failure && { failure }) };
}

interface Counted {
  readonly meetings: number;
  readonly failure?: FailureFacts;
}
