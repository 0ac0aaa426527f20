import { type Layout, readWithin, saysWhoSpeaks } from '../layouts/layout.js';
import { type MessageScanner, messageScanner, scanMessage } from '../layouts/messageScanner.js';
import { bareEnd, rowEnds } from '../lineEnds.js';
import type { LineKind, LogLine } from '../logLine.js';
import { Nicks } from './nicks.js';

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

/** In the place of a kind: the row was not read yet. */
const notRead = -1;

/** The numbers that a block keeps of a row: its kind, the number of its nick (-1 until it is asked for), its time (-1 for none), and six offsets. */
const columns = 9;

/**
 * Some rows of a log: the text that they stand in, from `from` on, where each of them ends in it, and what is known of each (see `columns`), if anything
 * is. The text may hold more: the blocks of a log that was just opened stand in one.
 */
export interface Rows {
  readonly text: string;
  readonly from: number;
  readonly ends: Int32Array;
  readonly numbers: Int32Array | undefined;
}

/** How the rows of a log are read, which all of its blocks share. */
export interface Reading {
  readonly layout: Layout;
  readonly nicks: Nicks;
  /** What is tried first. */
  readonly scanner: MessageScanner | undefined;
}

/** How the rows of a log in a layout are read. */
export function readingOf(layout: Layout): Reading {
  const isPlain = !layout.below && !layout.relays;
  return { layout, nicks: new Nicks(), scanner: isPlain && layout.head ? messageScanner(layout.head) : undefined };
}

/**
 * Some hundred consecutive lines of a log with their reading. An edit makes new blocks where it touches, and takes the readings of
 * all other rows along. A row is read when it is first asked for, and its reading is kept as numbers, a third of what objects would
 * take; whoever asks for a line gets a new object.
 */
export class Block {
  /** The text that the rows stand in, which may hold more. */
  readonly text: string;
  /** How many rows there are. */
  readonly size: number;
  readonly #from: number;
  readonly #ends: Int32Array;
  #numbers: Int32Array | undefined;
  readonly #reading: Reading;

  constructor({ text, from, ends, numbers }: Rows, reading: Reading) {
    this.text = text;
    this.size = ends.length;
    this.#from = from;
    this.#ends = ends;
    this.#numbers = numbers;
    this.#reading = reading;
  }

