import { headLength, mayBeChat } from '../log/detect/chat.js';
import { detectLayout, type LayoutDetection } from '../log/detect/detectLayout.js';
import { readLine } from '../log/layouts/layout.js';
import { splitRows } from '../log/lineEnds.js';
import { readReply, startedPattern } from './dialects/replies.js';
import { meantBy } from './dialects/typos.js';
import { commandAt, commandPattern, isTellingWord, startsMeeting } from './dialects/words.js';
import { isMinutes, tailLength } from './isMinutes.js';

// For those who load this file only when a text looks like a chat.
export { isMinutes };

/** How much of a log's head must be chat: room is left for the joins and parts that a layout may not know. */
const enoughChat = 0.25;

/** What a line has that may be a command or a bot's greeting. */
const sign = `${commandPattern}|${startedPattern}`;

/**
 * Whether a text is the log of a meeting: it reads as chat, and in it somebody starts a meeting, or two commands are given.
 * Minutes with everything that was said are none.
 * Any other text, whatever its file's name, is somebody else's log, and only its head is looked at.
 */
export function isMeetingLog(text: string): boolean {
  const head = text.slice(0, headLength);
  return mayBeChat(head) && !isMinutes(head, text.slice(-tailLength)) && new Sniffer(head).finds(text);
}

/**
 * Looks for a meeting in a chat, which may come in pieces. Of its lines, only those are read that hold a `#` or a bot's
 * greeting.
 */
export class Sniffer {
  readonly #head: string;
  #detection: LayoutDetection | undefined;
  #commands = 0;

  /** Takes the head of a log, by which its layout is found once a line has to be read, unless it is known. */
  constructor(head: string, found?: LayoutDetection) {
    this.#head = head;
    this.#detection = found;
  }

  /** Whether these lines show a meeting, together with those that came before. */
  finds(lines: string): boolean {
    const signs = new RegExp(sign, 'gi');
    let end = 0;
    for (let found = signs.exec(lines); found; found = signs.exec(lines)) {
      if (!this.#isChat()) return false;
      const start = rowStart(lines, end, found.index);
      end = rowEnd(lines, found.index);
      signs.lastIndex = Math.max(signs.lastIndex, end);
      if (this.#showsMeeting(lines.slice(start, end))) return true;
    }
    return false;
  }

  #isChat(): boolean {
    this.#detection ??= detectLayout(splitRows(this.#head));
    return this.#detection.confidence >= enoughChat;
  }

  #showsMeeting(row: string): boolean {
    if (!this.#detection) return false;
    const { layout } = this.#detection;
    // Under a heading, the whole line is said.
    const { kind, time, textStart, textEnd } = readLine(layout, row);
    if (kind !== 'message' && !layout.below) return false;
    const said = (layout.below ? row : row.slice(textStart, textEnd)).trimStart();
    if (isStart(said)) return true;
    // Without times, HTML looks like a chat as well.
    if (time !== undefined && isTellingWord(wordOf(said))) this.#commands++;
    return this.#commands >= 2;
  }
}

function isStart(said: string): boolean {
  const word = wordOf(said);
  if (startsMeeting(word) || readReply(said)?.kind === 'started') return true;
  const meant = word.startsWith('#') ? meantBy(word.slice(1)) : undefined;
  return meant !== undefined && startsMeeting(meant);
}

/** The command word with which a text begins, with its sign, or nothing. */
function wordOf(said: string): string {
  const parts = commandAt(said, 0);
  return parts ? said.slice(0, parts.wordEnd) : '';
}

/** Where the row of a character begins, which is not before `from`: no line is searched for its beginning twice. */
function rowStart(text: string, from: number, index: number): number {
  const before = text.slice(from, index + 1);
  return from + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

function rowEnd(text: string, index: number): number {
  const lineEnd = /[\r\n]|$/g;
  lineEnd.lastIndex = index;
  return lineEnd.exec(text)?.index ?? text.length;
}
