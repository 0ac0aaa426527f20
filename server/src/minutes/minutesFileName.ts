import { baseName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Writer, WriterOptions } from './writer.js';
import { extensionOf } from './writers.js';

/** The name under which minutes are filed: MeetBot's where a log holds one meeting, else with the meeting's number from 1. */
export function minutesFileName(log: MeetingLog, meeting: number, writer: Writer, options: WriterOptions = {}): string {
  const number = log.meetings.length > 1 ? `-${meeting + 1}` : '';
  return `${baseName(log.fileName)}${number}${extensionOf(writer, options)}`;
}
