import type { DateOrder } from '../facts/dateNotation.js';
import { type LineKind, type LogLine, unread } from '../logLine.js';
import { cleaned, type Damage, rangeOf } from './damage.js';
import type { HeadScan } from './messageScanner.js';
import { type Padding, unpadded } from './padding.js';
import { type RelayForm, relayedIn } from './relayed.js';
import { type LineRule, readBy } from './rule.js';
import { type Trailer, trailerOf } from './trailer.js';

/** How one chat program writes its log. */
export interface Layout {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** A description for people, in one line. */
  readonly title: string;
  /** Lines of such logs and how they must be read; a test checks each of them. */
  readonly samples: readonly Sample[];
  /** For layouts with headings: the lines of someone who says something. */
  readonly speech?: readonly string[];
  /** In which order a log writes days and months in numbers, if that matters. */
  readonly dateOrder?: DateOrder;
  /** Whether it was learnt from a log's first lines. Such a log needs the start of a meeting to be a meeting's. */
  readonly isLearnt?: true;
  /** A faster equivalent of the first rule, which reads messages; a test checks that they agree. */
  readonly head?: HeadScan;
  /** What lines are; the first rule that matches a line applies. */
  readonly rules: readonly LineRule[];
  /**
   * For layouts with headings that name the speaker of the lines below: what a line is, given what its rules make of it, the last
   * heading above it, and the lines below it, as many as `lookahead`.
   */
  readonly below?: (
    text: string,
    read: LogLine | undefined,
    above: LogLine | undefined,
    ahead: readonly string[],
  ) => LogLine;
  /** How many lines below a line show what it is; none if not given. */
  readonly lookahead?: number;
  /** The nicks of bridges to other networks, and how they write who speaks. */
  readonly relays?: ReadonlyMap<string, RelayForm>;
  /** What happened to the log on its way, which is undone before a line is read. */
  readonly damage?: Damage | undefined;
  /** What the log's program writes before what is said. */
  readonly padding?: Padding | undefined;
  /** What the log's program writes behind what is said. */
  readonly trailer?: Trailer | undefined;
}

/** A line and its expected reading, with its time as `HH:MM:SS`. */
export type Sample = readonly [line: string, kind: LineKind, time?: string | undefined, nick?: string, text?: string];

/** What is around a line: the last line above it that names a speaker, and lines below it, without line ends. */
export interface Around {
  readonly above?: LogLine | undefined;
  readonly ahead?: readonly string[];
}

/**
 * Reads one line, without its line end, in time linear in its length. What is around it matters in layouts with headings.
 * Returns `unread` for a line that is not in the layout; never throws.
 */
export function readLine(layout: Layout, text: string, around?: Around): LogLine {
  return readWithin(layout, text, 0, text.length, around);
}

/**
 * Reads the line of a text from `from` to `to`; its offsets are relative to the line's start. A byte-order mark before it is
 * skipped.
 */
export function readWithin(layout: Layout, text: string, from: number, to: number, around: Around = {}): LogLine {
  if (from < to && text.charCodeAt(from) === byteOrderMark)
    return movedBy(readMended(layout, text, from + 1, to, around), 1);
  return readMended(layout, text, from, to, around);
}

/** Reads a line without its damage; the offsets are those of the line with it. */
function readMended(layout: Layout, text: string, from: number, to: number, around: Around): LogLine {
  const { damage } = layout;
  if (!damage) return readBare(layout, text, from, to, around);
  const whole = cleaned(damage, text.slice(from, to));
  const ahead = around.ahead?.map((row) => cleaned(damage, row).text) ?? [];
  const line = readBare(layout, whole.text, 0, whole.text.length, { ...around, ahead });
  const { start: timeStart, end: timeEnd } = rangeOf(whole, line.timeStart, line.timeEnd);
  const { start: nickStart, end: nickEnd } = rangeOf(whole, line.nickStart, line.nickEnd);
  const { start: textStart, end: textEnd } = rangeOf(whole, line.textStart, line.textEnd);
  return { ...line, timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd };
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

function readBare(layout: Layout, text: string, from: number, to: number, around: Around): LogLine {
  const trailer = layout.trailer && trailerOf(layout.trailer, text, from, to);
  const line = readPlain(layout, text, from, trailer ? trailer.from : to, around);
  const form = layout.relays?.get(line.nick);
  const own = form ? relayed(line, text.slice(from, to), form) : line;
  const bare = layout.padding ? unpadded(own, text, from, layout.padding) : own;
  return trailer ? { ...bare, ...trailer.stamp } : bare;
}

/** A line as if there were no bridges. */
function readPlain({ rules, below }: Layout, text: string, from: number, to: number, around: Around): LogLine {
  const read = readBy(rules, text, from, to);
  return below ? below(text.slice(from, to), read, around.above, around.ahead ?? []) : (read ?? unread);
}

/** The nick of the bridge that wrote a line for someone else; undefined if no bridge did. */
export function relayOf(layout: Layout, text: string): string | undefined {
  if (!layout.relays) return undefined;
  const { relays: _, ...plain } = layout;
  const { nick, textStart } = readLine(plain, text);
  return layout.relays.has(nick) && readLine(layout, text).textStart > textStart ? nick : undefined;
}

/** Whether a line names the speaker of the lines below it, in a layout with headings. */
export function saysWhoSpeaks({ kind }: LogLine): boolean {
  return kind === 'heading' || kind === 'message' || kind === 'other';
}

function relayed(line: LogLine, text: string, form: RelayForm): LogLine {
  const found = line.kind === 'message' && relayedIn(text.slice(line.textStart, line.textEnd), form);
  if (!found) return line;
  return {
    ...line,
    kind: found.kind,
    nick: found.nick,
    nickStart: line.textStart + found.nickStart,
    nickEnd: line.textStart + found.nickEnd,
    textStart: line.textStart + found.textStart,
  };
}
