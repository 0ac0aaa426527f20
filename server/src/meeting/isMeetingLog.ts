import { headLength, mayBeChat } from '../log/detect/chat.js';
import { detectLayout, type LayoutDetection } from '../log/detect/detectLayout.js';
import { plainText, undamaged } from '../log/layouts/damage.js';
import { readLine } from '../log/layouts/layout.js';
import { splitRows } from '../log/lineEnds.js';
import { readReply, startedPattern } from './dialects/replies.js';
import { meantBy } from './dialects/typos.js';
import { commandAt, commandPattern, isTellingWord, startsMeeting } from './dialects/words.js';
import { isMinutes, tailLength } from './isMinutes.js';
import { isScribedBy, type ScribeSign, scribeSign, scribeSignPattern } from './scribe/scribeEvidence.js';

// For callers that load this file only when a text looks like a chat.
export { isMinutes };

/** The share of a log's head that must be chat; the rest may be joins and parts that a layout does not know. */
const enoughChat = 0.25;
/** The same for a layout that was learnt from the head itself. */
const enoughLearnt = 0.6;

/** What lines with a command or a bot's greeting contain. */
const sign = `${commandPattern}|${startedPattern}`;

/**
 * Whether a text is a meeting log: it is a chat in which someone starts a meeting or gives two commands, or with a scribe’s labels. Minutes that contain the
 * full log do not count. Most other texts are ordinary logs, whatever their name, and only their head is examined.
 */
export function isMeetingLog(text: string): boolean {
  const head = text.slice(0, headLength);
  return mayBeChat(head) && !isMinutes(head, text.slice(-tailLength)) && new Sniffer(head).finds(text);
}

/**
 * Looks for a meeting in a chat, which may arrive in pieces. Reads only lines that contain a command's sign or a bot's greeting.
 */
export class Sniffer {
  readonly #head: string;
  readonly #scribeSigns = new Set<ScribeSign>();
  #detection: LayoutDetection | undefined;
  #commands = 0;

  /** Takes the head of a log, in which the layout is detected when a line must be read, unless it is known. */
  constructor(head: string, found?: LayoutDetection) {
    this.#head = head;
    this.#detection = found;
  }

  /** Whether these lines show a meeting, together with earlier ones. */
  finds(lines: string): boolean {
    return this.#findsBy(sign, lines) || this.#findsBy(scribeSignPattern, lines);
  }

  #findsBy(pattern: string, lines: string): boolean {
    const signs = new RegExp(pattern, 'gi');
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
    const { layout, confidence } = this.#detection;
    return confidence >= (layout.isLearnt ? enoughLearnt : enoughChat);
  }

  #showsMeeting(row: string): boolean {
    if (!this.#detection) return false;
    const { layout } = this.#detection;
    // Below a heading, the whole line is what was said.
    const { kind, time, nick, textStart, textEnd } = readLine(layout, row);
    if (kind !== 'message' && !layout.below) return false;
    const isWhole = layout.below && textStart === textEnd;
    const own = isWhole ? undamaged(layout.damage, row) : plainText(layout.damage, row.slice(textStart, textEnd));
    const said = own.trimStart();
    if (isStart(said)) return true;
    const shown = isWhole ? undefined : scribeSign(nick, said);
    if (shown && isScribedBy(this.#scribeSigns.add(shown))) return true;
    // Without times, HTML looks like a chat too.
    if (time !== undefined && !layout.isLearnt && isTellingWord(wordOf(said))) this.#commands++;
    return this.#commands >= 2;
  }
}

function isStart(said: string): boolean {
  const word = wordOf(said);
  if (startsMeeting(word) || isGreeting(said)) return true;
  const meant = word.startsWith('#') ? meantBy(word.slice(1)) : undefined;
  return meant !== undefined && startsMeeting(meant);
}

function isGreeting(said: string): boolean {
  const reply = readReply(said);
  return reply?.kind === 'started' && reply.isExact;
}

/** The command word at the start of a text, with its sign, or undefined. */
function wordOf(said: string): string {
  const parts = commandAt(said, 0);
  return parts ? said.slice(0, parts.wordEnd) : '';
}

/** The start of the row of a character, not before `from`, so that no line is searched twice. */
function rowStart(text: string, from: number, index: number): number {
  const before = text.slice(from, index + 1);
  return from + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

function rowEnd(text: string, index: number): number {
  const lineEnd = /[\r\n]|$/g;
  lineEnd.lastIndex = index;
  return lineEnd.exec(text)?.index ?? text.length;
}
