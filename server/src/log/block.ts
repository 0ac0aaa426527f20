import { type Layout, readLine } from './layout.js';
import type { LineKind, LogLine } from './logLine.js';
import { bareLength } from './rows.js';

/** The kinds of lines as they are numbered in a block. */
const kinds: readonly LineKind[] = [
  'other',
  'message',
  'action',
  'continuation',
  'join',
  'part',
  'quit',
  'nick',
  'topic',
  'mode',
  'day',
  'heading',
  'notice',
];

const kindNumbers = Object.fromEntries(kinds.map((kind, number) => [kind, number])) as Record<LineKind, number>;

/** The numbers that a block keeps of a line: its kind, its time (-1 for none), the number of its nick, and six offsets. */
const columns = 9;

/**
 * Some hundred consecutive lines of a log with their reading. Never changed: an edit makes new blocks where it touches. The readings
 * are kept as numbers, a third of what objects would take; whoever asks for a line gets a new object.
 */
export class Block {
  /** The lines with their line ends. */
  readonly rows: readonly string[];
  readonly #numbers: Int32Array;
  /** The nicks of the block, each once. */
  readonly #nicks: readonly string[];

  constructor(rows: readonly string[], lines: readonly LogLine[]) {
    this.rows = rows;
    this.#numbers = new Int32Array(lines.length * columns);
    const nicks = new Map<string, number>();
    const numbers = this.#numbers;
    let at = 0;
    for (const line of lines) {
      const number = nicks.get(line.nick) ?? nicks.size;
      if (number === nicks.size) nicks.set(line.nick, number);
      numbers[at] = kindNumbers[line.kind];
      numbers[at + 1] = line.time ?? -1;
      numbers[at + 2] = number;
      numbers[at + 3] = line.timeStart;
      numbers[at + 4] = line.timeEnd;
      numbers[at + 5] = line.nickStart;
      numbers[at + 6] = line.nickEnd;
      numbers[at + 7] = line.textStart;
      numbers[at + 8] = line.textEnd;
      at += columns;
    }
    this.#nicks = [...nicks.keys()];
  }

  /** What the layout reads in a row. A RangeError tells of a row that is not there. */
  line(row: number): LogLine {
    if (!(row >= 0 && row < this.rows.length)) throw new RangeError(`row ${row} of ${this.rows.length}`);
    const at = row * columns;
    const number = (column: number) => this.#numbers[at + column] as number;
    return {
      kind: this.kind(row),
      time: this.time(row),
      timeStart: number(3),
      timeEnd: number(4),
      nick: this.nick(row),
      nickStart: number(5),
      nickEnd: number(6),
      textStart: number(7),
      textEnd: number(8),
    };
  }

  kind(row: number): LineKind {
    return kinds[this.#numbers[row * columns] ?? 0] as LineKind;
  }

  /** Seconds since midnight; undefined where the line bears no time. */
  time(row: number): number | undefined {
    const time = this.#numbers[row * columns + 1] ?? -1;
    return time < 0 ? undefined : time;
  }

  nick(row: number): string {
    return this.#nicks[this.#numbers[row * columns + 2] ?? 0] ?? '';
  }

  /** The readings of all rows. */
  lines(): LogLine[] {
    return this.rows.map((_, row) => this.line(row));
  }
}

/** How many lines a block holds at most: an edit reads again what changed in it, and sums up this many lines. */
export const blockSize = 256;

/** Cuts rows that are already read into blocks. */
export function blocksOf(rows: readonly string[], lines: readonly LogLine[]): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < rows.length; from += blockSize) {
    blocks.push(new Block(rows.slice(from, from + blockSize), lines.slice(from, from + blockSize)));
  }
  return blocks;
}

/** Reads a row; `above` as in `readLine`. A byte-order mark in front of it is passed over. */
export function readRow(row: string, layout: Layout, above?: LogLine): LogLine {
  const text = row.slice(0, bareLength(row));
  if (!text.startsWith('\uFEFF')) return readLine(layout, text, above);
  const line = readLine(layout, text.slice(1), above);
  return {
    ...line,
    timeStart: line.timeStart + 1,
    timeEnd: line.timeEnd + 1,
    nickStart: line.nickStart + 1,
    nickEnd: line.nickEnd + 1,
    textStart: line.textStart + 1,
    textEnd: line.textEnd + 1,
  };
}

/**
 * A view of a block that is computed once for each block: blocks that an edit did not touch keep theirs.
 * This is what makes an edit cost what it touches.
 */
export function perBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const known = new WeakMap<Block, { readonly value: T }>();
  return (block) => {
    let entry = known.get(block);
    if (!entry) {
      entry = { value: compute(block) };
      known.set(block, entry);
    }
    return entry.value;
  };
}
