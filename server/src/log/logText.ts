import { Block, blockSize, blocksOf, readRow } from './block.js';
import { chosenLayout, type Detection, detectLayout } from './detect.js';
import { type Layout, saysWhoSpeaks } from './layout.js';
import type { LogLine } from './logLine.js';
import { bareLength, splitRows } from './rows.js';

/** A place between two characters: 0-based line, 0-based UTF-16 offset in it. */
export interface Point {
  readonly line: number;
  readonly character: number;
}

/** A block, or a part of it. */
export interface Part {
  readonly block: Block;
  /** The block's first line in the log. */
  readonly start: number;
  /** The part's first and last row within the block, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** The lines of one log, each read by the log's layout. Never changed: an edit gives a new text that shares what it did not touch. */
export class LogText {
  /** 0-based line at which each block begins. */
  readonly starts: readonly number[];
  readonly lineCount: number;

  private constructor(
    readonly layout: Layout,
    /** How sure the layout is: 0 to 1, see `detectLayout`; 1 where it was given. */
    readonly confidence: number,
    readonly blocks: readonly Block[],
  ) {
    let line = 0;
    this.starts = blocks.map((block) => {
      const start = line;
      line += block.rows.length;
      return start;
    });
    this.lineCount = line;
  }

  /** Reads a text in the given layout, or in the one that fits it best. Any text can be read. */
  static of(text: string, layout?: Layout): LogText {
    const rows = splitRows(text);
    const found = layout ? chosenLayout(layout, rows) : detectLayout(rows);
    return LogText.#read(rows, found);
  }

  static #read(rows: readonly string[], { layout, confidence }: Detection): LogText {
    let above: LogLine | undefined;
    const blocks: Block[] = [];
    for (let from = 0; from < rows.length; from += blockSize) {
      const some = rows.slice(from, from + blockSize);
      const lines = some.map((row) => {
        const line = readRow(row, layout, above);
        if (layout.below && saysWhoSpeaks(line)) above = line;
        return line;
      });
      blocks.push(new Block(some, lines));
    }
    return new LogText(layout, confidence, blocks);
  }

  /** The whole text, with every line end as it was. */
  toString(): string {
    return this.blocks.map((block) => block.rows.join('')).join('');
  }

  /** A line without its line end. A RangeError tells of a line that is not there. */
  text(line: number): string {
    const row = this.row(line);
    return row.slice(0, bareLength(row));
  }

  /** A line with its line end. */
  row(line: number): string {
    const [block, within] = this.#find(line);
    return block.rows[within] ?? '';
  }

  /** What the layout makes of a line. */
  read(line: number): LogLine {
    const [block, within] = this.#find(line);
    return block.line(within);
  }

  /**
   * The text with everything between two points replaced. Points outside the text are moved to its nearest line or line end.
   * A log that had no readable line may turn out to be in another layout.
   */
  replace(from: Point, to: Point, text: string): LogText {
    const [start, end] = inOrder(this.clamp(from), this.clamp(to));
    const head = this.row(start.line).slice(0, start.character);
    const tail = this.row(end.line).slice(end.character);
    // A CR and an LF that come to stand side by side become one line end: take in the neighbour rows.
    const first = start.line > 0 && start.character === 0 ? start.line - 1 : start.line;
    const last = Math.min(end.line + 1, this.lineCount - 1);
    const before = first < start.line ? this.row(first) : '';
    const after = last > end.line ? this.row(last) : '';
    const rows = splitRows(before + head + text + tail + after);
    if (last < this.lineCount - 1) rows.pop();
    return this.#splice(first, last + 1, rows);
  }

  /** The nearest place that is in the text and not within a line end. */
  clamp({ line, character }: Point): Point {
    if (line < 0) return { line: 0, character: 0 };
    const last = this.lineCount - 1;
    if (line > last) return { line: last, character: this.row(last).length };
    return { line, character: Math.max(0, Math.min(character, bareLength(this.row(line)))) };
  }

  /** The parts of blocks that hold lines `from` to `to`, both inclusive; nothing where `to` is before `from`. */
  parts(from: number, to: number): Part[] {
    if (to < from) return [];
    const first = this.blockAt(from);
    return this.blocks.slice(first, this.blockAt(to) + 1).map((block, index) => {
      const start = this.starts[first + index] as number;
      const last = block.rows.length - 1;
      return { block, start, from: Math.max(0, from - start), to: Math.min(last, to - start) };
    });
  }

  /** The index of the block that holds a line. */
  blockAt(line: number): number {
    if (!(line >= 0 && line < this.lineCount)) throw new RangeError(`line ${line} of ${this.lineCount}`);
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #find(line: number): [Block, number] {
    const index = this.blockAt(line);
    return [this.blocks[index] as Block, line - (this.starts[index] as number)];
  }

  /** Puts rows in the place of lines `from` to `to` (exclusive), and reads only those. */
  #splice(from: number, to: number, rows: readonly string[]): LogText {
    const first = this.blockAt(from);
    const last = this.blockAt(to - 1);
    const start = this.starts[first] as number;
    const touched = this.blocks.slice(first, last + 1);
    const oldRows = touched.flatMap((block) => block.rows);
    const oldLines = touched.flatMap((block) => block.lines());
    const lines = rows.map((row) => readRow(row, this.layout));
    const blocks = [
      ...this.blocks.slice(0, first),
      ...blocksOf(
        [...oldRows.slice(0, from - start), ...rows, ...oldRows.slice(to - start)],
        [...oldLines.slice(0, from - start), ...lines, ...oldLines.slice(to - start)],
      ),
      ...this.blocks.slice(last + 1),
    ];
    const next = new LogText(this.layout, this.confidence, blocks);
    if (this.confidence === 0) return LogText.of(next.toString());
    // Below a heading that changed, everything may be somebody else's.
    return this.layout.below ? LogText.#read(splitRows(next.toString()), this) : next;
  }
}

function inOrder(a: Point, b: Point): [Point, Point] {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
}
