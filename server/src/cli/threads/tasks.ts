import type { MeetingLog } from '../../meeting/meetingLog.js';
import { openDateNote } from '../../meeting/openDate.js';
import { whyPartial, whyUnusable } from '../../meeting/problems/unusable.js';
import { type Outline, outline } from '../../reports/outline.js';
import { type FileReport, problemList } from '../../reports/problemList.js';
import { digestOf, type LogDigest } from '../../workspace/logDigest.js';
import { type FailureFacts, failureFacts, failureOf } from '../failure.js';
import { convertFound } from '../files/convertFound.js';
import type { FoundLog } from '../files/findLogs.js';
import { areMinutes, type ReadOptions, readFound } from '../files/readFiles.js';
import { writeLog } from '../writeLog.js';

/** Tasks that can be run for many logs, in this thread or in another. Their input and output is plain data. */
const tasks = { minutes: writeLog, count: countMeetings, check: checkLog, outline: outlineLog, digest: digestLog };

export type TaskName = keyof typeof tasks;
export type TaskResult<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;

export interface Task<N extends TaskName> {
  readonly name: N;
  /** The same for all logs. */
  readonly options: Parameters<(typeof tasks)[N]>[1];
}

/** Runs a task for a log. Never rejects. */
export async function perform<N extends TaskName>({ name, options }: Task<N>, log: FoundLog): Promise<TaskResult<N>> {
  const run = tasks[name] as (log: FoundLog, options: Task<N>['options']) => TaskResult<N> | Promise<TaskResult<N>>;
  const reading: ReadOptions = 'options' in options ? options.options : options;
  try {
    return await run(await convertFound(log, reading), options);
  } catch (error) {
    return { ...nothingRead, failure: failureFacts(error) } as unknown as TaskResult<N>;
  }
}

/** What every task returns of a file that cannot be converted. */
const nothingRead = { meetings: 0 };

/** Runs a task for logs, one after the other. Never rejects. */
export async function performAll<N extends TaskName>(
  task: Task<N>,
  logs: readonly FoundLog[],
): Promise<TaskResult<N>[]> {
  const results: TaskResult<N>[] = [];
  for (const log of logs) results.push(await perform(task, log));
  return results;
}

/** The problems of a log. */
export interface Checked {
  /** Undefined for a file in a folder that is not a meeting log. */
  readonly report?: FileReport;
  /** Whether such a file has minutes that Meetlog wrote. */
  readonly hasMinutes?: boolean;
  readonly warnings?: readonly string[];
  readonly failure?: FailureFacts;
}

function checkLog(found: FoundLog, reading: ReadOptions): Checked {
  let checked: Checked = {};
  const warnings: string[] = [];
  const failure = failureOf(() => {
    const log = readFound(found, reading, (message) => warnings.push(message));
    const report = log && {
      file: found.path,
      meetings: log.meetings.length,
      problems: problemList(log, found.ignored),
    };
    // A copy, so that the log itself is not kept in memory.
    checked = report ? structuredClone({ report, warnings }) : { hasMinutes: areMinutes(found) };
  });
  return failure ? { failure } : checked;
}

/** How an outline is made. */
export interface OutlineJob extends ReadOptions {
  readonly channel?: string;
  /** Also finds problems, which the tree for people does not show. */
  readonly json?: boolean;
}

/** The outline of a log. */
export interface Outlined {
  /** Undefined for a file in a folder that is not a meeting log. */
  readonly outline?: Outline;
  /** Why it cannot be right. */
  readonly unusable?: string | undefined;
  readonly warnings?: readonly string[];
  readonly failure?: FailureFacts;
}

function outlineLog(found: FoundLog, { json = false, channel, ...reading }: OutlineJob): Outlined {
  return madeOf(found, reading, (log) =>
    // A copy, as above.
    structuredClone({ outline: outline(log, found.path, channel, json, found.ignored), unusable: whyUnusable(log) }),
  );
}

/** The digest of a log. */
export interface Digested {
  /** Undefined for a file in a folder that is not a meeting log. */
  readonly digest?: LogDigest;
  readonly warnings?: readonly string[];
  readonly failure?: FailureFacts;
}

function digestLog(found: FoundLog, reading: ReadOptions): Digested {
  return madeOf(found, reading, (log) => ({ digest: digestOf(log, found.path) }));
}

/** Something made of a log, nothing of a file that is none, with what users should know: what is not read, and dates guessed. */
function madeOf<T extends object>(
  found: FoundLog,
  reading: ReadOptions,
  make: (log: MeetingLog) => T,
): Partial<T> & { readonly warnings?: readonly string[]; readonly failure?: FailureFacts } {
  let made: Partial<T> & { warnings?: readonly string[] } = {};
  const warnings: string[] = [];
  const failure = failureOf(() => {
    const log = readFound(found, reading, (message) => warnings.push(message));
    if (!log) return;
    warnings.push(...[whyPartial(log) ?? []].flat(), ...log.meetings.flatMap((one) => openDateNote(log, one) ?? []));
    made = { ...make(log), warnings };
  });
  return failure ? { ...made, failure } : made;
}

/** How many meetings a log has: none if it cannot be read, which is reported later. */
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
