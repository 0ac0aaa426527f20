import { groupBy } from '../log/groups.js';
import { perObject } from '../log/text/perBlock.js';
import type { ChairChange, Meeting } from './model.js';
import { lastUpTo } from './sorted.js';

const changesByNick = perObject(({ chairChanges }: Meeting) => groupBy(chairChanges, ({ nick }) => nick));

/** The last change that made someone a chair, or no longer a chair, up to a line (inclusive); undefined if there is none. */
export function chairChange(meeting: Meeting, nick: string, line: number): ChairChange | undefined {
  return lastUpTo(changesByNick(meeting).get(nick) ?? [], line);
}

/** The last change of chairs up to a line (inclusive). */
export function lastChairChange({ chairChanges }: Meeting, line: number): ChairChange | undefined {
  return lastUpTo(chairChanges, line);
}

/** The chairs after a line, sorted by code point as the bot lists them; without a line, at the end of the meeting. */
export function chairsAt(meeting: Meeting, line = Number.POSITIVE_INFINITY): string[] {
  const chairs = new Set<string>();
  for (const change of meeting.chairChanges) {
    if (change.line > line) break;
    if (change.chair) chairs.add(change.nick);
    else chairs.delete(change.nick);
  }
  return byCodePoint(chairs);
}

/** Sorts strings as MeetBot does. */
export function byCodePoint(strings: Iterable<string>): string[] {
  return [...strings].sort(compareCodePoints);
}

/** UTF-16 order puts surrogates, which encode the highest code points, before U+E000 to U+FFFF: that is the only difference. */
function compareCodePoints(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/** Walks down a meeting, keeping track of its chairs; a line above the last one restarts the walk. */
export class ChairCursor {
  readonly #changes: readonly ChairChange[];
  readonly #chairs = new Set<string>();
  #next = 0;
  #line = -1;

  constructor({ chairChanges }: Meeting) {
    this.#changes = chairChanges;
  }

  /** The chairs after a line. The set is reused and changed by the next call. */
  at(line: number): ReadonlySet<string> {
    if (line < this.#line) {
      this.#next = 0;
      this.#chairs.clear();
    }
    this.#line = line;
    for (let change = this.#changes[this.#next]; change && change.line <= line; change = this.#changes[this.#next]) {
      if (change.chair) this.#chairs.add(change.nick);
      else this.#chairs.delete(change.nick);
      this.#next++;
    }
    return this.#chairs;
  }
}
