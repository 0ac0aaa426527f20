import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { minutesFileName } from '../minutes/fileName.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import { type Indexed, writeIndex } from '../minutes/indexPage.js';
import { type Selection, select } from '../minutes/select.js';
import { TemplateError } from '../minutes/template.js';
import { type Writer, type WriterOptions, writerNamed, writers } from '../minutes/writers.js';
import {
  Failure,
  type FoundLog,
  findLogs,
  isFolder,
  type ReadOptions,
  readLog,
  readTemplate,
  replaceFile,
} from './files.js';
import { Progress } from './progress.js';

/** The options of `meetlog minutes`, as the command line gives them. */
export interface MinutesOptions extends Selection, ReadOptions {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly meeting?: number;
  readonly channel?: string;
  readonly bugCompatible?: true;
  readonly template?: string;
  readonly index?: true;
}

/** Writes the minutes of logs, and of all logs in folders. What goes wrong with one does not keep the others; the worst exit code is given. */
export function minutesCommand(paths: readonly string[], options: MinutesOptions): number {
  const job = newJob({ ...options, ...asFolder(options, paths) });
  const progress = new Progress(options.output === '-');
  const logs: FoundLog[] = [];
  for (const path of paths) {
    progress.attempt(path, () => {
      const found = findLogs([path]);
      if (found.length === 0) throw new Failure(1, `there are no logs of meetings in ${path}.`);
      logs.push(...found);
    });
  }
  if (logs.length > 1) refuseOneFile(job.options, `${logs.length} logs`);
  const written: Indexed[] = [];
  for (const [index, log] of logs.entries()) {
    progress.at(index + 1, logs.length, log.path);
    progress.attempt(log.path, () => written.push(...writeLog(log, job, progress)));
  }
  if (options.index && written.length > 0) progress.attempt('', () => saveIndex(paths, written, job.options, progress));
  progress.end(written.length);
  return progress.exitCode;
}

/** Where there is more than one thing to write, a new path without an ending is a folder. */
function asFolder({ output, format = [], index }: MinutesOptions, paths: readonly string[]): { output?: string } {
  if (output === undefined || output === '-' || /\.[^./\\]+$/.test(output) || existsSync(output)) return {};
  const isMany = paths.length > 1 || format.length > 1 || index || paths.some(isFolder);
  return isMany ? { output: join(output, sep) } : {};
}

interface Job {
  readonly options: MinutesOptions;
  readonly writers: readonly Writer[];
  readonly writing: WriterOptions;
}

function newJob(options: MinutesOptions): Job {
  const names = options.format ?? [options.template === undefined ? 'markdown' : 'template'];
  const template = options.template === undefined ? undefined : readTemplate(options.template);
  if (options.index && options.output === '-')
    throw new Failure(2, 'an index is of files: name a folder with --output.');
  if (names.includes('template') && !template) throw new Failure(2, 'the format “template” needs --template FILE.');
  return {
    options,
    writers: [...new Set(names)].flatMap((name) => writerNamed(name) ?? []),
    writing: { bugCompatible: options.bugCompatible ?? false, ...(template && { template }) },
  };
}

/** Writes all minutes of a log, and tells where they are. */
function writeLog(found: FoundLog, job: Job, progress: Progress): Indexed[] {
  const { options } = job;
  const log = readLog(found.path, options);
  const chosen = chosenMeetings(log, found.path, options.meeting);
  if (chosen.length * job.writers.length > 1) refuseOneFile(options, `more than one to write of ${found.path}`);
  return chosen.map((index) => writeMeeting(found, log, index, job, progress));
}

function writeMeeting(found: FoundLog, log: MeetingLog, index: number, job: Job, progress: Progress): Indexed {
  const meeting = log.meetings[index];
  if (!meeting) throw new Failure(2, `${found.path} has no meeting ${index + 1}.`);
  const { channel, bugCompatible, output } = job.options;
  const withoutEntries = !job.writers.some(({ writesLog }) => writesLog);
  const circumstances = { channel, bugCompatible: bugCompatible ?? false, withoutEntries };
  const minutes = selected(minutesOf(log, meeting, circumstances), job.options);
  const files = job.writers.flatMap((writer) => {
    const text = written(writer, () => writer.write(minutes, job.writing));
    if (output === '-') {
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
      return [];
    }
    const path = outputPath(found, minutesFileName(log, index, writer, job.writing), output);
    replaceFile(path, text, found.path);
    progress.wrote(path);
    return [{ title: writer.title, path }];
  });
  return { minutes, files };
}

function selected(...[minutes, selection]: Parameters<typeof select>): ReturnType<typeof select> {
  try {
    return select(minutes, selection);
  } catch (error) {
    throw error instanceof RangeError ? new Failure(2, `${error.message}.`) : error;
  }
}

function written(writer: Writer, write: () => string): string {
  try {
    return write();
  } catch (error) {
    throw error instanceof TemplateError ? new Failure(2, `${writer.name}: ${error.message}`) : error;
  }
}

/** The indices of the meetings to write. */
function chosenMeetings({ meetings }: MeetingLog, path: string, wanted?: number): number[] {
  if (meetings.length === 0)
    throw new Failure(
      1,
      `${path} has no meeting: nobody says #startmeeting in it. With --whole-log, all of it is one.`,
    );
  if (wanted === undefined) return [...meetings.keys()];
  if (!meetings[wanted - 1]) throw new Failure(2, `${path} has no meeting ${wanted}, it has ${meetings.length}.`);
  return [wanted - 1];
}

/** Where minutes go: to a file as named, or under their own name into a folder as the log lies in its own, by default beside the log. */
function outputPath({ path, within }: FoundLog, name: string, output?: string): string {
  if (output === undefined) return join(dirname(path), name);
  return isFolder(output) ? join(output, within, name) : output;
}

function refuseOneFile({ output }: MinutesOptions, many: string): void {
  if (output === undefined || output === '-' || isFolder(output)) return;
  throw new Failure(2, `${output} is one file, but there are ${many}: name a folder with --output.`);
}

/** Writes the index into the folder of all that was written. */
function saveIndex(
  paths: readonly string[],
  meetings: readonly Indexed[],
  options: MinutesOptions,
  progress: Progress,
): void {
  const [first = '.'] = paths;
  const { output } = options;
  const folder =
    output === undefined ? (isFolder(first) ? first : dirname(first)) : isFolder(output) ? output : dirname(output);
  const path = join(folder, 'index.html');
  const local = (file: string) => relative(folder, file).replaceAll('\\', '/');
  // The format that is best to read comes first: an action links to it.
  const rank = (title: string) => ['Web Page', 'HTML', 'Markdown'].indexOf(title) + 1 || writers.length;
  const indexed = meetings.map(({ minutes, files }) => ({
    minutes,
    files: files.map((file) => ({ ...file, path: local(file.path) })).sort((a, b) => rank(a.title) - rank(b.title)),
  }));
  replaceFile(path, writeIndex(indexed), '');
  progress.wrote(path);
}
