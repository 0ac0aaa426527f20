import type { DateOrder } from '../facts/dateNotation.js';
import { elementAt } from '../indexing.js';
import { type Around, type Layout, readWithin, saysWhoSpeaks } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { paddingOf } from '../layouts/padding.js';
import { trailerIn } from '../layouts/trailer.js';
import { areWrapped, bareLine } from '../layouts/wraps.js';
import { commandIn, isBareCommand } from '../learn/commandSigns.js';
import { learntLayouts } from '../learn/learnLayouts.js';
import { bareLength } from '../lineEnds.js';
import { type LogLine, unread } from '../logLine.js';
import { DateOrderFinder } from './dateOrder.js';
import { type Mended, mended, mendedBy } from './findDamage.js';
import { areSameRelays, withRelays } from './relays.js';

/** The most lines examined to find the layout of a log. */
const headLength = 300;
/** The most lines examined to find in which order a log writes days and months, if those above leave it open. */
const datedLength = 3000;
/** How many lines a second layout must read that the first does not, for logs that change their clock or program. */
const enoughMixed = 3;
/** The share of a log with headings that must be times; otherwise any text would be such a log. */
const enoughTimes = 0.08;

export interface LayoutDetection {
  /** The layout, with rules of another one for lines that it cannot read, and the log's bridges. */
  readonly layout: Layout;
  /** The share of non-blank lines at the log's head that are read: 0 (none) to 1 (all). */
  readonly confidence: number;
  /** How many lines were examined: changes below them do not matter. */
  readonly looked: number;
}

/** The layout that reads most of a log's first lines. Only looks at the text, never at the file name. */
export function detectLayout(rows: Iterable<string>): LayoutDetection {
  const { head, looked, order } = headOf(rows);
  const trial = foundIn(head);
  const confidence = head.length === 0 ? 0 : countRead(trial.found.lines) / head.length;
  return { layout: withWraps(trial, withHabits(trial, order)), confidence, looked };
}

/** The share of a log's first non-blank lines that a layout reads: 0 (none) to 1 (all). */
export interface LayoutFit {
  readonly layout: Layout;
  readonly read: number;
}

/** All layouts, best first. */
export function layoutFits(rows: Iterable<string>): readonly LayoutFit[] {
  const { rows: head } = foundIn(headOf(rows).head);
  const fits = layouts.map((layout) => ({
    layout,
    read: head.length === 0 ? 0 : score(readAll(head, layout), layout) / head.length,
  }));
  return fits.sort((a, b) => b.read - a.read);
}

/** A layout that was chosen for a log: no other is mixed in, but bridges are detected. */
export function chosenLayout(layout: Layout, rows: Iterable<string>): LayoutDetection {
  const { head, looked, order } = headOf(rows);
  const read = (lines: readonly string[]) => trialOf(layout, lines);
  const trial = layout.damage ? mendedBy(layout.damage, head, read) : mended(head, read, countOf);
  return { layout: withHabits(trial, order), confidence: 1, looked };
}

/** The same layout with a log's new bridges, padding and order of dates; undefined if they are unchanged. */
export function withOtherRelays(found: LayoutDetection, rows: Iterable<string>): LayoutDetection | undefined {
  const { relays: _, dateOrder: __, ...plain } = found.layout;
  const { head, looked, order } = headOf(rows);
  const trial = mendedBy(plain.damage, head, (lines) => trialOf(plain, lines));
  const layout = withHabits(trial, order);
  return areSameHabits(found.layout, layout) ? undefined : { ...found, layout, looked };
}

function areSameHabits(one: Layout, other: Layout): boolean {
  const isSamePadding = one.padding?.width === other.padding?.width && one.padding?.column === other.padding?.column;
  const isSameTrailer = one.trailer?.pattern === other.trailer?.pattern;
  return areSameRelays(one, other) && isSamePadding && isSameTrailer && one.dateOrder === other.dateOrder;
}

/** A log that a known layout reads as well as this is not learnt from. */
const wellRead = 0.8;

/** What reads most of a log's head: a known layout, or else one that is learnt from it. */
function foundIn(head: readonly string[]): Mended<Trial> {
  const known = mended(head, bestKnown, countOf);
  const commands = known.rows.filter((row) => commandIn(row) >= 0).length;
  const opened = openedBy(known);
  if (commands === 0 || (countOf(known.found) >= head.length * wellRead && opened * 2 >= commands)) return known;
  const learnt = mended(head, bestLearnt, countOf);
  const isBetter = openedBy(learnt) > opened || countOf(learnt.found) > countOf(known.found);
  return isBetter && openedBy(learnt) >= opened ? learnt : known;
}

/** How many texts begin with a command: one within a text shows that its head is longer than a layout knows. */
function openedBy({ rows, found: { layout, lines } }: Mended<Trial>): number {
  const bridged = withRelays(layout, rows, lines);
  return (bridged.relays ? readAll(rows, bridged) : lines).filter(({ kind, textStart }, index) => {
    const row = elementAt(rows, index);
    const at = kind === 'message' ? commandIn(row) : -1;
    return at >= textStart && row.slice(textStart, at).trim() === '';
  }).length;
}

function bestKnown(head: readonly string[]): Trial {
  return mixed(bestTrial(head, layouts), head, layouts);
}

