import type { DateOrder } from '../facts/dateNotation.js';
import type { Layout } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { looseLayoutOf } from '../layouts/loose.js';
import { paddingOf } from '../layouts/padding.js';
import { areWrapped, bareLine, nextLine } from '../layouts/wraps.js';
import { commandsIn } from '../learn/commandSigns.js';
import { learntLayouts } from '../learn/learnLayouts.js';
import { trailerIn } from '../learn/trailers.js';
import { DateOrderFinder } from './dateOrder.js';
import { type Mended, mended, mendedBy } from './findDamage.js';
import { areSameRelays, withRelays } from './relays.js';
import { bestTrial, countRead, mixed, nothingRead, openedBy, type Trial, trialOf } from './trial.js';

/** The most lines examined to find the layout of a log. */
const headLength = 300;
/** The most lines examined to find in which order a log writes days and months, if those above leave it open. */
const datedLength = 3000;

export interface LayoutDetection {
  /** The layout, with rules of another one for lines that it cannot read, and the log's bridges. */
  readonly layout: Layout;
  /** The share of non-blank lines at the log's head that are read: 0 (none) to 1 (all). */
  readonly confidence: number;
  /** How many lines were examined: changes below them do not matter. */
  readonly looked: number;
  /** Whether the layout was chosen. */
  readonly isChosen?: true;
}

/**
 * The layout that reads most of a log's first lines. Only looks at the text, never at the file name. A text that is known to be a
 * chat may be in a layout that ordinary texts would be in as well, and all lines without a stamp continue messages.
 */
export function detectLayout(rows: Iterable<string>, isChat = false): LayoutDetection {
  const { head, looked, order } = headOf(rows);
  const trial = foundIn(head);
  const other = isChat ? looseIn(trial) : undefined;
  if (other) return { layout: other, confidence: 1, looked };
  const confidence = trial.rows.length === 0 ? 0 : countRead(trial.found.lines) / trial.rows.length;
  return { layout: withWraps(trial, withHabits(trial, order), isChat), confidence, looked };
}

/** The loose layout of a chat in which no other finds anyone who speaks; undefined if one does. */
function looseIn({ rows, found: { lines } }: Mended<Trial>): Layout | undefined {
  return lines.some(({ kind }) => kind === 'message') ? undefined : looseLayoutOf(rows);
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
    read: head.length === 0 ? 0 : trialOf(layout, head).score / head.length,
  }));
  return fits.sort((a, b) => b.read - a.read);
}

/** A layout that was chosen for a log: no other is mixed in, but bridges are detected. */
export function chosenLayout(layout: Layout, rows: Iterable<string>): LayoutDetection {
  const { head, looked, order } = headOf(rows);
  const read = (lines: readonly string[]) => plainTrial(layout, lines);
  const trial = layout.damage ? mendedBy(layout.damage, head, read) : mended(head, read, countOf);
  return { layout: withHabits(trial, order), confidence: 1, looked, isChosen: true };
}

/** The same layout with a log's new bridges, padding and order of dates; undefined if they are unchanged. */
export function withOtherRelays(found: LayoutDetection, rows: Iterable<string>): LayoutDetection | undefined {
  const { relays: _, dateOrder: __, ...plain } = found.layout;
  const { head, looked, order } = headOf(rows);
  const trial = mendedBy(plain.damage, head, (lines) => plainTrial(plain, lines));
  const layout = withHabits(trial, order);
  return areSameHabits(found.layout, layout) ? undefined : { ...found, layout, looked };
}

function areSameHabits(one: Layout, other: Layout): boolean {
  const isSamePadding = one.padding?.width === other.padding?.width && one.padding?.column === other.padding?.column;
  const isSameTrailer = String(one.trailer?.pattern) === String(other.trailer?.pattern);
  return areSameRelays(one, other) && isSamePadding && isSameTrailer && one.dateOrder === other.dateOrder;
}

/** A log that a known layout reads as well as this is not learnt from. */
const wellRead = 0.8;
/** But if it hides as many commands within what is said, and most of them. */
const fewestHidden = 3;

/** What reads most of a log's head: a known layout, or else one that is learnt from it. */
function foundIn(head: readonly string[]): Mended<Trial> {
  const known = mended(head, (rows) => mixed(bestTrial(rows, layouts), rows, layouts), countOf);
  const commands = known.rows.filter((row) => commandsIn(row).length > 0).length;
  const opened = openedBy(known.found, known.rows);
  const isWellRead = countOf(known.found) >= head.length * wellRead;
  if (commands === 0 || (isWellRead && (commands < fewestHidden || opened * 2 >= commands))) return known;
  const learnt = mended(head, bestLearnt, countOf);
  const more = openedBy(learnt.found, learnt.rows) - opened;
  return more > 0 || (more === 0 && countOf(learnt.found) > countOf(known.found)) ? learnt : known;
}

/** The best of what is learnt; known layouts read what it leaves. */
function bestLearnt(rows: readonly string[]): Trial {
  const learnt = learntLayouts(rows);
  if (learnt.length === 0) return nothingRead(rows);
  const best = bestTrial(rows, learnt, (trial) => trial.score + openedBy(trial, rows));
  return mixed(best, rows, [...learnt, ...layouts]);
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
function plainTrial({ damage: _, padding: __, trailer: ___, ...layout }: Layout, rows: readonly string[]): Trial {
  return trialOf(layout, rows);
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

function countOf({ score }: Trial): number {
  return score;
}

/** The same layout, in which lines without a stamp belong to the message above if they do so in this log, or in any chat. */
function withWraps({ rows, found: { layout, lines } }: Mended<Trial>, own: Layout, isChat: boolean): Layout {
  if (layout.below || !(isChat || areWrapped(rows, lines))) return own;
  return { ...own, rules: [...own.rules, isChat ? nextLine : bareLine] };
}
