import { type LineKind, type LogLine, unread } from '../logLine.js';
import type { HeadScan } from './messageScanner.js';
import { type LineRule, readBy } from './rule.js';

/** How one chat program writes its log. */
export interface Layout {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** One line for people who have to choose a layout. */
  readonly title: string;
  /** Lines as they are found in such logs, with their reading; a test runs each of them. */
  readonly samples: readonly Sample[];
  /** Finds what the first rule does, which is that of messages, faster; a test holds the two together. */
  readonly head?: HeadScan;
  /** What lines are; the first rule that a line follows holds. */
  readonly rules: readonly LineRule[];
  /**
   * For layouts with headings that say who speaks below them: what a line is, by what its rules make of it and by the
   * line that counts above it.
   */
  readonly below?: (text: string, read: LogLine | undefined, above: LogLine | undefined) => LogLine;
  /** Bridges to other networks: in what they say, `<nick>` is the speaker. */
  readonly relays?: ReadonlySet<string>;
}

/** A line and what it must be read into, with its time as `HH:MM:SS`. */
export type Sample = readonly [line: string, kind: LineKind, time?: string | undefined, nick?: string, text?: string];

/**
 * Reads one line, without its line end, in time linear in its length. `above` is the last line above it that says who
 * speaks, for layouts with headings. A line that is not in the layout gives `unread`; no text throws.
 */
export function readLine(layout: Layout, text: string, above?: LogLine): LogLine {
  return readWithin(layout, text, 0, text.length, above);
}

/**
 * Reads the line that a text has from `from` to `to`; its offsets count from its own start. A byte-order mark in
 * front of it is passed over.
 */
export function readWithin(layout: Layout, text: string, from: number, to: number, above?: LogLine): LogLine {
  if (from < to && text.charCodeAt(from) === byteOrderMark)
    return movedBy(readBare(layout, text, from + 1, to, above), 1);
  return readBare(layout, text, from, to, above);
}

const byteOrderMark = 0xfeff;

function movedBy(line: LogLine, by: number): LogLine {
  return {
    ...line,
    timeStart: line.timeStart + by,
    timeEnd: line.timeEnd + by,
    nickStart: line.nickStart + by,
    nickEnd: line.nickEnd + by,
    textStart: line.textStart + by,
    textEnd: line.textEnd + by,
  };
}

function readBare({ rules, below, relays }: Layout, text: string, from: number, to: number, above?: LogLine): LogLine {
  const read = readBy(rules, text, from, to);
  const line = below ? below(text.slice(from, to), read, above) : (read ?? unread);
  return relays?.has(line.nick) ? relayed(line, text.slice(from, to)) : line;
}

/** Whether a line says who speaks below it, in a layout with headings. */
export function saysWhoSpeaks({ kind }: LogLine): boolean {
  return kind === 'heading' || kind === 'message' || kind === 'other';
}

/** `<nick> ` at the start of what a bridge says. */
export const relayedNick = /^<[@+%&~ ]{0,4}([^@+%&~ >][^>]{0,100})> ?/;

function relayed(line: LogLine, text: string): LogLine {
  const match = relayedNick.exec(text.slice(line.textStart, line.textEnd));
  if (!match || line.kind !== 'message') return line;
  const [whole, nick = ''] = match;
  const nickStart = line.textStart + whole.indexOf(nick);
  return { ...line, nick, nickStart, nickEnd: nickStart + nick.length, textStart: line.textStart + whole.length };
}
