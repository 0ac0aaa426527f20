import { baseName, type MeetingLog } from '../meeting/meetingLog.js';
import type { Writer, WriterOptions } from './writer.js';
import { extensionOf } from './writers.js';

/** The file name of minutes: MeetBot's if a log has one meeting, otherwise with the meeting's 1-based number. */
export function minutesFileName(log: MeetingLog, meeting: number, writer: Writer, options: WriterOptions = {}): string {
  const number = log.meetings.length > 1 ? `-${meeting + 1}` : '';
  return `${baseName(log.fileName)}${number}${extensionOf(writer, options)}`;
}
