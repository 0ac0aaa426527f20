import { secondsAt } from './times.js';

/*
 * The parts that most lines begin with are scanned by hand, several times faster than a regular expression does it. The pattern of a part is
 * what counts: its scanner is only a quicker way to the same place, and tests hold the one to the other.
 */

/** Where a part ends that begins at an offset of a text; -1 where it is not there. Looks no further than `to`. */
export type Scan = (text: string, at: number, to: number) => number;

/** `20:58` or `20:58:58`, and no more digits. */
export const clockPattern = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?![:\d])`;

/** `2031-03-14T20:58:58.5Z`, or with a blank and another or no zone. */
export const isoPattern = String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?`;

/** `20:58:58`, `8:58 PM`, before a bracket that closes. */
export const bracketClockPattern = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?(?=\])`;

const [tab, space, colon, open, close, openBracket, closeBracket] = [9, 32, 58, 60, 62, 91, 93];

/** Scanners by the pattern of their part. */
export const scanners: ReadonlyMap<string, Scan> = new Map<string, Scan>([
  [' ', (text, at, to) => behind(text, at, to, space)],
  [' {1,2}', (text, at, to) => perhaps(text, behind(text, at, to, space), to, space)],
  ['<', (text, at, to) => behind(text, at, to, open)],
  ['<[ @+%&~]{0,8}', prefixed],
  ['[^@+%&~ >][^>]*', nickBefore],
  ['> ?', (text, at, to) => perhaps(text, behind(text, at, to, close), to, space)],
  [clockPattern, clock],
  [isoPattern, isoTime],
  [String.raw`[ \t]{0,16}\[`, (text, at, to) => behind(text, blanks(text, at, to, 16), to, openBracket)],
  [bracketClockPattern, bracketClock],
  [String.raw`\][ \t]{0,4}`, (text, at, to) => blanks(text, behind(text, at, to, closeBracket), to, 4)],
]);

/** Where the parts of a message's head end: its time, and its nick, which begins at `nickStart`; `end` is where what is said begins. */
export interface Head {
  /** Seconds since midnight; -1 where it is no time of day. */
  time: number;
  timeEnd: number;
  nickStart: number;
  nickEnd: number;
  end: number;
}

/** Finds the head of a message, and writes where its parts end into `head`; false where it is not there. */
export type HeadScan = (text: string, at: number, to: number, head: Head) => boolean;

/** Most lines of most logs are `20:58:58 <nick> text`: for these rules, by their patterns, the scanners of the parts are called one after the other, without a loop. */
export const headScanners: ReadonlyMap<string, HeadScan> = new Map(
  ['<', '<[ @+%&~]{0,8}'].flatMap((open): [string, HeadScan][] =>
    [' ', ' {1,2}'].map((gap) => {
      const parts = [clockPattern, gap, open, '[^@+%&~ >][^>]*', '> ?'];
      return [`^${parts.map((part) => `(${part})`).join('')}`, angleHead(gap.length > 1, open.length > 1)];
    }),
  ),
);

function angleHead(isWide: boolean, hasPrefixes: boolean): HeadScan {
  return (text, at, to, head) => {
    setClock(text, at, to, head);
    const gap = behind(text, head.timeEnd, to, space);
    const wide = isWide ? perhaps(text, gap, to, space) : gap;
    head.nickStart = hasPrefixes ? prefixed(text, wide, to) : behind(text, wide, to, open);
    if (head.nickStart < 0) return false;
    head.nickEnd = nickBefore(text, head.nickStart, to);
    head.end = perhaps(text, behind(text, head.nickEnd, to, close), to, space);
    return head.end >= 0;
  };
}

/** Finds a clock and reads it. Nearly all are `HH:MM:SS` or `HH:MM`, whose digits are looked at once. */
function setClock(text: string, at: number, to: number, head: Head): void {
  const hours = twoDigits(text, at, to);
  const minutes = isAt(text, at + 2, to, colon) ? twoDigits(text, at + 3, to) : -1;
  if (hours < 0 || minutes < 0) {
    head.timeEnd = clock(text, at, to);
    head.time = head.timeEnd < 0 ? -1 : (secondsAt(text, at, head.timeEnd) ?? -1);
    return;
  }
  const seconds = isAt(text, at + 5, to, colon) ? twoDigits(text, at + 6, to) : -1;
  const end = seconds < 0 ? at + 5 : at + 8;
  head.timeEnd = isDigit(text, end, to) || isAt(text, end, to, colon) ? -1 : end;
  const isTime = hours < 24 && minutes < 60 && seconds < 62;
  head.time = isTime ? hours * 3600 + minutes * 60 + Math.max(seconds, 0) : -1;
}

/** The number of two digits; -1 where they are none. */
function twoDigits(text: string, at: number, to: number): number {
  if (at + 1 >= to) return -1;
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function prefixed(text: string, at: number, to: number): number {
  if (!isAt(text, at, to, open)) return -1;
  let end = at + 1;
  const most = Math.min(to, end + 8);
  while (end < most && isPrefix(text.charCodeAt(end))) end++;
  return end;
}

function nickBefore(text: string, at: number, to: number): number {
  if (at >= to || isPrefix(text.charCodeAt(at)) || text.charCodeAt(at) === close) return -1;
  let end = at + 1;
  while (end < to && text.charCodeAt(end) !== close) end++;
  return end;
}

/** A channel prefix, or the blank that stands for none. */
function isPrefix(code: number): boolean {
  return code === space || code === 64 || code === 43 || code === 37 || code === 38 || code === 126;
}

function clock(text: string, at: number, to: number): number {
  const end = hoursAndMinutes(text, at, to);
  return end < 0 || isDigit(text, end, to) || isAt(text, end, to, colon) ? -1 : end;
}

function bracketClock(text: string, at: number, to: number): number {
  const end = hoursAndMinutes(text, at, to);
  const half = perhaps(text, end, to, space);
  const isHalf = end >= 0 && isIn(text, half, to, 'AaPp') && isIn(text, half + 1, to, 'Mm');
  const all = isHalf ? half + 2 : end;
  return isAt(text, all, to, closeBracket) ? all : -1;
}

/** Behind `H:MM` or `H:MM:SS`. */
function hoursAndMinutes(text: string, at: number, to: number): number {
  if (!isDigit(text, at, to)) return -1;
  const minutes = pairBehind(text, isDigit(text, at + 1, to) ? at + 2 : at + 1, to, colon);
  const seconds = pairBehind(text, minutes, to, colon);
  return seconds < 0 ? minutes : seconds;
}

function isoTime(text: string, at: number, to: number): number {
  const month = pairBehind(text, pair(text, pair(text, at, to), to), to, 45);
  const day = pairBehind(text, month, to, 45);
  const hours = pairBehind(text, day, to, isAt(text, day, to, space) ? space : 84);
  const minutes = pairBehind(text, hours, to, colon);
  if (minutes < 0) return -1;
  const seconds = pairBehind(text, minutes, to, colon);
  return zone(text, seconds < 0 ? minutes : fraction(text, seconds, to), to);
}

function fraction(text: string, at: number, to: number): number {
  if (!isAt(text, at, to, 46) || !isDigit(text, at + 1, to)) return at;
  let end = at + 2;
  while (end < at + 10 && isDigit(text, end, to)) end++;
  return end;
}

function zone(text: string, at: number, to: number): number {
  if (isAt(text, at, to, 90)) return at + 1;
  if (!isIn(text, at, to, '+-')) return at;
  const minutes = pair(text, perhaps(text, pair(text, at + 1, to), to, colon), to);
  return minutes < 0 ? at : minutes;
}

/*
 * All of these take -1 for a place that is none, and give it on.
 */

/** Behind a character. */
function behind(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? at + 1 : -1;
}

/** Behind a character if it is there. */
function perhaps(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? at + 1 : at;
}

/** Behind as many blanks and tabs as there are, and no more than `most`. */
function blanks(text: string, at: number, to: number, most: number): number {
  if (at < 0) return -1;
  let end = at;
  while (end < at + most && (isAt(text, end, to, space) || isAt(text, end, to, tab))) end++;
  return end;
}

/** Behind two digits. */
function pair(text: string, at: number, to: number): number {
  return isDigit(text, at, to) && isDigit(text, at + 1, to) ? at + 2 : -1;
}

/** Behind two digits that follow a character. */
function pairBehind(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? pair(text, at + 1, to) : -1;
}

function isDigit(text: string, at: number, to: number): boolean {
  if (at < 0 || at >= to) return false;
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isAt(text: string, at: number, to: number, code: number): boolean {
  return at >= 0 && at < to && text.charCodeAt(at) === code;
}

function isIn(text: string, at: number, to: number, characters: string): boolean {
  return at >= 0 && at < to && characters.includes(text.charAt(at));
}
