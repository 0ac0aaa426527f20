import { type LineKind, type LogLine, unread } from '../logLine.js';
import type { HeadScan } from './messageScanner.js';
import { type LineRule, readBy } from './rule.js';

/** How one chat program writes its log. */
export interface Layout {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** A description for people, in one line. */
  readonly title: string;
  /** Lines of such logs and how they must be read; a test checks each of them. */
  readonly samples: readonly Sample[];
  /** A faster equivalent of the first rule, which reads messages; a test checks that they agree. */
  readonly head?: HeadScan;
  /** What lines are; the first rule that matches a line applies. */
  readonly rules: readonly LineRule[];
  /**
   * For layouts with headings that name the speaker of the lines below: what a line is, given what its rules make of it and the
   * last heading above it.
   */
  readonly below?: (text: string, read: LogLine | undefined, above: LogLine | undefined) => LogLine;
  /** Bridges to other networks: `<nick>` at the start of what they say is the speaker. */
  readonly relays?: ReadonlySet<string>;
}

/** A line and its expected reading, with its time as `HH:MM:SS`. */
export type Sample = readonly [line: string, kind: LineKind, time?: string | undefined, nick?: string, text?: string];

/**
 * Reads one line, without its line end, in time linear in its length. `above` is the last line above it that names a speaker, for
 * layouts with headings. Returns `unread` for a line that is not in the layout; never throws.
 */
export function readLine(layout: Layout, text: string, above?: LogLine): LogLine {
  return readWithin(layout, text, 0, text.length, above);
}

/**
 * Reads the line of a text from `from` to `to`; its offsets are relative to the line's start. A byte-order mark before it is
 * skipped.
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

/** Whether a line names the speaker of the lines below it, in a layout with headings. */
export function saysWhoSpeaks({ kind }: LogLine): boolean {
  return kind === 'heading' || kind === 'message' || kind === 'other';
}

/** `<nick> ` at the start of a bridge's messages. */
export const relayedNick = /^<[@+%&~ ]{0,4}([^@+%&~ >][^>]{0,100})> ?/;

function relayed(line: LogLine, text: string): LogLine {
  const match = relayedNick.exec(text.slice(line.textStart, line.textEnd));
  if (!match || line.kind !== 'message') return line;
  const [whole, nick = ''] = match;
  const nickStart = line.textStart + whole.indexOf(nick);
  return { ...line, nick, nickStart, nickEnd: nickStart + nick.length, textStart: line.textStart + whole.length };
}
