import type { MeetingLog } from '../meeting/meetingLog.js';
import { cleanText } from '../minutes/escape/clean.js';
import { minutesFileName } from '../minutes/minutesFileName.js';
import type { Writer, WriterOptions } from '../minutes/writer.js';
import { meetingTitle } from './describe.js';

/** The most characters of a name, including its extension: every file system allows this many. */
const longest = 80;

/**
 * The proposed name for saving minutes, valid on every system: that of the log's file, or that of the meeting if the log is not
 * in a file.
 */
export function proposedName(log: MeetingLog, index: number, writer: Writer, options: WriterOptions): string {
  const meeting = log.meetings[index];
  if (log.fileName !== '' || !meeting) return safeName(minutesFileName(log, index, writer, options));
  // Signs at the start of a name are often markup that was pasted with a title.
  const title = meetingTitle(log, meeting).replace(/^[#\s]+/, '');
  return safeName(minutesFileName({ ...log, fileName: `${safeName(title)}.log` }, index, writer, options));
}

/** Names that Windows reserves for devices, with any extension. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name close to a text that is valid on every file system. */
export function safeName(text: string): string {
  const plain = cleanText(text)
    .replace(/[<>:"/\\|?*\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=\.)/g, '')
    .replace(/^(.*[^. ]|)[. ]*$/s, '$1')
    .trim();
  const ending = /(?:\.\w{1,8}){0,2}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length);
  const short = [...stem]
    .slice(0, longest - ending.length)
    .join('')
    .trim();
  return (short + ending).replace(devices, '$&_') || 'minutes';
}
