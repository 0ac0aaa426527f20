import { type Block, perBlock } from '../log/block.js';
import type { LogLine } from '../log/logLine.js';
import type { LogText } from '../log/logText.js';
import { bareLength } from '../log/rows.js';
import { type Command, type CommandParts, commandAt, signedCommandAt } from './commands.js';
import { beginsWithUrl } from './links.js';
import { mayBeReply, type Reply, readReply } from './replies.js';

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

/** The events of a log from a line on, in their order. */
export function* eventsFrom(log: LogText, line: number): Generator<Event> {
  if (line >= log.lineCount) return;
  for (let index = log.blockAt(line); index < log.blocks.length; index++) {
    const start = log.starts[index] as number;
    for (const event of blockEvents(log.blocks[index] as Block)) {
      if (event.line + start >= line) yield { ...event, line: event.line + start };
    }
  }
}

/** The events of one block, which no edit elsewhere changes; their lines count from the block's start. */
export const blockEvents = perBlock((block) =>
  block.rows.flatMap((row, line) => {
    const kind = block.kind(line);
    return kind === 'message' || kind === 'nick' ? (eventAt(line, row, block.line(line)) ?? []) : [];
  }),
);

function eventAt(line: number, row: string, read: LogLine): Event | undefined {
  const { kind, nick, textEnd: end } = read;
  if (kind === 'nick') {
    return { kind, line, nick, start: read.textStart, end, to: row.slice(read.textStart, end) };
  }
  if (kind !== 'message') return undefined;
  const start = skipBlanks(row, read.textStart, end);
  // Most lines are talk: look at one character before anything is cut out.
  const sign = row[start];
  if (sign === '#' || sign === '[' || sign === '!' || sign === '^')
    return commandEvent(line, row, nick, start, end, sign);
  remarkStart.lastIndex = start;
  if (remarkStart.test(row)) return { kind: 'remark', line, nick, start, end };
  const isReply = mayBeReply(row, start);
  if (!isReply && !urlLetters.includes(sign ?? ' ')) return undefined;
  const text = row.slice(start, Math.min(end, bareLength(row)));
  if (beginsWithUrl(text)) return { kind: 'link', line, nick, start, end };
  const reply = isReply ? readReply(text) : undefined;
  return reply && { kind: 'reply', line, nick, start, end, reply };
}

/** With what a vote by remark begins. */
const remarkStart = /(?:[+-]1|[+-]?0)\b/y;
/** With what the schemes of links begin: `http:`, `https:`, `irc:`, `ftp:`, `mailto:`, `ssh:`. */
const urlLetters = 'hifms';

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
  // The blanks behind a word without an argument belong to nothing.
  const argumentStart = Math.min(parts.argumentStart, end);
  return { kind: 'command', line, nick, ...parts, argumentStart, end, sign, word, command: undefined };
}

function skipBlanks(row: string, from: number, to: number): number {
  let at = from;
  while (at < to && (row[at] === ' ' || row[at] === '\t')) at++;
  return at;
}
