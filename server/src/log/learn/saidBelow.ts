import { endOfText } from '../layouts/times.js';
import { type LogLine, unread } from '../logLine.js';

/* Lines below a head: what is said by whom the head names, at its time. */

const indent = /^[ \t]{1,16}/;

/** Below a heading, its nick speaks; a time below it belongs to it as well. Texts may be indented. */
export function saidBelow(text: string, read: LogLine | undefined, above: LogLine | undefined): LogLine {
  if (read?.kind === 'message') return read.nick ? { ...read, time: read.time ?? above?.time } : said(text, above);
  if (read && read.kind !== 'heading') return read;
  if (read) return { ...read, nick: read.nick || (above?.nick ?? ''), time: read.time ?? above?.time };
  return said(text, above);
}

function said(text: string, above: LogLine | undefined): LogLine {
  if (!above?.nick) return unread;
  const textStart = indent.exec(text)?.[0].length ?? 0;
  const textEnd = endOfText(text);
  const isBlank = textEnd <= textStart;
  return {
    ...unread,
    kind: isBlank ? 'other' : 'message',
    time: above.time,
    nick: above.nick,
    textStart: isBlank ? 0 : textStart,
    textEnd: isBlank ? 0 : textEnd,
  };
}
