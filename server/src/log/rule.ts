import { anyEvent, knownEvent } from './eventPhrases.js';
import type { LineKind, LogLine } from './logLine.js';
import { endOfText, secondsOfDay } from './scan.js';

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
}

/** Makes a rule. The sources of parts have no capturing groups, and none may take time that grows faster than the line. */
export function rule(kind: RuleKind, ...parts: readonly Part[]): Rule {
  const source = parts.map(([, part]) => `(${part})`).join('');
  return { kind, pattern: new RegExp(`^${source}`), roles: parts.map(([role]) => role) };
}

export const skip = (source: string): Part => ['skip', source];
export const time = (source: string): Part => ['time', source];
export const nick = (source: string): Part => ['nick', source];

/** Reads a line by the first rule that it follows; undefined where there is none. */
export function readBy(rules: readonly Rule[], text: string): LogLine | undefined {
  for (const one of rules) {
    const match = one.pattern.exec(text);
    const line = match && build(one, match, text);
    if (line) return line;
  }
  return undefined;
}

/** A reading while it is built. */
type Draft = { -readonly [K in keyof LogLine]: LogLine[K] };

function build({ kind, roles }: Rule, match: RegExpExecArray, text: string): LogLine | undefined {
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
  let at = 0;
  for (let index = 0; index < roles.length; index++) {
    const part = match[index + 1] ?? '';
    const role = roles[index];
    if (role === 'time' && !setTime(line, part, at)) return undefined;
    if (role === 'nick' && !setNick(line, part, at)) return undefined;
    at += part.length;
  }
  if (!roles.includes('nick')) line.nickStart = line.nickEnd = line.timeEnd;
  if (kind === 'event') return Object.assign(line, anyEvent(text, at));
  if (kind === 'known-event') {
    const event = knownEvent(text, at);
    return event && Object.assign(line, event);
  }
  line.kind = kind;
  line.textStart = at;
  line.textEnd = Math.max(at, endOfText(text));
  return kind === 'message' && text.startsWith(ctcpAction, at) ? asAction(line, text) : line;
}

/** How the protocol itself writes an action. */
const ctcpAction = '\u0001ACTION ';

function asAction(line: Draft, text: string): LogLine {
  const end = text.endsWith('\u0001', line.textEnd) ? line.textEnd - 1 : line.textEnd;
  const textStart = line.textStart + ctcpAction.length;
  return { ...line, kind: 'action', textStart, textEnd: Math.max(end, textStart) };
}

function setTime(line: Draft, stamp: string, at: number): boolean {
  line.time = secondsOfDay(stamp);
  line.timeStart = at;
  line.timeEnd = at + stamp.length;
  return line.time !== undefined;
}

/** A nick may be padded and coloured. */
function setNick(line: Draft, part: string, at: number): boolean {
  const [start, end] = withoutCodes(part);
  line.nick = part.slice(start, end) || part.trim();
  line.nickStart = at + part.indexOf(line.nick);
  line.nickEnd = line.nickStart + line.nick.length;
  return line.nick !== '';
}

/** Where a text begins and ends without blanks and IRC's codes of colour and type around it. */
function withoutCodes(text: string): [start: number, end: number] {
  let start = 0;
  while (start < text.length && isCode(text.charCodeAt(start))) {
    start += text.charCodeAt(start) === colour ? 1 + colourDigits(text, start + 1) : 1;
  }
  let end = text.length;
  for (;;) {
    if (end > start && isCode(text.charCodeAt(end - 1))) end--;
    else if (end - 2 >= start && text.charCodeAt(end - 2) === colour && isDigit(text, end - 1)) end -= 2;
    else if (end - 3 >= start && text.charCodeAt(end - 3) === colour && colourDigits(text, end - 2) === 2) end -= 3;
    else return [start, end];
  }
}

/** The code of a colour, which up to two digits follow. */
const colour = 3;

function isCode(code: number): boolean {
  return code <= 32 || code === 160;
}

function colourDigits(text: string, at: number): number {
  if (!isDigit(text, at)) return 0;
  return isDigit(text, at + 1) ? 2 : 1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
