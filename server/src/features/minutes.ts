import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { layouts } from '../log/layout.js';
import { bots } from '../meeting/bots.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { minutesFileName } from '../minutes/fileName.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import { writeTopicMarkdown } from '../minutes/markdown.js';
import type { Minutes } from '../minutes/minutes.js';
import { pageBody } from '../minutes/page.js';
import { select } from '../minutes/select.js';
import { TemplateError, type TemplateRunner } from '../minutes/template.js';
import { writeMinutes, writerNamed, writers } from '../minutes/writers.js';
import type { Choice, Choices, Format, MinutesParams, MinutesResult, Preview } from '../protocol.js';
import type { Settings } from '../settings.js';
import { minutesUri } from './minutesUri.js';

/** The formats as a client offers them. */
export function formats(): readonly Format[] {
  return writers.map(({ name, title, about, extension }) => ({ name, title, about, extension }));
}

/** The layouts and bots as a client offers them. */
export function choices(): Choices {
  const offered = ({ name, title }: Choice): Choice => ({ name, title });
  return { layouts: layouts.map(offered), bots: bots.map(offered) };
}

/**
 * The minutes of one meeting; null if there is no such meeting or format, undefined if `isUseless` stopped their template.
 * A ResponseError says that a template cannot be used.
 */
export async function minutes(
  log: MeetingLog,
  params: MinutesParams,
  settings: Settings,
  runTemplate: TemplateRunner,
  isUseless?: () => boolean,
): Promise<MinutesResult | null | undefined> {
  const { meeting, format, template } = params;
  const writer = writerNamed(format);
  const data = minutesOfMeeting(log, meeting, settings, !writer?.writesLog);
  if (!writer || !data) return null;
  const options = { bugCompatible: settings.bugCompatible, ...(template && { template }) };
  const fileName = minutesFileName(log, meeting, writer, options);
  try {
    const text = await writeMinutes(writer, data, options, runTemplate, isUseless);
    if (text === undefined) return undefined;
    return {
      text,
      languageId: writer.languageId,
      fileName,
      uri: minutesUri({ log: params.textDocument.uri, meeting, format }, fileName),
    };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new ResponseError(ErrorCodes.InvalidRequest, error.message);
  }
}

/** The topic that a line belongs to, from its own line to the next topic or the meeting's end; null where there is none. */
export function topic(log: MeetingLog, line: number, settings: Settings): string | null {
  const index = log.meetings.findIndex(({ startLine, lastLine }) => startLine <= line && line <= lastLine);
  const data = minutesOfMeeting(log, index, settings, true);
  const number = data ? data.topics.filter((one) => one.line <= line + 1).length : 0;
  return data && number > 0 ? writeTopicMarkdown(data, number) : null;
}

/** The page of the meeting that a line belongs to, else of the last that began above it, else of the first; null where there is no meeting. */
export function preview(log: MeetingLog, line: number, settings: Settings): Preview | null {
  const index = Math.max(
    0,
    log.meetings.findLastIndex(({ startLine }) => startLine <= line),
  );
  const meeting = log.meetings[index];
  // The preview is of the meeting: the faults of a bot are for its files.
  const data = minutesOfMeeting(log, index, { ...settings, bugCompatible: false });
  if (!meeting || !data) return null;
  const { startLine, lastLine } = meeting;
  return { title: data.title, body: pageBody(data, { withLog: false }), startLine, lastLine };
}

function minutesOfMeeting(
  log: MeetingLog,
  index: number,
  settings: Settings,
  withoutEntries = false,
): Minutes | undefined {
  const meeting = log.meetings[index];
  const { bugCompatible } = settings;
  return meeting && select(minutesOf(log, meeting, { bugCompatible, withoutEntries }), settings);
}
