import { cleanedLines, type Damage } from '../layouts/damage.js';
import { marksOf } from './damageMarks.js';
import { gutterOf, mostGutters, sureGutters } from './gutters.js';

/*
 * Which damage a log has is found by trying: what most of its first lines have in common is taken away, and if a layout then
 * reads many more lines, it was damage.
 */

/** How many lines must be read once the damage is undone, as a number and as a share of all, */
const fewestRead = 2;
const enoughRead = 0.5;
/** and how much more that must be than before. */
const enoughMore = 0.25;
/** A log that is read as well as this has nothing before its lines. */
const wellRead = 0.95;
/** How many kinds of damage within lines are undone. */
const mostMarks = 3;
/** The share of what is read with a sure gutter that must also be read without it: blank lines are none then. */
const enoughOfSure = 0.6;

/** The first lines of a log without their damage, and what a reader made of them. */
export interface Mended<T> {
  readonly damage: Damage | undefined;
  readonly rows: readonly string[];
  readonly found: T;
}

/**
 * The damage that a log has, judging by its first lines that are not blank: `read` reads them by the layouts, `count` says how
 * many of them were read.
 */
export function mended<T>(
  rows: readonly string[],
  read: (rows: readonly string[]) => T,
  count: (found: T) => number,
): Mended<T> {
  const bare = mendedBy(undefined, rows, read);
  const marks = marksOf(rows, false);
  const plain = marks.length > 0 ? better(mendedBy({ marks, gutters: [] }, rows, read), bare, count) : bare;
  const before = count(plain.found);
  const gutters = sureGutters(cleanedLines({ marks, gutters: [] }, rows));
  if (gutters.length > 0) {
    const without = mendedBy({ marks, gutters }, rows, read);
    const found = count(without.found);
    if (found >= enoughRead * without.rows.length && found >= before * enoughOfSure) return without;
  }
  if (before >= plain.rows.length * wellRead) return plain;
  let [best, most] = [plain, before];
  for (const damage of possible(rows)) {
    const one = mendedBy(damage, rows, read);
    const found = count(one.found);
    const enough = Math.max(fewestRead, enoughRead * one.rows.length, before + enoughMore * one.rows.length);
    if (found < enough || found <= most) continue;
    [best, most] = [one, found];
  }
  return best;
}

/** The first of two, unless far more lines are read in the second: a nick may be nothing but colours. */
function better<T>(first: Mended<T>, second: Mended<T>, count: (found: T) => number): Mended<T> {
  return count(second.found) >= 2 * count(first.found) ? second : first;
}

/** Undoes a known damage. Lines of which nothing is left are blank, and not among the rows. */
export function mendedBy<T>(
  damage: Damage | undefined,
  rows: readonly string[],
  read: (rows: readonly string[]) => T,
): Mended<T> {
  const lines = damage ? cleanedLines(damage, rows).filter((row) => row.trim() !== '') : rows;
  return { damage, rows: lines, found: read(lines) };
}

/** The damage that lines may have: nothing before them, or one gutter, two, … */
function* possible(lines: readonly string[]): Generator<Damage> {
  const gutters: RegExp[] = [];
  let marks = marksOf(lines, true);
  if (marks.length > 0) yield { marks, gutters: [] };
  let rest = cleanedLines({ marks, gutters: [] }, lines);
  while (gutters.length < mostGutters) {
    const gutter = gutterOf(rest.filter((line) => line.trim() !== ''));
    if (!gutter) return;
    gutters.push(gutter);
    // What is within lines may show only behind it.
    const bare = rest.map((line) => line.replace(gutter, ''));
    marks = [...marks, ...marksOf(bare, true)].slice(0, mostMarks);
    rest = cleanedLines({ marks, gutters }, lines);
    yield { marks, gutters: [...gutters] };
  }
}
