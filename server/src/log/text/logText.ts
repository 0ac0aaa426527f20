import { chosenLayout, detectLayout, type LayoutDetection, withOtherRelays } from '../detect/detectLayout.js';
import { elementAt } from '../indexing.js';
import type { Layout } from '../layouts/layout.js';
import { bareLength } from '../lineEnds.js';
import type { LogLine } from '../logLine.js';
import { inOrder, type Place, type Point } from '../place.js';
import { type Block, type BlockReading, blocksOf, leastBlockSize, readingOf } from './block.js';
import { readHeadings } from './readBelowHeadings.js';
import { joinRows, type Rows, rowsOf, unreadRows } from './rows.js';

/** A block and its position in a log. */
export interface PlacedBlock {
  readonly block: Block;
  /** The block's first line in the log. */
  readonly start: number;
}

/** A block, or a part of it. */
export interface BlockPart extends PlacedBlock {
  /** The first and last row of the part within the block, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * The lines of one log, each read by the log's layout. Immutable: an edit returns a new text that shares everything it did not
 * touch.
 */
export class LogText {
  /** 0-based line at which each block begins. */
  readonly starts: readonly number[];
  readonly lineCount: number;
  readonly blocks: readonly Block[];
  readonly #reading: BlockReading;
  readonly #found: LayoutDetection;
  /** For layouts with headings, the last heading at the end of each block. */
  readonly #speaking: readonly (LogLine | undefined)[];

  private constructor(
    blocks: readonly Block[],
    reading: BlockReading,
    found: LayoutDetection,
    speaking: readonly (LogLine | undefined)[],
  ) {
    let line = 0;
    this.starts = blocks.map((block) => {
      const start = line;
      line += block.size;
      return start;
    });
    this.lineCount = line;
    this.blocks = blocks;
    this.#reading = reading;
    this.#found = found;
    this.#speaking = speaking;
  }

  /**
   * A text in the given layout, or in the one that fits best; of a text that is known to be a chat, more is read. Any text can be
   * read. Lines are read on first access; in layouts with headings, all at once.
   */
  static of(text: string, layout?: Layout, isChat = false): LogText {
    const rows = unreadRows(text);
    return LogText.#in(layout ? chosenLayout(layout, rowsOf(rows)) : detectLayout(rowsOf(rows), isChat), rows);
  }

  static #in(found: LayoutDetection, rows: Rows): LogText {
    const reading = readingOf(found.layout);
    const blocks = blocksOf(rows, reading);
    const speaking = found.layout.below ? readHeadings(blocks, reading, 0, blocks.length, []) : [];
    return new LogText(blocks, reading, found, speaking);
  }

  get layout(): Layout {
    return this.#reading.layout;
  }

  /** The confidence in the layout, 0 to 1: see `detectLayout`; 1 if it was given. */
  get confidence(): number {
    return this.#found.confidence;
  }

  /** How the layout was found. */
  get detection(): LayoutDetection {
    return this.#found;
  }

  /** The whole text, with all line ends unchanged. */
  toString(): string {
    return textOf(this.blocks);
  }

  /** A line without its line end. Throws a RangeError if there is no such line. */
  text(line: number): string {
    const index = this.blockAt(line);
    return this.#block(index).bare(line - this.#start(index));
  }

  /** The text of a place. */
  at({ line, start, end }: Place): string {
    return this.text(line).slice(start, end);
  }

  /** A line with its line end. */
  row(line: number): string {
    const index = this.blockAt(line);
    return this.#block(index).row(line - this.#start(index));
  }

  /** The layout's reading of a line. */
  read(line: number): LogLine {
    const index = this.blockAt(line);
    return this.#block(index).line(line - this.#start(index));
  }

  /** Seconds since midnight of a line; undefined if it has no time. */
  time(line: number): number | undefined {
    const index = this.blockAt(line);
    return this.#block(index).time(line - this.#start(index));
  }

