import type { DateOrder } from '../facts/dateNotation.js';
import { outOfRange } from '../indexing.js';
import { isEventMark } from '../layouts/characters.js';
import type { Damage } from '../layouts/damage.js';
import { type Around, type Layout, readWithin, relayOf, saysWhoSpeaks } from '../layouts/layout.js';
import { type MessageScanner, messageScanner, scanMessage } from '../layouts/messageScanner.js';
import { bareEnd } from '../lineEnds.js';
import type { LineKind, LogLine } from '../logLine.js';
import { Nicks } from './nicks.js';
import { columns, cutRows, notRead, type Rows, rowStart } from './rows.js';

/** The kinds of lines, whose indices are stored in blocks. */
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

const message = kinds.indexOf('message');

/** How the rows of a log are read; shared by all of its blocks. */
export interface BlockReading {
  readonly layout: Layout;
  readonly nicks: Nicks;
  /** A faster reading that is tried first. */
  readonly scanner: MessageScanner | undefined;
}

/** How the rows of a log are read in a layout. */
export function readingOf(layout: Layout): BlockReading {
  const isPlain = !layout.below && !layout.relays && !layout.damage && !layout.padding && !layout.trailer;
  return { layout, nicks: new Nicks(), scanner: isPlain && layout.head ? messageScanner(layout.head) : undefined };
}

/**
 * Some hundred consecutive lines of a log with their readings. An edit makes new blocks only where it touches, and keeps the
 * readings of all other rows. A row is read on first access, and its reading is stored as numbers, a third of the size of
 * objects; callers that ask for a line get a new object.
 */
export class Block {
  /** The text that contains the rows, and possibly more. */
  readonly text: string;
  /** How many rows there are. */
  readonly size: number;
  readonly #from: number;
  readonly #ends: Int32Array;
  #numbers: Int32Array | undefined;
  readonly #reading: BlockReading;
  readonly #views: unknown[] = [];

  constructor({ text, from, ends, numbers }: Rows, reading: BlockReading) {
    this.text = text;
    this.size = ends.length;
    this.#from = from;
    this.#ends = ends;
    this.#numbers = numbers;
    this.#reading = reading;
  }

  /** In which order the log writes days and months in numbers, if that matters. */
  get dateOrder(): DateOrder | undefined {
    return this.#reading.layout.dateOrder;
  }

