import { elementAt } from '../indexing.js';
import { type Around, type Layout, readWithin, saysWhoSpeaks } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { isTimed } from '../layouts/oddLines.js';
import { commandsIn, isBareCommand } from '../learn/commandSigns.js';
import { bareLength } from '../lineEnds.js';
import { type LineKind, type LogLine, unread } from '../logLine.js';
import { withRelays } from './relays.js';

/* Which layout reads a log best is found by trying. */

/** How many lines a second layout must read that the first does not, for logs that change their clock or program. */
const enoughMixed = 3;
/** The share of a log with headings that must be times; otherwise any text would be such a log. */
const enoughTimes = 0.08;

/** What a layout makes of rows. */
export interface Trial {
  readonly layout: Layout;
  readonly lines: readonly LogLine[];
  /** How many rows it reads; notes in any words count half. */
  readonly score: number;
}

/** How a layout reads rows, which may have line ends; blank ones must be left out. */
export function trialOf(layout: Layout, rows: readonly string[]): Trial {
  const lines = readAll(rows, layout);
  return { layout, lines, score: misreadsNames(rows, lines) ? 0 : score(lines, layout) };
}

/** A trial in which nothing is read. */
export function nothingRead(rows: readonly string[]): Trial {
  return { layout: elementAt(layouts, 0), lines: rows.map(() => unread), score: 0 };
}

/** The trial with the highest rank, the first one in a tie. Stops at a layout that reads all rows. */
export function bestTrial(
  rows: readonly string[],
  among: readonly Layout[],
  rankOf: (trial: Trial) => number = ({ score: read }) => read,
): Trial {
  let best: { readonly trial: Trial; readonly rank: number } | undefined;
  for (const layout of among) {
    const trial = trialOf(layout, rows);
    const rank = rankOf(trial);
    if (!best || rank > best.rank) best = { trial, rank };
    if (best.rank === rows.length) break;
  }
  if (!best) throw new RangeError('there is no layout to try');
  return best.trial;
}

/** How many texts begin with a command: one within a text shows that its head is longer than the layout knows. */
export function openedBy({ layout, lines }: Trial, rows: readonly string[]): number {
  const bridged = withRelays(layout, rows, lines);
  return (bridged.relays ? readAll(rows, bridged) : lines).filter(({ kind, textStart }, index) => {
    const row = elementAt(rows, index);
    return (
      kind === 'message' && commandsIn(row).some((at) => at >= textStart && row.slice(textStart, at).trim() === '')
    );
  }).length;
}

/** Whether a layout takes commands or stamps for names: no one has such a name. */
function misreadsNames(rows: readonly string[], lines: readonly LogLine[]): boolean {
  const named = lines.filter(({ nick }) => nick !== '');
  if (named.filter(({ nick }) => /\d{1,2}:\d\d(?!\d)/.test(nick)).length > named.length / 2) return true;
  return lines.some(({ kind, nick }, index) => isHeading(kind, nick) && isBareCommand(elementAt(rows, index)));
}

function isHeading(kind: LineKind, nick: string): boolean {
  return kind === 'heading' && nick !== '';
}

/**
 * How many lines a layout has read. A layout in which a client's notes are in any words reads the messages of others as notes, so
 * these count less; so do messages without a nick, and those of which none has the time that the layout has.
 */
function score(lines: readonly LogLine[], layout: Layout): number {
  const times = lines.filter(({ kind, timeEnd }) => kind === 'heading' && timeEnd > 0).length;
  if (layout.below && !layout.isLearnt && times < lines.length * enoughTimes) return 0;
  const notes = lines.filter(({ kind, nick }) => kind === 'notice' && nick === '').length;
  const [said, done] = (['message', 'action'] as const).map((own) => lines.filter(({ kind }) => kind === own).length);
  const untimed = isTimed(layout) && lines.every(({ time }) => time === undefined) ? (said ?? 0) : 0;
  const nameless = layout.isLearnt ? 0 : lines.filter(({ kind, nick }) => kind === 'message' && nick === '').length;
  return (
    countRead(lines) - (notes + nameless + untimed) / 2 - Math.max(0, (done ?? 0) - (said ?? 0) - countHeads(lines)) / 2
  );
}

function countHeads(lines: readonly LogLine[]): number {
  return lines.filter(({ kind }) => kind === 'heading').length;
}

/** How many lines are read, and do not only go on what is above. */
export function countRead(lines: readonly LogLine[]): number {
  return lines.filter(isRead).length;
}

/** Whether a layout cannot read a line. */
function isLeft({ kind }: LogLine): boolean {
  return kind === 'other' || kind === 'continuation';
}

function isRead(line: LogLine): boolean {
  return !isLeft(line);
}

/** The same in a layout with times: messages without them suggest a second layout, which may know more such lines. */
function isTimedLine(line: LogLine): boolean {
  return isRead(line) && !(line.kind === 'message' && line.time === undefined);
}

function readAll(rows: readonly string[], layout: Layout): LogLine[] {
  const { lookahead = 0 } = layout;
  let above: LogLine | undefined;
  return rows.map((row, index) => {
    const ahead = rows.slice(index + 1, index + 1 + lookahead).map((next) => next.slice(0, bareLength(next)));
    const line = readRow(row, layout, { above, ahead });
    if (saysWhoSpeaks(line)) above = line;
    return line;
  });
}

/** The same layout with the rules of a second one, if that reads enough of the other lines. */
export function mixed(first: Trial, rows: readonly string[], among: readonly Layout[]): Trial {
  if (first.layout.below) return first;
  const isOf = isTimed(first.layout) ? isTimedLine : isRead;
  const left = rows.filter((_, index) => !isOf(elementAt(first.lines, index)));
  if (left.length < enoughMixed) return first;
  const others = among.filter(({ below, name }) => !below && name !== first.layout.name);
  const second = bestTrial(left, others);
  if (second.score < enoughMixed) return first;
  return trialOf({ ...first.layout, rules: [...first.layout.rules, ...second.layout.rules] }, rows);
}

function readRow(row: string, layout: Layout, around?: Around): LogLine {
  return readWithin(layout, row, 0, bareLength(row), around);
}
