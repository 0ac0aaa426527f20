import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Indexed, writeIndex } from '../minutes/indexPage.js';
import { writers } from '../minutes/writers.js';
import { byOutput } from './batches.js';
import { everyLog, type Outcome } from './everyLog.js';
import {
  Failure,
  type FailureFacts,
  type FoundLog,
  failureOf,
  findLogs,
  isFolder,
  isLog,
  readTemplate,
  replaceFile,
} from './files.js';
import { Progress } from './progress.js';
import { print } from './terminal.js';
import { type Job, type MinutesOptions, refuseOneFile } from './writeLog.js';

/** Writes the minutes of logs, and of all logs in folders. What goes wrong with one does not keep the others; the worst exit code is given. */
export async function minutesCommand(paths: readonly string[], options: MinutesOptions): Promise<number> {
  const job = newJob({ ...options, ...asFolder(options, paths) });
  const searches = paths.map((path) => search(path, job));
  const logs = searches.flatMap(({ found }) => found);
  if (logs.length > 1) refuseOneFile(job, `${logs.length} logs`);
  const progress = new Progress(job.into === 'stdout');
  const done = await writeAll(logs, job, progress);
  for (const one of searches) tellSearch(one, done, progress);
  for (const { path, failure } of done.failures) progress.failed(path, failure);
  if (options.index && done.indexed.length > 0) saveIndex(paths, done.indexed, job, progress);
  progress.end(done.meetings);
  return progress.exitCode;
}

/** Where there is more than one thing to write, a new path without an ending is a folder. */
function asFolder({ output, format = [], index }: MinutesOptions, paths: readonly string[]): { output?: string } {
  if (output === undefined || output === '-' || /\.[^./\\]+$/.test(output) || existsSync(output)) return {};
  const isMany = paths.length > 1 || format.length > 1 || index || paths.some(isFolder);
  return isMany ? { output: join(output, sep) } : {};
}

function newJob(options: MinutesOptions): Job {
  const { format, output, template: file, index, bugCompatible = false, mentions = false } = options;
  const formats = [...new Set(format ?? [file === undefined ? 'markdown' : 'template'])];
  const template = file === undefined ? undefined : readTemplate(file);
  if (index && output === '-') throw new Failure(2, 'an index is of files: name a folder with --output.');
  if (formats.includes('template') && !template) throw new Failure(2, 'the format “template” needs --template FILE.');
  return {
    options,
    formats,
    writing: { bugCompatible, mentions, ...(template && { template }) },
    into: intoWhat(output),
  };
}

function intoWhat(output?: string): Job['into'] {
  if (output === undefined) return 'beside';
  return output === '-' ? 'stdout' : isFolder(output) ? 'folder' : 'file';
}

/** What a path led to. */
interface Search {
  readonly path: string;
  readonly found: readonly FoundLog[];
  readonly failure?: FailureFacts;
}

function search(path: string, job: Job): Search {
  let found: FoundLog[] = [];
  const failure = failureOf(() => {
    found = findLogs(path);
  });
  // Only where there must be no more than one, files are read before it is their turn.
  return { path, found: job.into === 'file' ? found.filter(isLog) : found, ...(failure && { failure }) };
}

function tellSearch({ path, found, failure }: Search, { others }: Done, progress: Progress): void {
  if (failure) progress.failed(path, failure);
  else if (found.every((log) => others.has(log)))
    progress.failed(path, { exitCode: 1, message: `there are no logs of meetings in ${path}.` });
}

/** What came of all logs. */
interface Done {
  /** The files that turned out to be no logs of meetings. */
  readonly others: Set<FoundLog>;
  readonly failures: { readonly path: string; readonly failure: FailureFacts }[];
  readonly indexed: Indexed[];
  meetings: number;
}

async function writeAll(logs: readonly FoundLog[], job: Job, progress: Progress): Promise<Done> {
  const done: Done = { others: new Set(), failures: [], indexed: [], meetings: 0 };
  const at = (place: number) => progress.at(place + 1, logs.length, logs[place]?.path ?? '');
  at(0);
  await everyLog({ name: 'minutes', options: job, logs, groups: byOutput(logs, job) }, (place, written) => {
    take(logs[place] as FoundLog, written, done, progress);
    if (place + 1 < logs.length) at(place + 1);
  });
  return done;
}

function take(log: FoundLog, outcome: Outcome<'minutes'>, done: Done, progress: Progress): void {
  const { isOther, failure, files = [], printed = '', indexed = [], meetings = 0 } = outcome;
  if (isOther) done.others.add(log);
  if (failure) done.failures.push({ path: log.path, failure });
  if (printed !== '') print(printed);
  for (const file of files) progress.wrote(file);
  for (const meeting of indexed) done.indexed.push(meeting);
  done.meetings += meetings;
}

/** Writes the index into the folder of all that was written. */
function saveIndex(paths: readonly string[], meetings: readonly Indexed[], job: Job, progress: Progress): void {
  const folder = indexFolder(paths, job);
  const path = join(folder, 'index.html');
  const local = (file: string) => relative(folder, file).replaceAll('\\', '/');
  // The format that is best to read comes first: an action links to it.
  const rank = (title: string) => ['Web Page', 'HTML', 'Markdown'].indexOf(title) + 1 || writers.length;
  const shown = meetings.map((meeting) => ({
    ...meeting,
    files: meeting.files
      .map((file) => ({ ...file, path: local(file.path) }))
      .sort((a, b) => rank(a.title) - rank(b.title)),
  }));
  const failure = failureOf(() => {
    replaceFile(path, writeIndex(shown), '');
    progress.wrote(path);
  });
  if (failure) progress.failed('', failure);
}

function indexFolder([first = '.']: readonly string[], { into, options: { output = '' } }: Job): string {
  if (into === 'beside') return isFolder(first) ? first : dirname(first);
  return into === 'folder' ? output : dirname(output);
}
