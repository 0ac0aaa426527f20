import type { Layout } from '../layout.js';
import { type LogLine, unread } from '../logLine.js';
import { endOfText, secondsOfDay } from '../scan.js';

/**
 * The logs that MeetBot and Supybot write themselves: a time, `<nick>` and the text. Clients that write alike
 * (brackets around the time, no seconds, channel prefixes, padded nicks) are read as well.
 * Each group of a pattern follows the one before it directly, so that lengths add up to offsets.
 */
const time = String.raw`^([ \t]*\[?)(\d{1,2}:\d{2}(?::\d{2})?)(?![:\d])`;
const message = new RegExp(String.raw`${time}(\]?[ \t]*<[@+%&~ ]*)([^@+%&~ >][^>]*)(> ?)`);
const emote = new RegExp(String.raw`${time}(\]?[ \t]*\*{1,3}[ \t]*)([^\s*]\S*)([ \t]*)`);
const nickChange = /^is now known as (?=\S+\s*$)/;

export const supybot: Layout = {
  name: 'supybot',
  title: 'MeetBot, Supybot: 20:58:58 <nick> text',
  samples: [
    { line: '20:58:58 <ann> hello', kind: 'message', time: 75538, nick: 'ann', text: 'hello' },
    { line: '20:58:58 * ann waves', kind: 'action', time: 75538, nick: 'ann', text: 'waves' },
    { line: '20:58 <ann> hello', kind: 'message', time: 75480, nick: 'ann', text: 'hello' },
    { line: '[20:58:58] <ann> hello', kind: 'message', time: 75538, nick: 'ann', text: 'hello' },
    { line: '20:58:58 <@ann> hello', kind: 'message', time: 75538, nick: 'ann', text: 'hello' },
    { line: '20:58:58 < ann> hello', kind: 'message', time: 75538, nick: 'ann', text: 'hello' },
    { line: '20:58:58 <ann o’neil> hello ', kind: 'message', time: 75538, nick: 'ann o’neil', text: 'hello' },
    { line: '20:58:58 <ann>  #topic x', kind: 'message', time: 75538, nick: 'ann', text: ' #topic x' },
    { line: '20:58:58 *** ann is now known as ann_', kind: 'nick', time: 75538, nick: 'ann', text: 'ann_' },
    { line: '20:58:58 *** Joins: ann', kind: 'other' },
    { line: '25:58:58 <ann> hello', kind: 'other' },
    { line: '20:58:58 < > hello', kind: 'other' },
    { line: 'hello', kind: 'other' },
  ],
  read: (text) => readMessage(text) ?? readEmote(text) ?? unread,
};

function readMessage(text: string): LogLine | undefined {
  const match = message.exec(text);
  if (!match) return undefined;
  const [whole, lead = '', clock = '', open = '', nick = ''] = match;
  return spoken(text, 'message', [lead, clock, open, nick], whole.length);
}

function readEmote(text: string): LogLine | undefined {
  const match = emote.exec(text);
  if (!match) return undefined;
  const [whole, lead = '', clock = '', stars = '', nick = ''] = match;
  const line = spoken(text, 'action', [lead, clock, stars, nick], whole.length);
  if (!line) return undefined;
  const change = nickChange.exec(text.slice(line.textStart));
  if (change) return { ...line, kind: 'nick', textStart: line.textStart + change[0].length };
  // Three stars are a notice of the server: joins, quits, modes.
  return stars.includes('***') ? undefined : line;
}

/** Builds the reading from the lengths of the parts before the text, which begins at `textStart`. */
function spoken(
  text: string,
  kind: 'message' | 'action',
  [lead, clock, open, nick]: readonly [string, string, string, string],
  textStart: number,
): LogLine | undefined {
  const time = secondsOfDay(clock);
  const name = nick.trimEnd();
  if (time === undefined || name === '') return undefined;
  const timeEnd = lead.length + clock.length;
  const nickStart = timeEnd + open.length;
  return {
    kind,
    time,
    timeStart: lead.length,
    timeEnd,
    nick: name,
    nickStart,
    nickEnd: nickStart + name.length,
    textStart,
    textEnd: Math.max(textStart, endOfText(text)),
  };
}
