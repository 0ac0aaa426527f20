import type { DateHint } from '../log/facts/stamps.js';
import { elementAt } from '../log/indexing.js';
import { type Damage, plainPart, plainText } from '../log/layouts/damage.js';
import type { Place } from '../log/place.js';
import type { Block } from '../log/text/block.js';
import type { LogText } from '../log/text/logText.js';
import { perBlock } from '../log/text/perBlock.js';
import type { Command, Reply } from './dialects/dialect.js';
import { dialects } from './dialects/dialects.js';
import { greetingOf, mayBeReply, readReply } from './dialects/replies.js';
import { type CommandParts, commandAt, signCodes } from './dialects/words.js';
import { beginsWithUrl } from './links.js';
import { firstNotAbove } from './sorted.js';

/**
 * A line that matters to a meeting. Few lines do, and only these are replayed. An event has everything that determines its
 * effect, so that the replay does not need the log's lines. Lines are 0-based.
 */
export type Event = CommandEvent | LinkEvent | ReplyEvent | NickEvent | RemarkEvent;

interface EventBase {
  readonly line: number;
  /** Seconds since midnight by the log's clock; undefined if the line has no time. */
  readonly time: number | undefined;
  /** What its stamp shows besides the time, if it may begin or end a meeting. */
  readonly hint?: DateHint;
  /** Who speaks; the old nick for a change of nick. */
  readonly nick: string;
  /** Where the relevant text is in the line: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** That text. */
  readonly said: string;
  /** The nick of the bridge through which it was said, if it was; bots only hear the bridge. */
  readonly relay?: string;
}

/** A `#word` at the start of what someone says, known or not; or a word with another bot's sign: `[word]`, `!word`. */
export interface CommandEvent extends EventBase, CommandParts {
  readonly kind: 'command';
  /** The word as typed, with its sign. */
  readonly word: string;
  /** What follows it. */
  readonly argument: string;
  /** The end of the line. */
  readonly lineEnd: number;
  /** Whether the client shows that its author is an operator of the channel. */
  readonly isByOp: boolean;
  /** The command in the current dialect. */
  readonly command: Command | undefined;
  /** What the bot said about it. */
  readonly answer: Answer | undefined;
}

/** A bot's reply to a command: that it starts or ends a meeting, or that the bot refuses it. */
export interface Answer {
  readonly kind: 'started' | 'ended' | 'refused';
  /** The nick of the bot. */
  readonly nick: string;
  /** Whom the bot names as the chair of the meeting that starts. */
  readonly owner: string | undefined;
  readonly said: string;
  /** How many lines it is below the command. */
  readonly below: number;
}

/** A line that begins like votes that some bot counts without a command. */
export interface RemarkEvent extends EventBase {
  readonly kind: 'remark';
}

/** A line that begins with a URL. */
export interface LinkEvent extends EventBase {
  readonly kind: 'link';
}

/** What a bot says about the meeting. */
export interface ReplyEvent extends EventBase {
  readonly kind: 'reply';
  readonly reply: Reply;
  /** The name of the dialect whose greeting it is, if it is that of only one. */
  readonly dialect: string | undefined;
}

/** `nick` is now known as `to`. */
export interface NickEvent extends EventBase {
  readonly kind: 'nick';
  readonly to: string;
}

/** The place of a command's argument. */
export function argumentOf({ line, argumentStart, end }: CommandEvent): Place {
  return { line, start: argumentStart, end };
}

/** The place of a command's `#word`. */
export function wordOf({ line, start, wordEnd }: CommandEvent): Place {
  return { line, start, end: wordEnd };
}

/** The events of one block, which edits elsewhere do not change; lines are relative to the block's start. */
export const blockEvents = perBlock((block) => {
  const events: Event[] = [];
  for (let row = 0; row < block.size; row++) {
    if (isTalk(block, row)) continue;
    const kind = block.kind(row);
    const event = kind === 'message' ? said(block, row) : kind === 'nick' ? nickChange(block, row) : undefined;
    if (event) events.push(event);
  }
  return events;
});

/** The event on a line, before it is known what it does; undefined if there is none. */
export function eventOn(text: LogText, line: number): Event | undefined {
  const index = text.blockAt(line);
  const start = elementAt(text.starts, index);
  const events = blockEvents(elementAt(text.blocks, index));
  const event = events[firstNotAbove(events, line - start, (one) => one.line)];
  return event?.line === line - start ? { ...event, line } : undefined;
}

/** Whether a row is obviously talk. */
function isTalk(block: Block, row: number): boolean {
  const start = block.glance(row);
  if (start < 0) return false;
  const end = block.end(row);
  const said = skipBlanks(block.text, start, end);
  return said >= end || !mayBeEvent(block.text, said, end);
}

function nickChange(block: Block, line: number): NickEvent {
  const { nick, time, textStart: start, textEnd: end } = block.line(line);
  const said = plainText(block.damage, block.bare(line).slice(start, end));
  return { kind: 'nick', line, time, nick, start, end, said, to: said };
}

function said(block: Block, row: number): Event | undefined {
  const event = block.damage ? saidDamaged(block, row, block.damage) : saidPlainly(block, row);
  const relay = event && block.relay(row);
  return event && relay !== undefined ? { ...event, relay } : event;
}

