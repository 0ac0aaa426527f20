/*
 * The anchors of a page: four hexadecimal digits that come from the time and the text of a line alone, so that links to it stay
 * right when other lines change. They are those of scribe.perl, whose digest is made for its language: with 64 bits, until a sum
 * has more and everything stays at the highest number.
 */

const half = 2 ** 32;
const encoder = new TextEncoder();

/** Gives each line of a page its anchor. */
export class LineIds {
  /** For each number that is taken, a higher one from which on the next free one is. */
  readonly #higher = new Map<number, number>();

  /** Keeps an anchor that somebody chose from being given to a line. */
  reserve(name: string): void {
    if (/^[0-9a-f]{4}$/.test(name)) this.#take(Number.parseInt(name, 16));
  }

  /** The anchor of a text, given its time in seconds since midnight, 0 if unknown. Clashes count up. */
  next(seconds: number, text: string): string {
    const id = this.#free(digest(seconds, text));
    this.#take(id);
    return id.toString(16).padStart(4, '0');
  }

  #take(id: number): void {
    this.#higher.set(id, id + 1);
  }

  /** The first free number from a number on. What it passes points there afterwards, so that equal lines take no longer. */
  #free(from: number): number {
    const passed: number[] = [];
    let id = from;
    for (let higher = this.#higher.get(id); higher !== undefined; higher = this.#higher.get(id)) {
      passed.push(id);
      id = higher;
    }
    for (const one of passed) this.#higher.set(one, id);
    return id;
  }
}

/** 16 bits; numbers of 64 bits are in two halves. */
function digest(seconds: number, text: string): number {
  let [high, low] = [0, seconds];
  for (const byte of encoder.encode(text)) {
    const sum = low + byte;
    const carried = high + Number(sum >= half);
    const below = sum >>> 0;
    const lower = ((below << 7) >>> 0) + (((low >>> 11) | (high << 21)) >>> 0);
    const upper = (((carried << 7) | (below >>> 25)) >>> 0) + (high >>> 11) + Number(lower >= half);
    if (carried >= half || upper >= half) return 0xffff;
    high = upper;
    low = lower >>> 0;
  }
  return low & 0xffff;
}
