import { detectLayout } from '../log/detect.js';
import { readLine } from '../log/layout.js';
import { splitRows } from '../log/rows.js';
import { commandAt, isKnownWord, meantBy, signedCommandAt } from './commands.js';
import { readReply } from './replies.js';

/** How much of a log's head must be chat: room is left for the joins and parts that a layout may not know. */
const enoughChat = 0.25;

/** What a line has that may be a command or a bot's greeting. */
const sign = /#[a-z]|\[[a-z]{2,16}\]|[!^][a-z]{2}|Meeting started /i;

/** How many characters of a text are looked at to find its layout. */
const headLength = 30_000;

/**
 * Whether a text is the log of a meeting: it reads as chat, and in it somebody starts a meeting, or two commands are given.
 * Any other text, whatever its file's name, is somebody else's log. Looks at no more lines than hold a `#` or a bot's greeting.
 */
export function isMeetingLog(text: string): boolean {
  // Most logs have no such sign at all, and need not be looked at.
  if (!sign.test(text)) return false;
  const { layout, confidence } = detectLayout(splitRows(text.slice(0, headLength)));
  if (confidence < enoughChat) return false;
  let commands = 0;
  const signs = new RegExp(sign.source, 'gi');
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const row = rowAt(text, found.index);
    signs.lastIndex = Math.max(signs.lastIndex, row.end);
    // Under a heading, the whole line is said.
    const { kind, time, textStart, textEnd } = readLine(layout, row.text);
    if (kind !== 'message' && !layout.below) continue;
    const said = row.text.slice(textStart, layout.below ? undefined : textEnd).trimStart();
    if (startsMeeting(said)) return true;
    // Without times, HTML looks like a chat as well.
    if (time !== undefined && isKnownWord(wordOf(said)) && ++commands === 2) return true;
  }
  return false;
}

function startsMeeting(said: string): boolean {
  const word = wordOf(said).toLowerCase();
  const isStart = ['startmeeting', '!startmeeting', '!sm'].includes(word) || meantBy(word) === 'startmeeting';
  return isStart || readReply(said)?.kind === 'started';
}

/** The command word with which a text begins, with the sign of a bot that wants another than `#`, or nothing. */
function wordOf(said: string): string {
  const parts = commandAt(said, 0) ?? signedCommandAt(said, 0);
  return parts ? said.slice(said.startsWith('#') ? 1 : 0, parts.wordEnd) : '';
}

function rowAt(text: string, index: number): { text: string; end: number } {
  const start = Math.max(text.lastIndexOf('\n', index), text.lastIndexOf('\r', index)) + 1;
  const lineEnd = /[\r\n]|$/g;
  lineEnd.lastIndex = index;
  const end = lineEnd.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}
