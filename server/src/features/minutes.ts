import type { MeetingLog } from '../meeting/meetingLog.js';
import { minutesFileName } from '../minutes/fileName.js';
import { minutesOf } from '../minutes/fromMeeting.js';
import { writerNamed, writers } from '../minutes/writers.js';
import type { Format, MinutesResult } from '../protocol.js';
import type { Settings } from '../settings.js';

/** The formats as a client offers them. */
export function formats(): readonly Format[] {
  return writers.map(({ name, title, about, extension }) => ({ name, title, about, extension }));
}

/** The minutes of one meeting; null where there is no such meeting or format. */
export function minutes(log: MeetingLog, meeting: number, format: string, settings: Settings): MinutesResult | null {
  const found = log.meetings[meeting];
  const writer = writerNamed(format);
  if (!found || !writer) return null;
  return {
    text: writer.write(minutesOf(log, found, settings), settings),
    languageId: writer.languageId,
    fileName: minutesFileName(log, meeting, writer),
  };
}
