import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Indexed, writeIndex } from '../minutes/page/indexPage.js';
import type { WriterOptions } from '../minutes/writer.js';
import { extensionOf, writerNamed, writers } from '../minutes/writers.js';
import { Failure, type FailureFacts, failureOf } from './failure.js';
import { folded } from './files/claims.js';
import { type FoundLog, findLogs, type Search } from './files/findLogs.js';
import { isFolder, isSpecial } from './files/paths.js';
import { planOutputs } from './files/planOutputs.js';
import { isLog, readTemplate } from './files/readFiles.js';
import { finished, writeFile } from './files/writeFiles.js';
import { isPrinted, type MinutesCommandOptions, type MinutesJob, refuseOneFile } from './minutesJob.js';
import { Progress } from './progress.js';
import { print } from './terminal.js';
import { everyLog, type LogResult } from './threads/everyLog.js';

/**
 * Writes the minutes of logs and of all logs in folders. A failure for one does not stop the others; returns the worst exit code.
 */
export async function minutesCommand(paths: readonly string[], options: MinutesCommandOptions): Promise<number> {
  const job = newJob({ ...options, ...asFolder(options, paths) });
  const searches = findLogs(paths, options.stdinFilename).map((one) => ofOneFile(one, job));
  const found = searches.flatMap((one) => one.found);
  if (options.index && found.some((log) => isPrinted(log, job))) refuseIndex();
  if (found.length > 1) refuseOneFile(job, `${found.length} logs`);
  const indexPath = options.index && join(indexFolder(paths, job), 'index.html');
  const logs = await planOutputs(found, job, indexPath);
  const progress = new Progress(found.length > 0 && found.every((log) => isPrinted(log, job)));
  const done = await writeLogs(
    logs,
    { ...job, logs: new Map(logs.map(({ real, within }) => [real, within === undefined])) },
    progress,
  );
  for (const one of searches) tellSearch(one, done, progress);
  for (const { path, failure } of done.failures) progress.failed(path, failure);
  if (indexPath && done.indexed.length > 0) saveIndex(indexPath, done.indexed, job, progress);
  progress.end(done.meetings);
  return progress.exitCode;
}

/** If there is more than one file to write, a new path without an extension is a folder. */
function asFolder(
  { output, format = [], index }: MinutesCommandOptions,
  paths: readonly string[],
): { output?: string } {
  if (output === undefined || output === '-' || /\.[^./\\]+$/.test(output) || existsSync(output)) return {};
  const isMany = paths.length > 1 || format.length > 1 || index || paths.some(isFolder);
  return isMany ? { output: join(output, sep) } : {};
}

function newJob(options: MinutesCommandOptions): MinutesJob {
  const { format, output, template: file, index, bugCompatible = false, mentions = false } = options;
  if (output === '') throw new Failure(2, '--output names nothing.');
  const formats = [...new Set(format ?? [file === undefined ? 'markdown' : 'template'])];
  const template = file === undefined ? undefined : readTemplate(file);
  if (formats.includes('template') && !template) throw new Failure(2, 'the format “template” needs --template FILE.');
  const writerOptions = { bugCompatible, mentions, ...(template && { template }) };
  refuseOneEnding(formats, writerOptions);
  const job: MinutesJob = { options, formats, writerOptions, into: intoWhat(output), logs: new Map() };
  if (index && (job.into === 'stdout' || (job.into === 'file' && isSpecial(output)))) refuseIndex();
  return job;
}

function refuseIndex(): never {
  throw new Failure(2, 'an index is of files: name a folder with --output.');
}

/** Two formats whose files have the same names cannot be written at once. */
function refuseOneEnding(formats: readonly string[], options: WriterOptions): void {
  const known = new Map<string, string>();
  for (const name of formats) {
    const writer = writerNamed(name);
    if (!writer) continue;
    const ending = extensionOf(writer, options);
    const other = known.get(folded(ending));
    if (other)
      throw new Failure(2, `the formats “${other}” and “${name}” both end in ${ending}: write them into two folders.`);
    known.set(folded(ending), name);
  }
}

function intoWhat(output?: string): MinutesJob['into'] {
  if (output === undefined) return 'beside';
  return output === '-' ? 'stdout' : isFolder(output) ? 'folder' : 'file';
}

/** Files are read ahead of their turn only if there must not be more than one log. */
function ofOneFile(search: Search, { into }: MinutesJob): Search {
  return into === 'file' ? { ...search, found: search.found.filter(isLog) } : search;
}

/** Reports what could not be read, and folders without logs. */
export function tellSearch(
  { path, found, failures, isEmpty }: Search,
  { others }: { readonly others: ReadonlySet<string> },
  progress: Pick<Progress, 'failed'>,
): void {
  for (const failure of failures) progress.failed(path, failure);
  if (failures.length === 0 && (isEmpty || (found.length > 0 && found.every((log) => others.has(log.real)))))
    progress.failed(path, { exitCode: 1, message: `there are no logs of meetings in ${path}.` });
}

/** The results for all logs. */
interface Done {
  /** The real paths of files that turned out not to be logs of meetings. */
  readonly others: Set<string>;
  readonly failures: { readonly path: string; readonly failure: FailureFacts }[];
  readonly indexed: Indexed[];
  meetings: number;
}

async function writeLogs(logs: readonly FoundLog[], job: MinutesJob, progress: Progress): Promise<Done> {
  const done: Done = { others: new Set(), failures: [], indexed: [], meetings: 0 };
  let place = 0;
  const atNext = () => progress.at(place + 1, logs.length, logs[place]?.path ?? '');
  atNext();
  for await (const [log, result] of everyLog({ name: 'minutes', options: job }, logs)) {
    take(log, result, done, progress);
    if (++place < logs.length) atNext();
  }
  return done;
}

function take(log: FoundLog, result: LogResult<'minutes'>, done: Done, progress: Progress): void {
  const {
    isOther,
    failure,
    files = [],
    printed = '',
    indexed = [],
    warnings = [],
    refused = [],
    meetings = 0,
  } = result;
  if (isOther) done.others.add(log.real);
  // A file that was not written is named by its own path.
  for (const one of refused) done.failures.push({ path: '', failure: one });
  if (failure) done.failures.push({ path: log.path, failure });
  for (const message of warnings) progress.warned(log.path, message);
  if (printed !== '') print(printed);
  for (const file of files) progress.wrote(file);
  for (const meeting of indexed) done.indexed.push(meeting);
  done.meetings += meetings;
}

/** Writes the index. */
function saveIndex(
  path: string,
  meetings: readonly Indexed[],
  { options, logs }: MinutesJob,
  progress: Progress,
): void {
  const folder = dirname(path);
  const local = (file: string) => relative(folder, file).replaceAll('\\', '/');
  // The most readable format comes first: actions link to it.
  const rank = (title: string) => ['Web Page', 'HTML', 'Markdown'].indexOf(title) + 1 || writers.length;
  const shown = meetings.map((meeting) => ({
    ...meeting,
    files: meeting.files
      .map((file) => ({ ...file, path: local(file.path) }))
      .sort((a, b) => rank(a.title) - rank(b.title)),
  }));
  const failure = failureOf(() => {
    writeFile(path, finished(writeIndex(shown)), { force: options.force ?? false, logs });
    progress.wrote(path);
  });
  if (failure) progress.failed('', failure);
}

function indexFolder([first = '.']: readonly string[], { into, options: { output = '' } }: MinutesJob): string {
  if (into === 'beside') return isFolder(first) ? first : dirname(first);
  return into === 'folder' ? output : dirname(output);
}
