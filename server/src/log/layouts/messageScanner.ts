import {
  behind,
  close,
  colon,
  isAt,
  isDigit,
  isEventMark,
  open,
  perhaps,
  space,
  tab,
  twoDigits,
} from './characters.js';
import { sinceMidnight } from './clockNotation.js';
import { ownNoteAt } from './eventPhrases.js';
import { beforeCodes, beforeMark, behindCodes } from './ircCodes.js';
import { scanClock, scanNick, scanOpenPrefixed } from './scanners.js';
import { endOfText, secondsAt } from './times.js';

/*
 * Most lines of most logs are `20:58:58 <nick> text`. For layouts whose first rule reads such messages, the scanners of its parts
 * are called one after the other, without a loop and without allocating anything.
 */

/**
 * Where the parts of a message's head end: its time, and its nick, which begins at `nickStart`; the message text begins at `end`.
 */
export interface MessageHead {
  /** Seconds since midnight; -1 if it is not a time of day. */
  time: number;
  timeStart: number;
  timeEnd: number;
  nickStart: number;
  nickEnd: number;
  end: number;
}

/**
 * Finds the head of a message at `at`, as the first rule of its layout does, and writes where its parts end into `head`; false if
 * there is none.
 */
export type HeadScan = (text: string, at: number, to: number, head: MessageHead) => boolean;

/** What is between the time and the nick in angle brackets. */
interface AngleHead {
  /** One space, or one or two, or at most two. */
  readonly spaces: '1' | '1-2' | '0-2';
  /** Whether the nick may have channel prefixes. */
  readonly prefixes: boolean;
  /** Whether a client's notes may be written as messages, which are left to the rules. */
  readonly notes?: boolean;
}

/**
 * Finds a time and a nick in angle brackets. Small parts are found without their scanners, since such deeply nested calls are not
 * inlined.
 */
export function angleHead({ spaces, prefixes, notes = false }: AngleHead): HeadScan {
  const isWide = spaces !== '1';
  const isOptional = spaces === '0-2';
  return (text, at, to, head) => {
    head.timeStart = at;
    setClock(text, at, to, head);
    const one = isOptional ? perhaps : behind;
    const gap = one(text, head.timeEnd, to, space);
    const wide = isWide ? perhaps(text, gap, to, space) : gap;
    head.nickStart = prefixes ? scanOpenPrefixed(text, wide, to) : behind(text, wide, to, open);
    if (head.nickStart < 0) return false;
    head.nickEnd = scanNick(text, head.nickStart, to);
    const end = behind(text, head.nickEnd, to, close);
    head.end = isAt(text, end, to, tab) ? -1 : perhaps(text, end, to, space);
    return head.end >= 0 && !(notes && ownNoteAt(text, head.nickStart, head.nickEnd, head.end));
  };
}

/** Finds a time and reads it. Nearly all are `HH:MM:SS` or `HH:MM`, whose digits are examined only once. */
function setClock(text: string, at: number, to: number, head: MessageHead): void {
  const hours = twoDigits(text, at, to);
  const minutes = isAt(text, at + 2, to, colon) ? twoDigits(text, at + 3, to) : -1;
  if (hours < 0 || minutes < 0) {
    head.timeEnd = scanClock(text, at, to);
    head.time = head.timeEnd < 0 ? -1 : (secondsAt(text, at, head.timeEnd) ?? -1);
    return;
  }
  const seconds = isAt(text, at + 5, to, colon) ? twoDigits(text, at + 6, to) : -1;
  const end = seconds < 0 ? at + 5 : at + 8;
  head.timeEnd = isDigit(text, end, to) || isAt(text, end, to, colon) ? -1 : end;
  head.time = sinceMidnight(hours, minutes, Math.max(seconds, 0));
}

/** How most lines of a log are read: by the scanner of its layout's head, which writes the offsets of the parts into `head`. */
export interface MessageScanner {
  readonly scan: HeadScan;
  readonly head: MessageHead;
}

/** A scanner for a log whose layout names the scanner of its head. */
export function messageScanner(scan: HeadScan): MessageScanner {
  return { scan, head: { time: 0, timeStart: 0, timeEnd: 0, nickStart: 0, nickEnd: 0, end: 0 } };
}

/**
 * Reads a message and writes its time, in seconds, and the six offsets of its reading into numbers, starting at `at`. Allocates
 * nothing, since there are many. False if the line is not such a message or needs a closer look.
 */
export function scanMessage(
  { scan, head }: MessageScanner,
  text: string,
  from: number,
  to: number,
  numbers: Int32Array,
  at: number,
): boolean {
  if (!scan(text, from, to, head)) return false;
  const nickStart = behindCodes(text, head.nickStart, head.nickEnd);
  const nickEnd = beforeMark(text, nickStart, beforeCodes(text, nickStart, head.nickEnd));
  if (head.time < 0 || nickStart === nickEnd || text.charCodeAt(head.end) === 1) return false;
  if (isEventMark(text, nickStart, nickEnd)) return false;
  numbers[at] = head.time;
  numbers[at + 1] = head.timeStart - from;
  numbers[at + 2] = head.timeEnd - from;
  numbers[at + 3] = nickStart - from;
  numbers[at + 4] = nickEnd - from;
  numbers[at + 5] = head.end - from;
  numbers[at + 6] = endOfText(text, head.end, to) - from;
  return true;
}
