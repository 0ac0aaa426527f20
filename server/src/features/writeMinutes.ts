import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { allLayouts } from '../log/layouts/layouts.js';
import { finish, type Steps } from '../log/steps.js';
import { dialects } from '../meeting/dialects/dialects.js';
import { findingMeetings, type MeetingLog } from '../meeting/meetingLog.js';
import { writeTopicMarkdown } from '../minutes/formats/markdown.js';
import { drawingUp, timesOf } from '../minutes/fromMeeting.js';
import { absoluteLogFolder, relativeLogFolder } from '../minutes/logFolder.js';
import type { Minutes } from '../minutes/minutes.js';
import { writingBody } from '../minutes/page/page.js';
import { type Selection, select, timeZoneFault } from '../minutes/select.js';
import { TemplateError, type TemplateRunner } from '../minutes/template.js';
import { writeMinutes, writerNamed, writers } from '../minutes/writers.js';
import type { Choice, Choices, Format, MinutesParams, MinutesResult, Preview } from '../protocol.js';
import type { Settings } from '../settings.js';
import { shown } from './describe.js';
import { includeOf } from './include.js';
import { liveFolder, minutesUri } from './minutesUri.js';
import { proposedName } from './proposedName.js';

/** The formats, for a client to offer. */
export function formats(): readonly Format[] {
  return writers.map(({ name, title, about, extension }) => ({ name, title, about, extension }));
}

/** The layouts and bots, for a client to offer. */
export function choices(): Choices {
  const offered = ({ name, title }: Choice): Choice => ({ name, title });
  return { layouts: allLayouts.map(offered), bots: dialects.map(offered) };
}

/**
 * Writes the minutes of one meeting in steps. Null if there is no such meeting or format, undefined if `isUseless` stopped the
 * template. Throws a ResponseError if the template cannot be used.
 */
export function* minutes(
  log: MeetingLog,
  params: MinutesParams,
  settings: Settings,
  runTemplate: TemplateRunner,
  isUseless?: () => boolean,
): Steps<Promise<MinutesResult | null | undefined>> {
  const { meeting: index, format, template } = params;
  const writer = writerNamed(format);
  const include = includeOf(params.include);
  const whole = include.wholeLog && log.meetings.length === 0 ? yield* wholeLog(log) : log;
  const selection = { ...settings, ...include, logFolder: logFolder(params, settings) };
  const data = yield* minutesOfMeeting(whole, index, selection, !writer?.writesLog);
  if (!writer || !data) return Promise.resolve(null);
  const { bugCompatible, mentions } = settings;
  const options = { bugCompatible, mentions, ...(template && { template }) };
  const fileName = proposedName(whole, index, writer, options);
  const of = { log: params.textDocument.uri, meeting: index, format, ...(params.include && { include }) };
  return resultOf(writeMinutes(writer, data, options, runTemplate, isUseless), (text) => ({
    text,
    languageId: writer.languageId,
    fileName,
    uri: minutesUri(of, fileName),
  }));
}

/** A log without a meeting as one meeting. */
function wholeLog({ text, fileName, folder, dialect }: MeetingLog): Steps<MeetingLog> {
  return findingMeetings(text, fileName, { folder, dialect, wholeLog: true });
}

/** The folder of the log in links of minutes; undefined in bug-compatible minutes, which use the bot's own. */
function logFolder({ textDocument: { uri }, format, folder }: MinutesParams, { bugCompatible }: Settings) {
  if (bugCompatible && writerNamed(format)?.isOfBots) return undefined;
  if (folder === undefined) return null;
  return folder === liveFolder ? absoluteLogFolder(uri) : relativeLogFolder(uri, folder);
}

async function resultOf(
  written: Promise<string | undefined>,
  result: (text: string) => MinutesResult,
): Promise<MinutesResult | undefined> {
  try {
    const text = await written;
    return text === undefined ? undefined : result(text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new ResponseError(ErrorCodes.InvalidRequest, error.message);
  }
}

/**
 * The topic that a line belongs to, for pasting: from its own line to the next topic or the meeting's end; null if there is none.
 */
export function topic(log: MeetingLog, line: number, settings: Settings): string | null {
  const index = log.meetings.findIndex(({ startLine, lastLine }) => startLine <= line && line <= lastLine);
  const data = finish(minutesOfMeeting(log, index, { ...settings, logFolder: null }, true));
  const number = data ? data.topics.filter((one) => one.line <= line + 1).length : 0;
  return data && number > 0 ? writeTopicMarkdown(data, number, settings) : null;
}

/**
 * The page of the meeting that a line belongs to, or else of the last meeting above it, or else of the first, written in steps;
 * null if there is no meeting.
 */
export function* preview(log: MeetingLog, line: number, settings: Settings): Steps<Preview | null> {
  const index = Math.max(
    0,
    log.meetings.findLastIndex(({ startLine }) => startLine <= line),
  );
  const meeting = log.meetings[index];
  // The preview shows the meeting; a bot's bugs are only for files.
  const data = yield* minutesOfMeeting(log, index, { ...settings, bugCompatible: false });
  if (!meeting || !data) return null;
  const note = timeZoneFault(timesOf(log, meeting, {}), settings);
  const body = yield* writingBody(data, { withLog: false, note });
  const { startLine, lastLine } = meeting;
  return {
    title: shown(data.title),
    body: String(body),
    startLine,
    lastLine,
    index,
    count: log.meetings.length,
    previousLine: log.meetings[index - 1]?.startLine ?? null,
    nextLine: log.meetings[index + 1]?.startLine ?? null,
  };
}

type Wanted = Selection & Pick<Settings, 'bugCompatible'> & { readonly channel?: string | undefined };

/** The minutes of a meeting, or the wanted parts of them; undefined if there is no such meeting or topic. */
function* minutesOfMeeting(
  log: MeetingLog,
  index: number,
  wanted: Wanted,
  withoutEntries = false,
): Steps<Minutes | undefined> {
  const meeting = log.meetings[index];
  if (!meeting) return undefined;
  const { bugCompatible, channel, topic } = wanted;
  const minutes = yield* drawingUp(log, meeting, { bugCompatible, withoutEntries, channel });
  return topic === undefined || minutes.topics[topic - 1] ? select(minutes, wanted) : undefined;
}
