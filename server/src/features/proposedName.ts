import type { MeetingLog } from '../meeting/meetingLog.js';
import { cleanText } from '../minutes/escape/clean.js';
import { minutesFileName } from '../minutes/minutesFileName.js';
import type { Writer, WriterOptions } from '../minutes/writer.js';
import { meetingTitle } from './describe.js';

/** How many characters a name has at most, its ending included: any file system takes so many. */
const longest = 80;

/**
 * The name under which minutes are proposed to be saved, on any system: that of the log's file, or of the meeting if the log is in
 * no file.
 */
export function proposedName(log: MeetingLog, index: number, writer: Writer, options: WriterOptions): string {
  const meeting = log.meetings[index];
  if (log.fileName !== '' || !meeting) return safeName(minutesFileName(log, index, writer, options));
  // What is noise at the start of a name is often markup that was pasted with a title.
  const title = meetingTitle(log, meeting).replace(/^[#\s]+/, '');
  return safeName(minutesFileName({ ...log, fileName: `${safeName(title)}.log` }, index, writer, options));
}

/** What Windows keeps for devices, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that every file system takes, as near to a text as it may be. */
export function safeName(text: string): string {
  const plain = cleanText(text)
    .replace(/[<>:"/\\|?*\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=\.)|[. ]+$/g, '')
    .trim();
  const ending = /(?:\.\w{1,8}){0,2}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  const short = [...stem]
    .slice(0, longest - ending.length)
    .join('')
    .trim();
  return (short + ending).replace(devices, '$&_') || 'minutes';
}
