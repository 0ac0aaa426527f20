import { type Layout, relayOf } from '../layouts/layout.js';
import type { LogLine } from '../logLine.js';
import type { LogText } from '../text/logText.js';
import { type Alignment, alignmentOf } from './alignment.js';
import { gutterOf } from './coding.js';
import type { Model } from './models.js';
import { readRows } from './reading.js';
import type { Said } from './said.js';

/* What a log itself shows of how its lines are written. */

/** How far around a line models are looked for, in lines. */
const mostSearched = 300;
/** How many lines are enough. */
const enough = 12;

/** What the lines around one show: models, best first, the nearest stamp, how nicks are aligned, and what is before each line. */
export interface Nearby {
  readonly models: readonly Model[];
  readonly stamp: string | undefined;
  readonly alignment: Alignment;
  readonly gutter: string;
}

/** Looks around a line for models of something said. A line of the same person is best; `like` is one that is not nearby. */
export function nearby(text: LogText, near: number, said: Said, like: number | undefined): Nearby {
  const { layout } = text;
  const found = linesNear(text, near, said);
  const others = found.filter(({ line }) => line.nick !== said.nick);
  const own = found.filter(({ line }) => line.nick === said.nick);
  const [ranked, plain] = [others.filter(isRanked), others.filter((one) => !isRanked(one))];
  const likely = like === undefined || text.read(like).kind !== said.kind ? [] : [{ at: like }];
  const models = [...likely, ...own.slice(0, 2), ...plain.slice(0, 4), ...ranked.slice(0, 2)].flatMap(
    ({ at }) => modelAt(text, at) ?? [],
  );
  return {
    models: [...models.filter(({ isTimeless }) => !isTimeless), ...models.filter(({ isTimeless }) => isTimeless)],
    stamp: stampNear(text, near),
    alignment: layout.below ? undefined : alignmentOf(found.filter(({ line }) => line.nickEnd > line.nickStart)),
    gutter: layout.damage ? gutterOf(layout.damage, text.text(near)) : '',
  };
}

interface Found {
  readonly at: number;
  readonly row: string;
  readonly line: LogLine;
}

/** The nearest lines of a kind, and one of the same person if there is one. What came through a bridge is none. */
function linesNear(text: LogText, near: number, { kind, nick }: Said): readonly Found[] {
  const found: Found[] = [];
  let hasOwn = false;
  for (const at of around(text, near)) {
    const line = text.read(at);
    if (line.kind !== kind || line.nick === '') continue;
    const isOwn = line.nick === nick;
    if ((found.length >= enough && !isOwn) || isGoingOn(text, at, line)) continue;
    const row = bare(text, at);
    if (relayOf(text.layout, row) !== undefined) continue;
    found.push({ at, row, line });
    hasOwn ||= isOwn;
    if (hasOwn && found.length >= enough) break;
  }
  return found;
}

/** Whether a line is below another one that is said below the same heading. */
function isGoingOn(text: LogText, at: number, { nickStart, nickEnd, kind }: LogLine): boolean {
  return at > 0 && nickEnd === nickStart && text.read(at - 1).kind === kind;
}

/** Lines by their distance from one: it, the one above, the one below, … */
function* around({ lineCount }: LogText, near: number): Generator<number> {
  for (let by = 0; by <= mostSearched; by++) {
    if (near - by >= 0 && near - by < lineCount) yield near - by;
    if (by > 0 && near + by < lineCount) yield near + by;
  }
}

/** A line without a byte-order mark. */
function bare(text: LogText, line: number): string {
  return text.text(line).replace(/^\uFEFF/, '');
}

/** Whether a nick has a mark of rights. */
function isRanked({ row, line }: Found): boolean {
  return /[@+%&~!•] *$/.test(row.slice(0, line.nickStart));
}

/** The nearest stamp: that of a line, or else of one above or below it. */
function stampNear(text: LogText, near: number): string | undefined {
  const stampOf = (at: number) => {
    const { timeStart, timeEnd } = text.read(at);
    return timeEnd > timeStart ? text.text(at).slice(timeStart, timeEnd) : undefined;
  };
  for (let at = near; at >= Math.max(0, near - mostSearched); at--) {
    const stamp = stampOf(at);
    if (stamp !== undefined) return stamp;
  }
  for (let at = near + 1; at < Math.min(text.lineCount, near + mostSearched); at++) {
    const stamp = stampOf(at);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

/** The model that a line is, with what is above and below it and belongs to it. */
function modelAt(text: LogText, line: number): Model | undefined {
  const { layout } = text;
  if (!layout.below) return { rows: [bare(text, line)], gap: 0 };
  return text.read(line).kind === 'message' ? headed(text, line) : { rows: [bare(text, line)], gap: 0 };
}

/** The most lines above a text that name who speaks and when. */
const mostAbove = 8;

function headed(text: LogText, line: number): Model | undefined {
  const { layout } = text;
  const read = text.read(line);
  let rows = [bare(text, line)];
  let top = line;
  let named: number | undefined;
  for (; line - top <= mostAbove; top--) {
    if (top < line) rows = [bare(text, top), ...rows];
    if (top < line && !isHead(text, top)) break;
    const last = readRows(layout, rows).at(-1);
    if (last?.kind === 'message' && last.nick === read.nick) {
      if (last.time === read.time) return withMore(text, layout, top, line);
      named ??= top;
    }
    if (top === 0) break;
  }
  return named === undefined ? undefined : { ...withMore(text, layout, named, line), isTimeless: true };
}

/** Whether a line is above a text, and no text. */
function isHead(text: LogText, line: number): boolean {
  return text.read(line).kind === 'heading' || isBlank(text, line);
}

function isBlank(text: LogText, line: number): boolean {
  return text.read(line).kind === 'other' && bare(text, line).trim() === '';
}

/** A model from its first line to its text, with the same name above it once more, and a time below it. */
function withMore(text: LogText, { lookahead }: Layout, from: number, line: number): Model {
  let top = from;
  while (lookahead && top > 0 && text.text(top - 1).trim() === text.text(top).trim()) top--;
  const rows = Array.from({ length: line - top + 1 }, (_, index) => bare(text, top + index));
  if (text.read(line).time === undefined) {
    const below = timeBelow(text, line);
    if (below !== undefined) rows.push(bare(text, below));
  }
  let gap = 0;
  while (top - gap > 0 && gap < 3 && isBlank(text, top - gap - 1)) gap++;
  return { rows, gap: top - gap > 0 ? gap : 0 };
}

/** The line below a text of one or several lines if it has their time. */
function timeBelow(text: LogText, line: number): number | undefined {
  for (let at = line + 1; at < Math.min(text.lineCount, line + mostAbove); at++) {
    const { kind, timeStart, timeEnd } = text.read(at);
    if (kind === 'heading') return timeEnd > timeStart ? at : undefined;
  }
  return undefined;
}
