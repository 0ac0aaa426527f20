import { elementAt } from '../indexing.js';
import { type Layout, readWithin, saysWhoSpeaks } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { paddingOf } from '../layouts/padding.js';
import { areWrapped, bareLine } from '../layouts/wraps.js';
import { bareLength } from '../lineEnds.js';
import type { LogLine } from '../logLine.js';
import { type Mended, mended, mendedBy } from './findDamage.js';
import { areSameRelays, withRelays } from './relays.js';

/** The most lines examined to find the layout of a log. */
const headLength = 300;
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
  const { head, looked } = headOf(rows);
  const trial = mended(head, bestOf, ({ lines }) => countRead(lines));
  const confidence = head.length === 0 ? 0 : countRead(trial.found.lines) / head.length;
  return { layout: withWraps(trial, withHabits(trial)), confidence, looked };
}

/** The share of a log's first non-blank lines that a layout reads: 0 (none) to 1 (all). */
export interface LayoutFit {
  readonly layout: Layout;
  readonly read: number;
}

/** All layouts, best first. */
export function layoutFits(rows: Iterable<string>): readonly LayoutFit[] {
  const { rows: head } = mended(headOf(rows).head, bestOf, ({ lines }) => countRead(lines));
  const fits = layouts.map((layout) => ({
    layout,
    read: head.length === 0 ? 0 : score(readAll(head, layout), layout) / head.length,
  }));
  return fits.sort((a, b) => b.read - a.read);
}

/** A layout that was chosen for a log: no other is mixed in, but bridges are detected. */
export function chosenLayout(layout: Layout, rows: Iterable<string>): LayoutDetection {
  const { head, looked } = headOf(rows);
  const read = (lines: readonly string[]) => trialOf(layout, lines);
  const trial = layout.damage
    ? mendedBy(layout.damage, head, read)
    : mended(head, read, ({ lines }) => countRead(lines));
  return { layout: withHabits(trial), confidence: 1, looked };
}

/** The same layout with a log's new bridges and padding; undefined if they are unchanged. */
export function withOtherRelays(found: LayoutDetection, rows: Iterable<string>): LayoutDetection | undefined {
  const { relays: _, ...plain } = found.layout;
  const { head, looked } = headOf(rows);
  const layout = withHabits(mendedBy(plain.damage, head, (lines) => trialOf(plain, lines)));
  return areSameHabits(found.layout, layout) ? undefined : { ...found, layout, looked };
}

function areSameHabits(one: Layout, other: Layout): boolean {
  const isSamePadding = one.padding?.width === other.padding?.width && one.padding?.column === other.padding?.column;
  return areSameRelays(one, other) && isSamePadding;
}

function headOf(rows: Iterable<string>): { head: string[]; looked: number } {
  const head: string[] = [];
  let looked = 0;
  for (const row of rows) {
    looked++;
    if (row.trim() !== '') head.push(row);
    if (head.length === headLength) return { head, looked };
  }
  // Lines that may still be added count as well.
  return { head, looked: Number.POSITIVE_INFINITY };
}

/** How a layout reads the rows of a log whose damage is undone. */
function trialOf({ damage: _, padding: __, ...layout }: Layout, rows: readonly string[]): Trial {
  return { layout, lines: readAll(rows, layout) };
}

/** The layout with what only this log shows: its damage, bridges and padding. */
function withHabits({ damage, rows, found: { layout, lines } }: Mended<Trial>): Layout {
  const padding = paddingOf(rows, lines);
  return { ...withRelays(layout, rows, lines), ...(damage && { damage }), ...(padding && { padding }) };
}

/** The same layout, in which lines without a stamp belong to the message above if they do so in this log. */
function withWraps({ rows, found: { layout, lines } }: Mended<Trial>, own: Layout): Layout {
  return layout.below || !areWrapped(rows, lines) ? own : { ...own, rules: [...own.rules, bareLine] };
}

/** The layout that reads most of a log's first lines, with the rules of another one for the rest. */
function bestOf(rows: readonly string[]): Trial {
  const best = bestTrial(rows, layouts);
  return best.layout.below ? best : mixed(best, rows);
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
    const trial = { layout, lines, score: score(lines, layout) };
    if (!best || trial.score > best.score) best = trial;
    if (best.score === rows.length) break;
  }
  if (!best) throw new RangeError('there is no layout to try');
  return best;
}

/** How many lines a layout has read. */
function score(lines: readonly LogLine[], layout: Layout): number {
  const times = lines.filter(({ kind, timeEnd }) => kind === 'heading' && timeEnd > 0).length;
  return layout.below && times < lines.length * enoughTimes ? 0 : countRead(lines);
}

function countRead(lines: readonly LogLine[]): number {
  return lines.filter((line) => !isLeft(line)).length;
}

/** Whether a layout cannot read a line. */
function isLeft({ kind }: LogLine): boolean {
  return kind === 'other' || kind === 'continuation';
}

function readAll(rows: readonly string[], layout: Layout): LogLine[] {
  let above: LogLine | undefined;
  return rows.map((row) => {
    const line = readRow(row, layout, above);
    if (saysWhoSpeaks(line)) above = line;
    return line;
  });
}

/** The same layout with the rules of a second one, if that reads enough of the other lines. */
function mixed(first: Trial, rows: readonly string[]): Trial {
  const left = rows.filter((_, index) => isLeft(elementAt(first.lines, index)));
  if (left.length < enoughMixed) return first;
  const others = layouts.filter(({ below, name }) => !below && name !== first.layout.name);
  const second = bestTrial(left, others);
  if (countRead(second.lines) < enoughMixed) return first;
  const layout = { ...first.layout, rules: [...first.layout.rules, ...second.layout.rules] };
  return { layout, lines: readAll(rows, layout) };
}

function readRow(row: string, layout: Layout, above?: LogLine): LogLine {
  return readWithin(layout, row, 0, bareLength(row), above);
}
