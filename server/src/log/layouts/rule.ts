import type { LineKind, LogLine } from '../logLine.js';
import { anyEvent, knownEvent } from './eventPhrases.js';
import { type Head, type HeadScan, headScanners, type Scan, scanners } from './scanners.js';
import { endOfText, secondsAt } from './times.js';

/*
 * Layouts are lists of rules. A rule is a pattern of parts that follow each other from the start of the line; each part is a group, so
 * that their lengths add up to offsets. What follows the last part is the text.
 */

/** What a part of a line is. */
export type Role = 'skip' | 'time' | 'nick';

export type Part = readonly [role: Role, source: string];

/** What a line is that matches: a kind, or an event, which must be in a client's known words (`known-event`) or may be in any. */
type RuleKind = LineKind | 'event' | 'known-event';

export interface Rule {
  readonly kind: RuleKind;
  readonly pattern: RegExp;
  readonly roles: readonly Role[];
  /** The scanners of the parts, where all of them have one. */
  readonly scans: readonly Scan[] | undefined;
}

/** Makes a rule. The sources of parts have no capturing groups, and none may take time that grows faster than the line. */
export function rule(kind: RuleKind, ...parts: readonly Part[]): Rule {
  const source = parts.map(([, part]) => `(${part})`).join('');
  const scans = parts.flatMap(([, part]) => scanners.get(part) ?? []);
  return {
    kind,
    pattern: new RegExp(`^${source}`),
    roles: parts.map(([role]) => role),
    scans: scans.length === parts.length ? scans : undefined,
  };
}

export const skip = (source: string): Part => ['skip', source];
export const time = (source: string): Part => ['time', source];
export const nick = (source: string): Part => ['nick', source];

/** Reads the line that stands in a text from `from` to `to` by the first rule that it follows; undefined where there is none. Offsets count from the line's start. */
export function readBy(rules: readonly Rule[], text: string, from = 0, to = text.length): LogLine | undefined {
  let row: string | undefined;
  for (const one of rules) {
    if (one.scans) {
      const line = build(one, one.scans, text, from, to);
      if (line) return line;
      continue;
    }
    row ??= text.slice(from, to);
    const match = one.pattern.exec(row);
    const line = match && build(one, match, row, 0, row.length);
    if (line) return line;
  }
  return undefined;
}

/** How most lines of a log are read: the rule of its messages, and where its parts were found last. */
export interface Scanner {
  readonly scan: HeadScan;
  readonly head: Head;
}

/** The scanner for a layout's most frequent lines, if it has one. */
export function scannerOf([first]: readonly Rule[]): Scanner | undefined {
  const scan = first?.kind === 'message' && first.scans ? headScanners.get(first.pattern.source) : undefined;
  return scan && { scan, head: { time: 0, timeEnd: 0, nickStart: 0, nickEnd: 0, end: 0 } };
}

/**
 * Reads a message, and writes its time, in seconds, and the six offsets of its reading into numbers, from `at` on. Makes nothing, since there are many.
 * False where the line is no such message, or needs a closer look.
 */
export function scanMessage(
  { scan, head }: Scanner,
  text: string,
  from: number,
  to: number,
  numbers: Int32Array,
  at: number,
): boolean {
  if (!scan(text, from, to, head)) return false;
  const nickStart = behindCodes(text, head.nickStart, head.nickEnd);
  const nickEnd = beforeCodes(text, nickStart, head.nickEnd);
  if (head.time < 0 || nickStart === nickEnd || text.charCodeAt(head.end) === 1) return false;
  numbers[at] = head.time;
  numbers[at + 1] = 0;
  numbers[at + 2] = head.timeEnd - from;
  numbers[at + 3] = nickStart - from;
  numbers[at + 4] = nickEnd - from;
  numbers[at + 5] = head.end - from;
  numbers[at + 6] = endOfText(text, head.end, to) - from;
  return true;
}

/** A reading while it is built. */
type Draft = { -readonly [K in keyof LogLine]: LogLine[K] };