  /**
   * The text with everything between two points replaced. Points outside the text are moved to the nearest line or line end. The
   * layout is kept, except that a log without a readable line may turn out to be in another one.
   */
  replace(from: Point, to: Point, text: string): LogText {
    const [start, end] = inOrder(this.clamp(from), this.clamp(to));
    const first = this.#blockBefore(start);
    const last = this.blockAt(end.line);
    const rows = this.#changed(first, last, start, end, text);
    const [next, joined] = this.#withNext(rows, last);
    const changed = blocksOf(joined, this.#reading);
    const blocks = [...this.blocks.slice(0, first), ...changed, ...this.blocks.slice(next + 1)];
    const found = start.line < this.#found.looked ? this.#foundAnew(blocks) : undefined;
    if (found) return LogText.#in(found, unreadRows(textOf(blocks)));
    const speaking = this.layout.below
      ? readHeadings(blocks, this.#reading, first, changed.length, this.#speaking)
      : this.#speaking;
    return new LogText(blocks, this.#reading, this.#found, speaking);
  }

  /** The nearest point that is in the text and not within a line end; fractions are truncated. */
  clamp(point: Point): Point {
    const [line, character] = [Math.trunc(point.line), Math.trunc(point.character)];
    if (line < 0) return { line: 0, character: 0 };
    const last = this.lineCount - 1;
    if (line > last) return { line: last, character: this.row(last).length };
    return { line, character: Math.max(0, Math.min(character, bareLength(this.row(line)))) };
  }

  /** How many blocks another state of the log shares with this one at its start and at its end. */
  sharedWith({ blocks }: LogText): { first: number; last: number } {
    const [own, most] = [this.blocks, Math.min(this.blocks.length, blocks.length)];
    let first = 0;
    while (first < most && own[first] === blocks[first]) first++;
    let last = 0;
    while (last < most - first && own[own.length - 1 - last] === blocks[blocks.length - 1 - last]) last++;
    return { first, last };
  }

  /** The blocks starting with the one that contains a line. */
  *blocksFrom(line: number): Generator<PlacedBlock, undefined> {
    const first = this.blockAt(line);
    for (let index = first; index < this.blocks.length; index++) yield this.#placed(index);
  }

  /** All blocks, the last one first. */
  *blocksFromEnd(): Generator<PlacedBlock, undefined> {
    for (let index = this.blocks.length - 1; index >= 0; index--) yield this.#placed(index);
  }

  /** The parts of blocks that contain lines `from` to `to`, both inclusive; empty if `to` is before `from`. */
  parts(from: number, to: number): BlockPart[] {
    if (to < from) return [];
    const first = this.blockAt(from);
    return this.blocks.slice(first, this.blockAt(to) + 1).map((block, index) => {
      const start = this.#start(first + index);
      return { block, start, from: Math.max(0, from - start), to: Math.min(block.size - 1, to - start) };
    });
  }

  /** The index of the block that contains a line. */
  blockAt(line: number): number {
    if (!(line >= 0 && line < this.lineCount)) throw new RangeError(`line ${line} of ${this.lineCount}`);
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #placed(index: number): PlacedBlock {
    return { block: this.#block(index), start: this.#start(index) };
  }

  #block(index: number): Block {
    return elementAt(this.blocks, index);
  }

  #start(index: number): number {
    return elementAt(this.starts, index);
  }

  /** The block that contains a point, or the one before it if text inserted at the point may join with the line end there. */
  #blockBefore({ line, character }: Point): number {
    const index = this.blockAt(line);
    const isFirst = character === 0 && line === this.starts[index] && index > 0;
    const above = isFirst ? this.row(line - 1) : '';
    return above.endsWith('\r') ? index - 1 : index;
  }

  /** The rows of some blocks after an edit in them; untouched rows keep their readings. */
  #changed(first: number, last: number, start: Point, end: Point, text: string): Rows {
    const [head, tail] = [this.#block(first), this.#block(last)];
    // A CR and an LF that become adjacent are one line end: include the row above.
    const above = start.character === 0 ? Math.max(start.line - 1, this.#start(first)) : start.line;
    const from = above - this.#start(first);
    const to = end.line - this.#start(last);
    const before = this.#between(above, start);
    const after = tail.row(to).slice(end.character);
    const isPart = end.line < this.lineCount - 1;
    const changed = unreadRows(before + text + after, isPart);
    return joinRows([head.part(0, from), changed, tail.part(to + 1, tail.size)]);
  }

  /** The text up to a point from the start of its line or the line above. */
  #between(line: number, { line: last, character }: Point): string {
    return (line < last ? this.row(line) : '') + this.row(last).slice(0, character);
  }

  /** Merges a small block with the next, so that edits do not fragment a log. */
  #withNext(rows: Rows, last: number): [last: number, rows: Rows] {
    const next = this.blocks[last + 1];
    if (!next || rows.ends.length >= leastBlockSize) return [last, rows];
    return [last + 1, joinRows([rows, next.part(0, next.size)])];
  }

  /** How to read a changed log if its head now shows other bridges, or a layout for the first time. */
  #foundAnew(blocks: readonly Block[]): LayoutDetection | undefined {
    if (this.confidence > 0) return withOtherRelays(this.#found, rowsOfBlocks(blocks));
    const found = detectLayout(rowsOfBlocks(blocks));
    return found.confidence > 0 ? found : undefined;
  }
}

function* rowsOfBlocks(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) for (let row = 0; row < block.size; row++) yield block.row(row);
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map(String).join('');
}
