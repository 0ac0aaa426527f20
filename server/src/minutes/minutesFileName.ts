import type { MeetingLog } from '../meeting/meetingLog.js';
import { filedName } from './logFile.js';
import type { Writer, WriterOptions } from './writer.js';
import { extensionOf } from './writers.js';

/** The file name of minutes. */
export function minutesFileName(log: MeetingLog, meeting: number, writer: Writer, options: WriterOptions = {}): string {
  return filedName(log, meeting) + extensionOf(writer, options);
}