  /** The rows with their line ends. */
  toString(): string {
    return this.text.slice(this.#from, this.end(this.size - 1));
  }

  /** Where a row begins in the text. */
  start(row: number): number {
    return row === 0 ? this.#from : (this.#ends[row - 1] as number);
  }

  /** Where a row ends in the text, its line end included. */
  end(row: number): number {
    return this.#ends[row] as number;
  }

  /** A row with its line end. A RangeError tells of a row that is not there. */
  row(row: number): string {
    this.#check(row);
    return this.text.slice(this.start(row), this.end(row));
  }

  /** A row without its line end. */
  bare(row: number): string {
    this.#check(row);
    return this.text.slice(this.start(row), this.#bareEnd(row));
  }

  /** What the layout reads in a row. */
  line(row: number): LogLine {
    this.#check(row);
    return {
      kind: this.kind(row),
      time: this.time(row),
      timeStart: this.#number(row, 3),
      timeEnd: this.#number(row, 4),
      nick: this.nick(row),
      nickStart: this.#number(row, 5),
      nickEnd: this.#number(row, 6),
      textStart: this.#number(row, 7),
      textEnd: this.#number(row, 8),
    };
  }

  kind(row: number): LineKind {
    return kinds[this.#number(row, 0)] as LineKind;
  }

  /** Seconds since midnight; undefined where the line bears no time. */
  time(row: number): number | undefined {
    const time = this.#number(row, 2);
    return time < 0 ? undefined : time;
  }

  nick(row: number): string {
    const { nicks } = this.#reading;
    const known = this.#number(row, 1);
    if (known >= 0) return nicks.name(known);
    const start = this.start(row);
    const number = nicks.number(this.text.slice(start + this.#number(row, 5), start + this.#number(row, 6)));
    (this.#numbers as Int32Array)[row * columns + 1] = number;
    return nicks.name(number);
  }

  /** Where what is said on a row begins in the text, and where it ends. */
  textStart(row: number): number {
    return this.start(row) + this.#number(row, 7);
  }

  textEnd(row: number): number {
    return this.start(row) + this.#number(row, 8);
  }

  /**
   * Where what is said on a row begins in the text, by a look at its head that keeps nothing; -1 where the row must be read to know. Most rows are talk: whoever
   * looks for something else need not have them read.
   */
  glance(row: number): number {
    const { scanner } = this.#reading;
    if (!scanner) return -1;
    const { scan, head } = scanner;
    return scan(this.text, this.start(row), this.end(row), head) ? head.end : -1;
  }

  /** Rows `from` to `to` (exclusive) with all that is known of them. */
  part(from: number, to: number): Rows {
    return cut({ text: this.text, from: this.#from, ends: this.#ends, numbers: this.#numbers }, from, to);
  }

  /** For a layout with headings: reads all rows, by the line above the block that says who speaks, and gives the one that says so below it. */
  readBelow(above: LogLine | undefined): LogLine | undefined {
    let speaking = above;
    for (let row = 0; row < this.size; row++) {
      const line = this.#readNow(row, speaking);
      if (saysWhoSpeaks(line)) speaking = line;
    }
    return speaking;
  }

  #check(row: number): void {
    if (!(row >= 0 && row < this.size)) throw new RangeError(`row ${row} of ${this.size}`);
  }

  #bareEnd(row: number): number {
    return bareEnd(this.text, this.start(row), this.end(row));
  }

  /** One of the numbers of a row; reads the row if that was not done. */
  #number(row: number, column: number): number {
    this.#numbers ??= new Int32Array(this.size * columns).fill(notRead);
    const numbers = this.#numbers;
    const at = row * columns;
    if (numbers[at] === notRead) this.#read(row, numbers);
    return numbers[at + column] as number;
  }

  #read(row: number, numbers: Int32Array): void {
    const { scanner } = this.#reading;
    const at = row * columns;
    if (scanner && scanMessage(scanner, this.text, this.start(row), this.#bareEnd(row), numbers, at + 2)) {
      numbers[at] = kindNumbers.message;
      numbers[at + 1] = -1;
    } else {
      this.#readNow(row);
    }
  }

  #readNow(row: number, above?: LogLine): LogLine {
    const { layout, nicks } = this.#reading;
    const line = readWithin(layout, this.text, this.start(row), this.#bareEnd(row), above);
    this.#numbers ??= new Int32Array(this.size * columns).fill(notRead);
    const numbers = this.#numbers;
    const at = row * columns;
    numbers[at] = kindNumbers[line.kind];
    numbers[at + 1] = nicks.number(line.nick);
    numbers[at + 2] = line.time ?? -1;
    numbers[at + 3] = line.timeStart;
    numbers[at + 4] = line.timeEnd;
    numbers[at + 5] = line.nickStart;
    numbers[at + 6] = line.nickEnd;
    numbers[at + 7] = line.textStart;
    numbers[at + 8] = line.textEnd;
    return line;
  }
}

/** The rows of a text, none of them read. `isPart` as in `rowEnds`. */
export function unreadRows(text: string, isPart = false): Rows {
  return { text, from: 0, ends: rowEnds(text, isPart), numbers: undefined };
}

/** All rows of some parts, one after the other, in a text of their own. */
export function joinRows(parts: readonly Rows[]): Rows {
  const size = parts.reduce((sum, { ends }) => sum + ends.length, 0);
  const ends = new Int32Array(size);
  const numbers = new Int32Array(size * columns);
  let row = 0;
  let text = '';
  for (const part of parts) {
    if (part.numbers) numbers.set(part.numbers, row * columns);
    else numbers.fill(notRead, row * columns, (row + part.ends.length) * columns);
    const shift = text.length - part.from;
    for (const end of part.ends) ends[row++] = end + shift;
    text += part.text.slice(part.from, part.ends.at(-1) ?? part.from);
  }
  return { text, from: 0, ends, numbers };
}

/** How many lines a block holds at most. */
export const blockSize = 256;
/** A block that holds fewer lines is joined with the next. */
export const leastBlockSize = 64;
/** How many UTF-16 units a block holds at most, unless a single line is longer: what an edit copies. */
const longestBlock = 64 * 1024;

/** Cuts rows into blocks of about one size. */
export function blocksOf(rows: Rows, reading: Reading): Block[] {
  const { from, ends } = rows;
  const most = Math.ceil(ends.length / Math.ceil(ends.length / blockSize));
  const blocks: Block[] = [];
  for (let first = 0; first < ends.length; ) {
    const start = first === 0 ? from : (ends[first - 1] as number);
    let next = Math.min(first + most, ends.length);
    while (next > first + 1 && (ends[next - 1] as number) - start > longestBlock) next--;
    blocks.push(new Block(cut(rows, first, next), reading));
    first = next;
  }
  return blocks;
}

/** Rows `from` to `to` (exclusive). */
function cut(rows: Rows, from: number, to: number): Rows {
  return {
    text: rows.text,
    from: from === 0 ? rows.from : (rows.ends[from - 1] as number),
    ends: rows.ends.subarray(from, to),
    numbers: rows.numbers?.slice(from * columns, to * columns),
  };
}