/** Reads a line part by part: as long as a match tells, or a scanner finds. */
function build(
  { kind, roles }: Rule,
  parts: RegExpExecArray | readonly Scan[],
  text: string,
  from: number,
  to: number,
): LogLine | undefined {
  const line: Draft = {
    kind: 'other',
    time: undefined,
    timeStart: 0,
    timeEnd: 0,
    nick: '',
    nickStart: 0,
    nickEnd: 0,
    textStart: 0,
    textEnd: 0,
  };
  let at = from;
  for (let index = 0; index < roles.length; index++) {
    const end = endOfPart(parts, index, text, at, to);
    if (end < 0 || !setPart(line, roles[index], text, at, end, from)) return undefined;
    at = end;
  }
  if (line.nick === '') line.nickStart = line.nickEnd = line.timeEnd;
  return finish(line, kind, text, from, at, to);
}

function setPart(line: Draft, role: Role | undefined, text: string, at: number, end: number, from: number): boolean {
  if (role === 'time') return setTime(line, text, at, end, from);
  return role !== 'nick' || setNick(line, text, at, end, from);
}

/** Tells what a line is whose parts are read, and where its text stands, which begins at `at`. */
function finish(line: Draft, kind: RuleKind, text: string, from: number, at: number, to: number): LogLine | undefined {
  if (kind === 'event' || kind === 'known-event') {
    const row = text.slice(from, to);
    const event = kind === 'event' ? anyEvent(row, at - from) : knownEvent(row, at - from);
    return event && Object.assign(line, event);
  }
  line.kind = kind;
  line.textStart = at - from;
  line.textEnd = endOfText(text, at, to) - from;
  return kind === 'message' && text.startsWith(ctcpAction, at) ? asAction(line, text, from) : line;
}

function endOfPart(
  parts: RegExpExecArray | readonly Scan[],
  index: number,
  text: string,
  at: number,
  to: number,
): number {
  const part = 'index' in parts ? parts[index + 1] : parts[index];
  return typeof part === 'function' ? part(text, at, to) : at + (part?.length ?? 0);
}

/** How the protocol itself writes an action. */
const ctcpAction = '\u0001ACTION ';

function asAction(line: Draft, text: string, from: number): LogLine {
  const end = text.endsWith('\u0001', from + line.textEnd) ? line.textEnd - 1 : line.textEnd;
  const textStart = line.textStart + ctcpAction.length;
  return { ...line, kind: 'action', textStart, textEnd: Math.max(end, textStart) };
}

function setTime(line: Draft, text: string, at: number, end: number, from: number): boolean {
  line.time = secondsAt(text, at, end);
  line.timeStart = at - from;
  line.timeEnd = end - from;
  return line.time !== undefined;
}

/** A nick may be padded and coloured. */
function setNick(line: Draft, text: string, at: number, end: number, from: number): boolean {
  const start = behindCodes(text, at, end);
  const last = beforeCodes(text, start, end);
  line.nick = text.slice(start, last) || text.slice(at, end).trim();
  line.nickStart = (start < last ? start : at + text.slice(at, end).indexOf(line.nick)) - from;
  line.nickEnd = line.nickStart + line.nick.length;
  return line.nick !== '';
}

/** Where a text begins behind blanks and IRC's codes of colour and type. */
function behindCodes(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isCode(text.charCodeAt(start))) {
    start += text.charCodeAt(start) === colour ? 1 + colourDigits(text, start + 1, to) : 1;
  }
  return start;
}

/** Where a text ends before them. */
function beforeCodes(text: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    if (end > from && isCode(text.charCodeAt(end - 1))) end--;
    else if (end - 2 >= from && text.charCodeAt(end - 2) === colour && isDigit(text, end - 1)) end -= 2;
    else if (end - 3 >= from && text.charCodeAt(end - 3) === colour && colourDigits(text, end - 2, end) === 2) end -= 3;
    else return end;
  }
}

/** The code of a colour, which up to two digits follow. */
const colour = 3;

function isCode(code: number): boolean {
  return code <= 32 || code === 160;
}

function colourDigits(text: string, at: number, to: number): number {
  if (at >= to || !isDigit(text, at)) return 0;
  return at + 1 < to && isDigit(text, at + 1) ? 2 : 1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
