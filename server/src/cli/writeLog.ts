import { dirname, join } from 'node:path';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { minutesOf, timesOf } from '../minutes/fromMeeting.js';
import type { Minutes } from '../minutes/minutes.js';
import { minutesFileName } from '../minutes/minutesFileName.js';
import { type Indexed, type IndexedFile, indexed } from '../minutes/page/indexPage.js';
import { type Selection, select, timeZoneFault } from '../minutes/select.js';
import { TemplateError } from '../minutes/template.js';
import type { Writer, WriterOptions } from '../minutes/writer.js';
import { writeMinutes, writerNamed } from '../minutes/writers.js';
import { processRunner } from '../templates/processRenderer.js';
import { Failure, type FailureFacts, failureFacts, failureOf, noMeeting } from './failure.js';
import type { FoundLog } from './files/findLogs.js';
import { type ReadOptions, readFound } from './files/readFiles.js';
import { finished, type RunLogs, writeFile } from './files/writeFiles.js';

/** The options of `meetlog minutes`, as the command line gives them. */
export interface MinutesCommandOptions extends Selection, ReadOptions {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly meeting?: number;
  readonly channel?: string;
  readonly bugCompatible?: true;
  readonly mentions?: true;
  readonly template?: string;
  readonly index?: true;
  readonly force?: true;
  readonly stdinFilename?: string;
}

/** What is to be written of each log: plain data, as it goes to other threads. */
export interface MinutesJob {
  readonly options: MinutesCommandOptions;
  /** The names of the formats. */
  readonly formats: readonly string[];
  readonly writerOptions: WriterOptions;
  /** Where all of it goes: to the file or the folder that is named, to standard output, or beside each log. */
  readonly into: 'file' | 'folder' | 'stdout' | 'beside';
  readonly logs: RunLogs;
}

/** What came of a log. */
export interface Written {
  /** A file of a folder that is no log of a meeting. */
  isOther: boolean;
  /** The files that were written, even where it failed later on. */
  readonly files: string[];
  /** What goes to standard output. */
  printed: string;
  /** How many meetings were written; none where it failed. */
  meetings: number;
  readonly indexed: Indexed[];
  /** What a user should know of what was written. */
  readonly warnings: string[];
  /** Why some files were not written, though others were. */
  readonly refused: FailureFacts[];
  readonly failure?: FailureFacts;
}

/** Runs templates for all logs that this thread writes. */
const runTemplate = processRunner();

/** Writes all minutes of a log. */
export async function writeLog(found: FoundLog, job: MinutesJob): Promise<Written> {
  const written: Written = {
    isOther: false,
    files: [],
    printed: '',
    meetings: 0,
    indexed: [],
    warnings: [],
    refused: [],
  };
  try {
    const log = readFound(found, job.options);
    if (log) await writeMeetings({ found, log, job, written });
    else written.isOther = true;
    return written;
  } catch (error) {
    return { ...written, meetings: 0, indexed: [], failure: failureFacts(error) };
  }
}

interface LogBeingWritten {
  readonly found: FoundLog;
  readonly log: MeetingLog;
  readonly job: MinutesJob;
  readonly written: Written;
}

async function writeMeetings(given: LogBeingWritten): Promise<void> {
  const { found, log, job, written } = given;
  const chosen = chosenMeetings(log, found.path, job.options);
  if ((found.meetings ?? log.meetings.length) !== log.meetings.length)
    throw new Failure(2, `${found.path} changed while it was read: write its minutes once more.`);
  if (chosen.length * job.formats.length > 1) refuseOneFile(job, `more than one to write of ${found.path}`);
  for (const meetingIndex of chosen) {
    await writeMeeting(given, meetingIndex);
    written.meetings++;
  }
}

