import { type Block, perBlock } from '../log/text/block.js';
import { type Command, type CommandParts, commandAt, signedCommandAt } from './dialects/commands.js';
import { mayBeReply, type Reply, readReply } from './dialects/replies.js';
import { beginsWithUrl } from './links.js';

/** A line that means something to a meeting. Few lines do: only these are replayed. Lines are 0-based. */
export type Event = CommandEvent | LinkEvent | ReplyEvent | NickEvent | RemarkEvent;

interface EventBase {
  readonly line: number;
  /** Who speaks; in a change of nick, the old one. */
  readonly nick: string;
  /** Where the text that matters stands in the line: UTF-16 offsets, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A `#word` at the start of what somebody says, known or not; or a word with the sign of another bot, `[word]`, `!word`, `^word`. */
export interface CommandEvent extends EventBase, CommandParts {
  readonly kind: 'command';
  readonly sign: '#' | '[' | '!' | '^';
  /** The word as it was typed, without the sign. */
  readonly word: string;
  /** The command that it is to the bot at hand. */
  readonly command: Command | undefined;
}

/** `+1`, `-1`, `0` and the like at the start of a line: a vote, where one is open and the bot counts so. */
export interface RemarkEvent extends EventBase {
  readonly kind: 'remark';
}

/** A line that begins with a URL. */
export interface LinkEvent extends EventBase {
  readonly kind: 'link';
}

/** What a bot says of the meeting. */
export interface ReplyEvent extends EventBase {
  readonly kind: 'reply';
  readonly reply: Reply;
}

/** `nick` is now known as `to`. */
export interface NickEvent extends EventBase {
  readonly kind: 'nick';
  readonly to: string;
}

/** The events of one block, which no edit elsewhere changes; their lines count from the block's start. */
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

/** Whether a row is seen at a glance to be talk. */
function isTalk(block: Block, row: number): boolean {
  const start = block.glance(row);
  if (start < 0) return false;
  const end = block.end(row);
  const said = skipBlanks(block.text, start, end);
  return said >= end || !mayBeEvent(block.text, said, end);
}

function nickChange(block: Block, line: number): NickEvent {
  const { nick, textStart: start, textEnd: end } = block.line(line);
  return { kind: 'nick', line, nick, start, end, to: block.bare(line).slice(start, end) };
}

function said(block: Block, row: number): Event | undefined {
  const { text } = block;
  const end = block.textEnd(row);
  const start = skipBlanks(text, block.textStart(row), end);
  if (start >= end || !mayBeEvent(text, start, end)) return undefined;
  const from = block.start(row);
  return eventAt(row, block.bare(row), block.nick(row), start - from, end - from);
}

/** Whether what is said may be an event, by its first word. */
function mayBeEvent(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  return isSign(first) || mayBeLink(text, start, end) || mayBeReply(text, start, end);
}

/** With what commands and remarks begin: `#`, `[`, `!`, `^`, `+`, `-`, `0`. */
function isSign(code: number): boolean {
  return code === 35 || code === 91 || code === 33 || code === 94 || code === 43 || code === 45 || code === 48;
}

/** Links begin with a scheme, of which `mailto:` is the longest. */
function mayBeLink(text: string, start: number, end: number): boolean {
  const most = Math.min(end, start + 7);
  for (let at = start; at < most; at++) if (text.charCodeAt(at) === 58) return true;
  return false;
}

function eventAt(line: number, row: string, nick: string, start: number, end: number): Event | undefined {
  const sign = row[start];
  if (sign === '#' || sign === '[' || sign === '!' || sign === '^')
    return commandEvent(line, row, nick, start, end, sign);
  remarkStart.lastIndex = start;
  if (remarkStart.test(row)) return { kind: 'remark', line, nick, start, end };
  const text = row.slice(start, end);
  if (beginsWithUrl(text)) return { kind: 'link', line, nick, start, end };
  const reply = readReply(text);
  return reply && { kind: 'reply', line, nick, start, end, reply };
}

/** With what a vote by remark begins. */
const remarkStart = /(?:[+-]1|[+-]?0)\b/y;

function commandEvent(
  line: number,
  row: string,
  nick: string,
  start: number,
  end: number,
  sign: CommandEvent['sign'],
): Event | undefined {
  const parts = sign === '#' ? commandAt(row, start) : signedCommandAt(row, start);
  if (!parts) return undefined;
  const word = row.slice(start + 1, sign === '[' ? parts.wordEnd - 1 : parts.wordEnd);
  return {
    kind: 'command',
    line,
    nick,
    start,
    wordEnd: parts.wordEnd,
    // The blanks behind a word without an argument belong to nothing.
    argumentStart: Math.min(parts.argumentStart, end),
    end,
    sign,
    word,
    command: undefined,
  };
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
