import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { openDateNote } from '../meeting/openDate.js';
import { whyPartial, whyUnusable } from '../meeting/problems/unusable.js';
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
import { readFound } from './files/readFiles.js';
import { finished, writeFile } from './files/writeFiles.js';
import { calledAsFile, logLinks, logUrlFault } from './logLinks.js';
import { isPrinted, type MinutesCommandOptions, type MinutesJob, outputPath, refuseOneFile } from './minutesJob.js';

/** The results for a log. */
export interface Written {
  /** Whether it is a file in a folder that is not a meeting log. */
  isOther: boolean;
  /** The files that were written, even if a later one failed. */
  readonly files: string[];
  /** What goes to standard output. */
  printed: string;
  /** How many meetings were written; none if it failed. */
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
    const log = readFound(found, job.options, (message) => written.warnings.push(message));
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
  const partial = whyPartial(log);
  if (partial !== undefined) written.warnings.push(partial);
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
  const drawn = drawUp(formats, log, meeting, job);
  const minutes = selected(drawn, { ...job.options, ...logLinks(found, log, meetingIndex, job) });
  // Bug-compatible minutes link to the bot's page as the bot does, wherever they are.
  const original = job.writerOptions.bugCompatible ? selected(drawn, job.options) : minutes;
  const faults = [
    timeZoneFault(timesOf(log, meeting, job.writerOptions), job.options),
    logUrlFault(found, job.options),
    openDateNote(log, meeting),
  ];
  for (const fault of faults)
    if (fault !== undefined && !written.warnings.includes(fault)) written.warnings.push(fault);
  const files: IndexedFile[] = [];
  for (const writer of formats) {
    const text = await textOf(writer.isOfBots ? original : minutes, writer, job.writerOptions);
    if (isPrinted(found, job)) written.printed += text.endsWith('\n') ? text : `${text}\n`;
    else
      files.push({
        title: writer.title,
        path: save(text, minutesFileName(calledAsFile(found, log), meetingIndex, writer, job.writerOptions), given),
      });
  }
  // A copy: a part of a string keeps all of the log in memory.
  if (job.options.index) written.indexed.push(structuredClone(indexed(minutes, files)));
}

/** Saves minutes under their name and returns their path. If that fails, the others are still written. */
function save(text: string, name: string, { found, job, written }: LogBeingWritten): string {
  const path = outputPath(found, name, job);
  const failure = failureOf(() =>
    writeFile(path, text, { force: job.options.force ?? false, log: found.real, logs: job.logs }),
  );
  if (failure) written.refused.push(failure);
  else written.files.push(path);
  return path;
}

function drawUp(formats: readonly Writer[], log: MeetingLog, meeting: Meeting, job: MinutesJob): Minutes {
  return minutesOf(log, meeting, {
    channel: job.options.channel,
    bugCompatible: job.writerOptions.bugCompatible ?? false,
    withoutEntries: !formats.some(({ writesLog }) => writesLog),
  });
}

function selected(minutes: Minutes, selection: Selection): Minutes {
  try {
    return select(minutes, selection);
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
 * Whether minutes may get a digest: not if they must be equal to MeetBot's, nor if they are made by a template that does not name
 * the generator.
 */
function mayHaveDigest({ name }: Writer, { bugCompatible, template }: WriterOptions): boolean {
  return !bugCompatible && (name !== 'template' || /\bgenerator\b/.test(template?.text ?? ''));
}

/** The indices of the meetings to write. */
function chosenMeetings(log: MeetingLog, path: string, { meeting: wanted, layout }: MinutesCommandOptions): number[] {
  const { meetings } = log;
  const unusable = whyUnusable(log);
  if (meetings.length === 0 || unusable !== undefined) throw new Failure(1, noMeeting(path, layout, unusable));
  if (wanted === undefined) return [...meetings.keys()];
  if (!meetings[wanted - 1]) throw new Failure(2, `${path} has no meeting ${wanted}, it has ${meetings.length}.`);
  return [wanted - 1];
}
