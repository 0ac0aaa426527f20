import type { LineKind, LogLine } from '../logLine.js';
import { isEventMark } from './characters.js';
import { anyEvent, knownEvent, ownNoteAt } from './eventPhrases.js';
import { beforeCodes, beforeMark, behindCodes } from './ircCodes.js';
import type { PartScan } from './scanners.js';
import { endOfText, secondsAt } from './times.js';

/*
 * A layout is a list of rules. A rule is a pattern of consecutive parts from the start of the line; each part is a group, so that
 * their lengths add up to offsets. The text follows the last part.
 */

/** A part of a line: what it is, its regular expression, and for common parts a function that finds its end faster. */
export interface LinePart {
  readonly role: 'skip' | 'time' | 'nick';
  readonly source: string;
  readonly scan: PartScan | undefined;
}

const part =
  (role: LinePart['role']) =>
  (source: string, scan?: PartScan): LinePart => ({ role, source, scan });

export const skip = part('skip');
export const time = part('time');
export const nick = part('nick');

/** What a matching line is: a kind, or an event in a client's known words (`known-event`) or in any words. */
type RuleKind = LineKind | 'event' | 'known-event';

/** What a line with certain parts is. */
export interface LineRule {
  readonly kind: RuleKind;
  readonly parts: readonly LinePart[];
  readonly pattern: RegExp;
  /** The scanners of the parts, if each has one; used instead of the pattern. */
  readonly scans: readonly PartScan[] | undefined;
  /** Whether a client's notes may be written as messages: see `ownNoteAt`. */
  readonly isNoting?: true;
}

/** Makes a rule. The sources of parts must not have capturing groups, and must match in linear time. */
export function rule(kind: RuleKind, ...parts: readonly LinePart[]): LineRule {
  const source = parts.map((one) => `(${one.source})`).join('');
  const scans = parts.flatMap(({ scan }) => scan ?? []);
  return { kind, parts, pattern: new RegExp(`^${source}`), scans: scans.length === parts.length ? scans : undefined };
}

/** The same rule for messages, by some of which a bot notes what their speaker did. */
export function noting(message: LineRule): LineRule {
  return { ...message, isNoting: true };
}

/**
 * Reads the line of a text from `from` to `to` by the first rule that matches; undefined if none does. Offsets are relative to
 * the line's start.
 */
export function readBy(rules: readonly LineRule[], text: string, from = 0, to = text.length): LogLine | undefined {
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

/** A reading while it is built. */
type LineDraft = { -readonly [K in keyof LogLine]: LogLine[K] };

/** Reads a line part by part, with lengths from the match or from scanners. */
function build(
  { kind, parts, isNoting }: LineRule,
  ends: RegExpExecArray | readonly PartScan[],
  text: string,
  from: number,
  to: number,
): LogLine | undefined {
  const line: LineDraft = {
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
  for (let index = 0; index < parts.length; index++) {
    const end = endOfPart(ends, index, text, at, to);
    if (end < 0 || !setPart(line, parts[index]?.role, text, at, end, from)) return undefined;
    at = end;
  }
  if (line.nick === '') line.nickStart = line.nickEnd = line.timeEnd;
  const note = isNoting && ownNoteAt(text, from + line.nickStart, from + line.nickEnd, at);
  return finish(line, note || kind, text, from, note ? at + line.nick.length : at, to);
}

function setPart(
  line: LineDraft,
  role: LinePart['role'] | undefined,
  text: string,
  at: number,
  end: number,
  from: number,
): boolean {
  if (role === 'time') return setTime(line, text, at, end, from);
  return role !== 'nick' || setNick(line, text, at, end, from);
}

/** Determines what a line is after its parts were read, and the extent of its text, which begins at `at`. */
function finish(
  line: LineDraft,
  kind: RuleKind,
  text: string,
  from: number,
  at: number,
  to: number,
): LogLine | undefined {
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
  ends: RegExpExecArray | readonly PartScan[],
  index: number,
  text: string,
  at: number,
  to: number,
): number {
  const part = 'index' in ends ? ends[index + 1] : ends[index];
  return typeof part === 'function' ? part(text, at, to) : at + (part?.length ?? 0);
}

/** How the IRC protocol writes an action. */
const ctcpAction = '\u0001ACTION ';

function asAction(line: LineDraft, text: string, from: number): LogLine {
  const end = text.endsWith('\u0001', from + line.textEnd) ? line.textEnd - 1 : line.textEnd;
  const textStart = line.textStart + ctcpAction.length;
  return { ...line, kind: 'action', textStart, textEnd: Math.max(end, textStart) };
}

function setTime(line: LineDraft, text: string, at: number, end: number, from: number): boolean {
  line.time = secondsAt(text, at, end);
  line.timeStart = at - from;
  line.timeEnd = end - from;
  return line.time !== undefined;
}

/** Nicks may be padded and coloured. A client's mark is none. */
function setNick(line: LineDraft, text: string, at: number, end: number, from: number): boolean {
  const start = behindCodes(text, at, end);
  const last = beforeMark(text, start, beforeCodes(text, start, end));
  line.nick = text.slice(start, last) || text.slice(at, end).trim();
  line.nickStart = (start < last ? start : at + text.slice(at, end).indexOf(line.nick)) - from;
  line.nickEnd = line.nickStart + line.nick.length;
  return line.nick !== '' && !isEventMark(line.nick, 0, line.nick.length);
}