async function writeMeeting(given: LogBeingWritten, meetingIndex: number): Promise<void> {
  const { found, log, job, written } = given;
  const formats = job.formats.flatMap((name) => writerNamed(name) ?? []);
  const meeting = log.meetings[meetingIndex] as Meeting;
  const minutes = minutesFor(formats, log, meeting, job);
  const fault = timeZoneFault(timesOf(log, meeting, job.writerOptions), job.options);
  if (fault !== undefined && !written.warnings.includes(fault)) written.warnings.push(fault);
  const files: IndexedFile[] = [];
  for (const writer of formats) {
    const text = await textOf(minutes, writer, job.writerOptions);
    if (isPrinted(found, job)) written.printed += text.endsWith('\n') ? text : `${text}\n`;
    else
      files.push({
        title: writer.title,
        path: save(text, minutesFileName(log, meetingIndex, writer, job.writerOptions), given),
      });
  }
  // A copy: whatever is cut out of a log keeps all of its text in memory.
  if (job.options.index) written.indexed.push(structuredClone(indexed(minutes, files)));
}

/** Saves minutes under their name, and returns their path. Why they are not saved is no reason to leave out others. */
function save(text: string, name: string, { found, job, written }: LogBeingWritten): string {
  const path = outputPath(found, name, job);
  const failure = failureOf(() =>
    writeFile(path, text, { force: job.options.force ?? false, log: found.real, logs: job.logs }),
  );
  if (failure) written.refused.push(failure);
  else written.files.push(path);
  return path;
}

function minutesFor(formats: readonly Writer[], log: MeetingLog, meeting: Meeting, job: MinutesJob): Minutes {
  const { options, writerOptions } = job;
  const withoutEntries = !formats.some(({ writesLog }) => writesLog);
  const minutes = minutesOf(log, meeting, {
    channel: options.channel,
    bugCompatible: writerOptions.bugCompatible ?? false,
    withoutEntries,
  });
  try {
    return select(minutes, options);
  } catch (error) {
    throw error instanceof RangeError ? new Failure(2, `${error.message}.`) : error;
  }
}

async function textOf(minutes: Minutes, writer: Writer, options: WriterOptions): Promise<string> {
  try {
    const text = (await writeMinutes(writer, minutes, options, runTemplate)) ?? '';
    return mayHaveDigest(writer, options) ? finished(text) : text;
  } catch (error) {
    throw error instanceof TemplateError ? new Failure(2, `${writer.name}: ${error.message}`) : error;
  }
}

/**
 * Whether minutes may get a digest: not if their bytes are to be MeetBot's, nor those by a template that does not name the
 * generator.
 */
function mayHaveDigest({ name }: Writer, { bugCompatible, template }: WriterOptions): boolean {
  return !bugCompatible && (name !== 'template' || /\bgenerator\b/.test(template?.text ?? ''));
}

/** The indices of the meetings to write. */
function chosenMeetings(
  { meetings }: MeetingLog,
  path: string,
  { meeting: wanted, layout }: MinutesCommandOptions,
): number[] {
  if (meetings.length === 0) throw new Failure(1, noMeeting(path, layout));
  if (wanted === undefined) return [...meetings.keys()];
  if (!meetings[wanted - 1]) throw new Failure(2, `${path} has no meeting ${wanted}, it has ${meetings.length}.`);
  return [wanted - 1];
}

/** Whether minutes of a log are printed: if that is asked for, or if they were to lie beside a log that is no file. */
export function isPrinted({ text }: Pick<FoundLog, 'text'>, { into }: Pick<MinutesJob, 'into'>): boolean {
  return into === 'stdout' || (into === 'beside' && text !== undefined);
}

/**
 * Where minutes go: to a file as named, or under their own name into a folder as the log lies in its own, by default beside the
 * log.
 */
export function outputPath({ path, within = '' }: FoundLog, name: string, { into, options }: MinutesJob): string {
  const { output = '' } = options;
  if (into === 'beside') return join(dirname(path), name);
  return into === 'folder' ? join(output, within, name) : output;
}

export function refuseOneFile({ into, options: { output } }: MinutesJob, many: string): void {
  if (into === 'file')
    throw new Failure(2, `${output} is one file, but there are ${many}: name a folder with --output.`);
}
