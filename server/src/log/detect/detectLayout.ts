import { elementAt } from '../indexing.js';
import { type Layout, readWithin, relayedNick, saysWhoSpeaks } from '../layouts/layout.js';
import { layouts } from '../layouts/layouts.js';
import { bareLength } from '../lineEnds.js';
import { isSpoken, type LogLine } from '../logLine.js';

/** How many lines, at most, are looked at to find the layout of a log. */
const headLength = 300;
/** A second layout, for a log that changes its clock or its program, must read so many lines that the first does not. */
const enoughMixed = 3;
/** In a log with headings, so large a share must be times; else any text would be such a log. */
const enoughTimes = 0.08;
/** A nick is a bridge that says what so many others say. */
const enoughRelayed = 2;

export interface LayoutDetection {
  /** The layout, with the rules of others for lines that it does not read, and the bridges that speak in the log. */
  readonly layout: Layout;
  /** The share of non-blank lines at the log's head that are read: 0 (none) to 1 (all). */
  readonly confidence: number;
  /** How many lines were looked at: a change below them changes nothing. */
  readonly looked: number;
}

/** The layout that reads most of a log's first lines. Looks at the text alone, never at a file's name. */
export function detectLayout(rows: Iterable<string>): LayoutDetection {
  const { head, looked } = headOf(rows);
  const best = bestTrial(head, layouts);
  const { layout, lines } = best.layout.below ? best : mixed(best, head);
  const confidence = head.length === 0 ? 0 : countRead(lines) / head.length;
  return { layout: withRelays(layout, head, lines), confidence, looked };
}

/** How large a share of a log's first non-blank lines a layout reads, 0 (none) to 1 (all). */
export interface LayoutFit {
  readonly layout: Layout;
  readonly read: number;
}

/** All layouts, those that read most of a log's first lines first. */
export function layoutFits(rows: Iterable<string>): readonly LayoutFit[] {
  const { head } = headOf(rows);
  const fits = layouts.map((layout) => ({
    layout,
    read: head.length === 0 ? 0 : score(readAll(head, layout), layout) / head.length,
  }));
  return fits.sort((a, b) => b.read - a.read);
}

/** A layout that was chosen for a log: no other is mixed in, but the log's bridges are known. */
export function chosenLayout(layout: Layout, rows: Iterable<string>): LayoutDetection {
  const { head, looked } = headOf(rows);
  return { layout: withRelays(layout, head, readAll(head, layout)), confidence: 1, looked };
}

/** The same layout if a log has other bridges now; undefined if it has not. */
export function withOtherRelays(found: LayoutDetection, rows: Iterable<string>): LayoutDetection | undefined {
  const { relays = new Set<string>(), ...plain } = found.layout;
  const { head, looked } = headOf(rows);
  const layout = withRelays(plain, head, readAll(head, plain));
  return isSame(relays, layout.relays) ? undefined : { ...found, layout, looked };
}

function isSame(before: ReadonlySet<string>, now: ReadonlySet<string> = new Set()): boolean {
  return before.size === now.size && [...now].every((relay) => before.has(relay));
}

function headOf(rows: Iterable<string>): { head: string[]; looked: number } {
  const head: string[] = [];
  let looked = 0;
  for (const row of rows) {
    looked++;
    if (row.trim() !== '') head.push(row);
    if (head.length === headLength) return { head, looked };
  }
  // All lines that may come to it count as well.
  return { head, looked: Number.POSITIVE_INFINITY };
}

/** What a layout makes of rows. */
interface Trial {
  readonly layout: Layout;
  readonly lines: readonly LogLine[];
}

/** The layout that reads most rows; of equals, the first. None is tried after one that reads them all. */
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

/** The same layout with the rules of a second one, if that reads enough of what it does not. */
function mixed(first: Trial, rows: readonly string[]): Trial {
  const left = rows.filter((_, index) => isLeft(elementAt(first.lines, index)));
  if (left.length < enoughMixed) return first;
  const others = layouts.filter(({ below, name }) => !below && name !== first.layout.name);
  const second = bestTrial(left, others);
  if (countRead(second.lines) < enoughMixed) return first;
  const layout = { ...first.layout, rules: [...first.layout.rules, ...second.layout.rules] };
  return { layout, lines: readAll(rows, layout) };
}

function withRelays(layout: Layout, rows: readonly string[], lines: readonly LogLine[]): Layout {
  // Below a heading, nobody speaks for others.
  if (layout.below) return layout;
  const others = new Map<string, Set<string>>();
  for (const [index, line] of lines.entries()) {
    const row = elementAt(rows, index);
    const relayed = isSpoken(line) && relayedNick.exec(row.slice(line.textStart, bareLength(row)))?.[1];
    if (relayed) others.set(line.nick, (others.get(line.nick) ?? new Set()).add(relayed));
  }
  const relays = [...others].flatMap(([nick, speakers]) => (speakers.size < enoughRelayed ? [] : [nick]));
  return relays.length === 0 ? layout : { ...layout, relays: new Set(relays) };
}

function readRow(row: string, layout: Layout, above?: LogLine): LogLine {
  return readWithin(layout, row, 0, bareLength(row), above);
}