function saidPlainly(block: Block, row: number): SaidEvent | undefined {
  const { text } = block;
  const end = block.textEnd(row);
  const begin = skipBlanks(text, block.textStart(row), end);
  if (begin >= end || !mayBeEvent(text, begin, end)) return undefined;
  const start = behindNick(text, begin, end);
  const from = block.start(row);
  return eventOf(block, row, block.bare(row), start - from, end - from);
}

/** The event of a row whose damage is undone; its places are those of the row as it is. */
function saidDamaged(block: Block, row: number, damage: Damage): SaidEvent | undefined {
  const { textStart, textEnd } = block.line(row);
  const line = block.bare(row);
  const said = plainPart(damage, line, textStart, textEnd);
  const text = line.slice(0, textStart) + said.text;
  const start = skipBlanks(text, textStart, text.length);
  if (start >= text.length || !mayBeEvent(text, start, text.length)) return undefined;
  const event = eventOf(block, row, text, start, text.length);
  const bounds = { start: said.start(start - textStart), end: textEnd };
  if (event?.kind !== 'command') return event && { ...event, ...bounds };
  const wordEnd = said.end(event.wordEnd - textStart);
  const argumentStart = Math.min(said.start(event.argumentStart - textStart), textEnd);
  return { ...event, ...bounds, wordEnd, argumentStart, lineEnd: line.length };
}

/** An event in what someone says. */
type SaidEvent = Exclude<Event, NickEvent>;

/** The event that begins at `start` of a line, where what is said begins. */
function eventOf(block: Block, row: number, line: string, start: number, end: number): SaidEvent | undefined {
  return commandOf(block, row, line, start, end) ?? otherOf(block, row, line, start, end);
}

/** The nick of someone for whom a bridge speaks, before a tag of a bot that finds it there. */
const nickBefore = /<[^<>\s]{1,64}>:? (?=[\^!][a-z])/y;

function behindNick(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== openBracket) return start;
  nickBefore.lastIndex = start;
  const length = nickBefore.exec(text)?.[0].length ?? 0;
  return Math.min(start + length, end);
}

/** Whether the first word of what is said may begin an event. */
function mayBeEvent(text: string, start: number, end: number): boolean {
  return mayBegin[text.charCodeAt(start)] === 1 || mayBeLink(text, start, end) || mayBeReply(text, start, end);
}

const remarks = dialects.flatMap(({ voting }) => voting?.remark ?? []);

/** 1 for each ASCII character with which a command can begin, or a command or remark. */
const beginsCommand = new Uint8Array(128);
for (const code of signCodes) beginsCommand[code] = 1;
const mayBegin = beginsCommand.slice();
for (const { signs } of remarks) for (const sign of signs) mayBegin[sign.charCodeAt(0)] = 1;
const openBracket = 60;
mayBegin[openBracket] = 1;

/** Links begin with a scheme; `mailto:` is the longest. */
function mayBeLink(text: string, start: number, end: number): boolean {
  const most = Math.min(end, start + 7);
  for (let at = start; at < most; at++) if (text.charCodeAt(at) === 58) return true;
  return false;
}

function commandOf(block: Block, row: number, line: string, start: number, end: number): CommandEvent | undefined {
  const parts = beginsCommand[line.charCodeAt(start)] === 1 ? commandAt(line, start) : undefined;
  if (!parts) return undefined;
  // Spaces after a word without an argument are dropped.
  const argumentStart = Math.min(parts.argumentStart, end);
  // Written out for speed, since a long log has very many events.
  return {
    kind: 'command',
    line: row,
    time: block.time(row),
    nick: block.nick(row),
    start,
    end,
    said: line.slice(start, end),
    wordEnd: parts.wordEnd,
    argumentStart,
    lineEnd: line.length,
    word: line.slice(start, parts.wordEnd),
    argument: line.slice(argumentStart, end),
    isByOp: isByOp(block, row, line),
    command: undefined,
    answer: undefined,
  };
}

/** Clients show the status of an author before the nick: `@` for operators, `~` and `&` for those above them. */
export function isByOp(block: Block, row: number, line: string): boolean {
  let code = 0;
  // Behind `+` and `%`, which are lesser signs.
  for (let at = block.nickStart(row) - 1; at >= 0; at--) {
    code = line.charCodeAt(at);
    if (code !== 43 && code !== 37) break;
  }
  return code === 64 || code === 126 || code === 38;
}

function otherOf(block: Block, row: number, line: string, start: number, end: number): SaidEvent | undefined {
  const text = line.slice(start, end);
  const isRemark = remarks.some(({ pattern }) => pattern.test(text));
  const isLink = !isRemark && beginsWithUrl(text);
  const reply = isRemark || isLink ? undefined : readReply(text);
  if (!isRemark && !isLink && !reply) return undefined;
  const base = { line: row, time: block.time(row), nick: block.nick(row), start, end, said: text };
  if (reply) return { kind: 'reply', ...base, reply, dialect: greetingOf(text, reply)?.name };
  return { kind: isRemark ? 'remark' : 'link', ...base };
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