  /** The rows with their line ends. */
  toString(): string {
    return this.text.slice(this.#from, this.end(this.size - 1));
  }

  /** Where a row begins in the text. */
  start(row: number): number {
    return row === 0 ? this.#from : (this.#ends[row - 1] ?? outOfRange(row, this.size));
  }

  /** Where a row ends in the text, including its line end. */
  end(row: number): number {
    return this.#ends[row] ?? outOfRange(row, this.size);
  }

  /** A row with its line end. Throws a RangeError if there is no such row. */
  row(row: number): string {
    this.#check(row);
    return this.text.slice(this.start(row), this.end(row));
  }

  /** A row without its line end. */
  bare(row: number): string {
    this.#check(row);
    return this.text.slice(this.start(row), this.#bareEnd(row));
  }

  /** The layout's reading of a row. */
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

  /** The damage of the log that the block is part of. */
  get damage(): Damage | undefined {
    return this.#reading.layout.damage;
  }

  kind(row: number): LineKind {
    return kinds[this.#number(row, 0)] ?? 'other';
  }

  /** Seconds since midnight; undefined if the line has no time. */
  time(row: number): number | undefined {
    const time = this.#number(row, 2);
    return time < 0 ? undefined : time;
  }

  /** Where the time stamp of a row begins and ends in the text. */
  timeStart(row: number): number {
    return this.start(row) + this.#number(row, 3);
  }

  timeEnd(row: number): number {
    return this.start(row) + this.#number(row, 4);
  }

  nick(row: number): string {
    const { nicks } = this.#reading;
    const known = this.#number(row, 1);
    if (known >= 0) return nicks.name(known);
    const start = this.start(row);
    const number = nicks.number(this.text.slice(start + this.#number(row, 5), start + this.#number(row, 6)));
    if (this.#numbers) this.#numbers[row * columns + 1] = number;
    return nicks.name(number);
  }

  /** The nick of the bridge that wrote a row for someone else; undefined if no bridge did. Reads the row again. */
  relay(row: number): string | undefined {
    return this.#reading.layout.relays && relayOf(this.#reading.layout, this.bare(row));
  }

  /** Where the nick begins in a row. */
  nickStart(row: number): number {
    return this.#number(row, 5);
  }

  /** Where what is said in a row begins and ends in the text. */
  textStart(row: number): number {
    return this.start(row) + this.#number(row, 7);
  }

  textEnd(row: number): number {
    return this.start(row) + this.#number(row, 8);
  }

  /**
   * Where what is said in a row begins in the text, found by scanning its head without storing anything; -1 if the row must be
   * read for that. Most rows are talk, which callers who look for something else need not read.
   */
  glance(row: number): number {
    const { scanner } = this.#reading;
    if (!scanner) return -1;
    const { scan, head } = scanner;
    const isMessage =
      scan(this.text, this.start(row), this.end(row), head) && !isEventMark(this.text, head.nickStart, head.nickEnd);
    return isMessage ? head.end : -1;
  }

  /** The value of a view of the block, by the number that `perBlock` gave it; computed once. */
  view<T>(number: number, compute: (block: Block) => T): T {
    let kept = this.#views[number] as { readonly value: T } | undefined;
    if (!kept) {
      kept = { value: compute(this) };
      this.#views[number] = kept;
    }
    return kept.value;
  }

  /** Rows `from` to `to` (exclusive) with all that is known of them. */
  part(from: number, to: number): Rows {
    return cutRows({ text: this.text, from: this.#from, ends: this.#ends, numbers: this.#numbers }, from, to);
  }

  /**
   * For layouts with headings: reads all rows, given the last heading above the block and the rows below it that matter, and
   * returns the last heading at its end.
   */
  readBelow(above: LogLine | undefined, ahead: readonly string[]): LogLine | undefined {
    const { lookahead = 0 } = this.#reading.layout;
    let speaking = above;
    for (let row = 0; row < this.size; row++) {
      const line = this.#readNow(row, {
        above: speaking,
        ahead: lookahead > 0 ? this.#ahead(row, lookahead, ahead) : [],
      });
      if (saysWhoSpeaks(line)) speaking = line;
    }
    return speaking;
  }

  #check(row: number): void {
    if (!(row >= 0 && row < this.size)) outOfRange(row, this.size);
  }

  #bareEnd(row: number): number {
    return bareEnd(this.text, this.start(row), this.end(row));
  }

  /** One of the numbers of a row; reads the row if necessary. */
  #number(row: number, column: number): number {
    this.#numbers ??= new Int32Array(this.size * columns).fill(notRead);
    const numbers = this.#numbers;
    const at = row * columns;
    if (numbers[at] === notRead) this.#read(row, numbers);
    return numbers[at + column] ?? outOfRange(row, this.size);
  }

  #read(row: number, numbers: Int32Array): void {
    const { scanner } = this.#reading;
    const at = row * columns;
    if (scanner && scanMessage(scanner, this.text, this.start(row), this.#bareEnd(row), numbers, at + 2)) {
      numbers[at] = message;
      numbers[at + 1] = -1;
    } else {
      this.#readNow(row);
    }
  }

  /** The rows below a row, some of them perhaps below the block. */
  #ahead(row: number, count: number, below: readonly string[]): string[] {
    const rows: string[] = [];
    for (let next = row + 1; rows.length < count && next < this.size; next++) rows.push(this.bare(next));
    return [...rows, ...below.slice(0, count - rows.length)];
  }

  #readNow(row: number, around?: Around): LogLine {
    const { layout, nicks } = this.#reading;
    const line = readWithin(layout, this.text, this.start(row), this.#bareEnd(row), around);
    this.#numbers ??= new Int32Array(this.size * columns).fill(notRead);
    const numbers = this.#numbers;
    const at = row * columns;
    numbers[at] = kinds.indexOf(line.kind);
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

/** The most lines of a block. */
export const blockSize = 256;
/** A block with fewer lines is merged with the next. */
export const leastBlockSize = 64;
/** The most UTF-16 units of a block, unless a single line is longer: this is what an edit copies. */
const longestBlock = 64 * 1024;

/** Cuts rows into blocks of about the same size. */
export function blocksOf(rows: Rows, reading: BlockReading): Block[] {
  const { ends } = rows;
  const most = Math.ceil(ends.length / Math.ceil(ends.length / blockSize));
  const blocks: Block[] = [];
  for (let first = 0; first < ends.length; ) {
    const start = rowStart(rows, first);
    let next = Math.min(first + most, ends.length);
    while (next > first + 1 && rowStart(rows, next) - start > longestBlock) next--;
    blocks.push(new Block(cutRows(rows, first, next), reading));
    first = next;
  }
  return blocks;
}
