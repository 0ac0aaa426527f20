import { type LogLine, unread } from '../logLine.js';
import type { Point } from '../place.js';
import type { LogText } from '../text/logText.js';
import type { Said } from './said.js';
import { lineEndOf, writtenRows } from './writeLine.js';

/* Puts lines into a log so that no other line is read as anything else: below a heading, each line depends on those above it. */

/** An edit of a log. */
export interface Insertion {
  readonly from: Point;
  readonly to: Point;
  readonly text: string;
}

/** What is to be put into a log, and where. */
export interface Wanted {
  readonly said: readonly Said[];
  /** The 0-based line above which it is to be; the number of lines for the end. */
  readonly at: number;
  /** How many lines it replaces, beginning with that one. */
  readonly removed?: number;
  /** The line whose style and time it has. */
  readonly near: number;
  /** A line that is a better model. */
  readonly like?: number | undefined;
}

/**
 * The edit that puts something said into a log, at a line or as near to it as possible without changing what other lines are.
 * Undefined if there is none.
 */
export function insertion(text: LogText, wanted: Wanted): Insertion | undefined {
  const speeches = wanted.said.map((said) => writtenRows(text, wanted.near, said, wanted.like));
  const written = speeches.flatMap((one) => one ?? []);
  if (written.length < speeches.length) return undefined;
  const gap = Math.max(0, ...written.map((one) => one.gap));
  const rows = written.map((one) => one.rows);
  if (!text.layout.below) return edit(text, behindWrapped(text, wanted), wanted.removed ?? 0, rows.flat());
  for (const [at, filled] of places(text, wanted, rows, gap)) {
    const found = edit(text, at, wanted.removed ?? 0, filled);
    if (isHarmless(text, found, at, wanted)) return found;
  }
  return undefined;
}

/** Not within a message that was wrapped. */
function behindWrapped(text: LogText, { at, removed = 0 }: Wanted): number {
  let line = at;
  while (removed === 0 && line < text.lineCount && text.read(line).kind === 'continuation') line++;
  return line;
}

/** How far from the wanted place another one is looked for, in lines. */
const mostMoved = 12;

type Rows = readonly string[];

/**
 * Places for rows in a layout with headings, best first: as wanted, above a heading or below what ends a text, with a heading for
 * what is below, and at the start or end of what someone says in several lines.
 */
function* places(
  text: LogText,
  { at, near, removed = 0 }: Wanted,
  speeches: readonly Rows[],
  gap: number,
): Generator<readonly [at: number, rows: Rows]> {
  const blanks = (isApart: boolean) => Array.from({ length: isApart ? 0 : gap }, () => '');
  const inner = speeches.flatMap((rows, index) => [...blanks(index === 0), ...rows]);
  const above = (line: number) => [...blanks(line === 0 || isBlank(text, line - 1)), ...inner];
  const below = (line: number) => blanks(line >= text.lineCount || isBlank(text, line));
  yield [at, [...above(at), ...below(at + removed)]];
  if (removed === 0) for (const line of moved(text, at, isBetween)) yield [line, [...above(line), ...below(line)]];
  let filled = at + removed;
  while (filled < text.lineCount && filled - at < mostMoved && isBlank(text, filled)) filled++;
  const again = headOf(text, filled);
  const place = removed > 0 ? at : filled;
  if (again) yield [place, [...above(place), ...blanks(false), ...again]];
  if (removed > 0) return;
  const speaker = text.read(near);
  const isSpoken = (_: LogText, line: number) => isBetween(text, line) || isSame(text.read(line), speaker);
  for (const line of moved(text, at, isSpoken)) {
    if (line <= near === at <= near) yield [line, [...above(line), ...below(line)]];
  }
}

/** Lines above and below a line, as far as all lines in between may be passed. */
function* moved(text: LogText, at: number, mayPass: (text: LogText, line: number) => boolean): Generator<number> {
  for (let line = at - 1; line >= 0 && at - line <= mostMoved && mayPass(text, line); line--) yield line;
  for (let line = at; line < text.lineCount && line - at < mostMoved && mayPass(text, line); line++) yield line + 1;
}

/** The lines that say again who speaks in a line. */
function headOf(text: LogText, line: number): Rows | undefined {
  const { kind, nick, nickStart, nickEnd } = line < text.lineCount ? text.read(line) : unread;
  const isCarried = nickEnd === nickStart && nick !== '';
  if (!isCarried || (kind !== 'message' && kind !== 'heading')) return undefined;
  const found = writtenRows(text, line, { kind: 'message', nick, text: 'text' });
  return found && found.at === found.rows.length - 1 ? found.rows.slice(0, -1) : undefined;
}

/** Whether a line is no text. */
function isBetween(text: LogText, line: number): boolean {
  return text.read(line).kind === 'heading' || isBlank(text, line);
}

function isBlank(text: LogText, line: number): boolean {
  return text.text(line).trim() === '';
}

function edit(text: LogText, at: number, removed: number, rows: Rows): Insertion {
  const end = lineEndOf(text);
  const last = text.lineCount - 1;
  // A byte-order mark stays first.
  const start = { line: at, character: at === 0 && text.row(0).startsWith(byteOrderMark) ? 1 : 0 };
  if (removed > 0) {
    const to = Math.min(at + removed - 1, last);
    return {
      from: start,
      to: { line: to, character: text.text(to).length },
      text: rows.join(end),
    };
  }
  const isBehindAll = at > last;
  const place = isBehindAll ? { line: last, character: text.text(last).length } : start;
  const written = rows.join(end);
  return { from: place, to: place, text: isBehindAll ? end + written : written + end };
}

const byteOrderMark = '\uFEFF';

/** How many lines above and below the new ones are read again. */
const [mostAbove, mostBelow] = [8, 64];

/** Whether a log with an insertion has in it what was said, and is otherwise read as before. */
function isHarmless(text: LogText, { from, to, text: added }: Insertion, at: number, wanted: Wanted): boolean {
  const { said, removed = 0 } = wanted;
  const next = text.replace(from, to, added);
  if (next.layout !== text.layout) return false;
  const by = next.lineCount - text.lineCount;
  const isKept = (line: number, moved: number) => isSame(text.read(line), next.read(line + moved));
  for (let line = Math.max(0, at - mostAbove); line < at; line++) if (!isKept(line, 0)) return false;
  const below = at + removed;
  for (let line = below; line < Math.min(text.lineCount, below + mostBelow); line++) {
    if (!isKept(line, by)) return false;
  }
  const found = Array.from({ length: by + removed }, (_, index) => next.read(at + index)).filter(({ kind }) =>
    said.some((one) => one.kind === kind),
  );
  return (
    found.length === said.length &&
    said.every(({ kind, nick }, index) => found[index]?.kind === kind && found[index]?.nick === nick)
  );
}

/** Whether two lines are of the same kind, speaker and time; headings need not have a time that is only that of another one. */
function isSame(line: LogLine, other: LogLine): boolean {
  const isText = line.kind !== 'heading' && line.kind !== 'other';
  return line.kind === other.kind && (!isText || (line.nick === other.nick && line.time === other.time));
}