/** The best of what is learnt; known layouts read what it leaves. */
function bestLearnt(head: readonly string[]): Trial {
  const learnt = learntLayouts(head);
  return learnt.length === 0 ? noTrial(head) : mixed(bestTrial(head, learnt), head, [...learnt, ...layouts]);
}

/** Nothing is read. */
function noTrial(rows: readonly string[]): Trial {
  return { layout: elementAt(layouts, 0), lines: rows.map(() => unread) };
}

function inOrder(layout: Layout, dateOrder: DateOrder | undefined): Layout {
  return dateOrder ? { ...layout, dateOrder } : layout;
}

interface Head {
  /** The first lines that are not blank. */
  readonly head: readonly string[];
  readonly looked: number;
  readonly order: DateOrder | undefined;
}

function headOf(rows: Iterable<string>): Head {
  const head: string[] = [];
  const dates = new DateOrderFinder();
  let looked = 0;
  for (const row of rows) {
    looked++;
    if (row.trim() !== '' && head.length < headLength) head.push(row);
    dates.add(row);
    if (head.length === headLength && (!dates.isOpen || looked >= datedLength))
      return { head, looked, order: dates.order };
  }
  // Lines that may still be added count as well.
  return { head, looked: Number.POSITIVE_INFINITY, order: dates.order };
}

/** How a layout reads the rows of a log whose damage is undone. */
function trialOf({ damage: _, padding: __, trailer: ___, ...layout }: Layout, rows: readonly string[]): Trial {
  return { layout, lines: readAll(rows, layout) };
}

/** The layout with what only this log shows: its damage, bridges and padding. */
function withHabits({ damage, rows, found: { layout, lines } }: Mended<Trial>, order: DateOrder | undefined): Layout {
  const [padding, trailer] = [paddingOf(rows, lines), trailerIn(rows, lines)];
  const dated = inOrder(layout, damage ? orderOf(rows) : order);
  const habits = { ...(damage && { damage }), ...(padding && { padding }), ...(trailer && { trailer }) };
  return { ...withRelays(dated, rows, lines), ...habits };
}

function orderOf(rows: readonly string[]): DateOrder | undefined {
  const dates = new DateOrderFinder();
  for (const row of rows) dates.add(row);
  return dates.order;
}

function countOf({ lines, layout }: Trial): number {
  return score(lines, layout);
}

/** The same layout, in which lines without a stamp belong to the message above if they do so in this log. */
function withWraps({ rows, found: { layout, lines } }: Mended<Trial>, own: Layout): Layout {
  return layout.below || !areWrapped(rows, lines) ? own : { ...own, rules: [...own.rules, bareLine] };
}

/** What a layout makes of rows. */
interface Trial {
  readonly layout: Layout;
  readonly lines: readonly LogLine[];
}

/** The layout that reads most rows; the first one in a tie. Stops at a layout that reads all rows. */
function bestTrial(rows: readonly string[], among: readonly Layout[]): Trial {
  let best: (Trial & { readonly score: number }) | undefined;
  for (const layout of among) {
    const lines = readAll(rows, layout);
    const trial = { layout, lines, score: hidesCommands(rows, lines) ? 0 : score(lines, layout) };
    if (!best || trial.score > best.score) best = trial;
    if (best.score === rows.length) break;
  }
  if (!best) throw new RangeError('there is no layout to try');
  return best;
}

/** Whether a layout takes commands for names: no one has such a name. */
function hidesCommands(rows: readonly string[], lines: readonly LogLine[]): boolean {
  return lines.some(
    ({ kind, nick }, index) => kind === 'heading' && nick !== '' && isBareCommand(elementAt(rows, index)),
  );
}

/**
 * How many lines a layout has read. A layout in which a client's notes are in any words reads the messages of others as notes, so
 * these count less.
 */
function score(lines: readonly LogLine[], layout: Layout): number {
  const times = lines.filter(({ kind, timeEnd }) => kind === 'heading' && timeEnd > 0).length;
  if (layout.below && !layout.isLearnt && times < lines.length * enoughTimes) return 0;
  return countRead(lines) - lines.filter(({ kind, nick }) => kind === 'notice' && nick === '').length / 2;
}

function countRead(lines: readonly LogLine[]): number {
  return lines.filter((line) => !isLeft(line)).length;
}

/** Whether a layout cannot read a line. */
function isLeft({ kind }: LogLine): boolean {
  return kind === 'other' || kind === 'continuation';
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
function mixed(first: Trial, rows: readonly string[], among: readonly Layout[]): Trial {
  if (first.layout.below) return first;
  const left = rows.filter((_, index) => isLeft(elementAt(first.lines, index)));
  if (left.length < enoughMixed) return first;
  const others = among.filter(({ below, name }) => !below && name !== first.layout.name);
  const second = bestTrial(left, others);
  if (score(second.lines, second.layout) < enoughMixed) return first;
  const layout = { ...first.layout, rules: [...first.layout.rules, ...second.layout.rules] };
  return { layout, lines: readAll(rows, layout) };
}

function readRow(row: string, layout: Layout, around?: Around): LogLine {
  return readWithin(layout, row, 0, bareLength(row), around);
}
