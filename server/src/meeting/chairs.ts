import { groupBy } from '../log/groups.js';
import { perObject } from '../log/text/perBlock.js';
import type { ChairChange, Meeting } from './model.js';
import { lastUpTo } from './sorted.js';

const changesByNick = perObject(({ chairChanges }: Meeting) => groupBy(chairChanges, ({ nick }) => nick));

/** What last made someone a chair, or no longer one, before the end of a line; undefined if nothing did. */
export function chairChange(meeting: Meeting, nick: string, line: number): ChairChange | undefined {
  return lastUpTo(changesByNick(meeting).get(nick) ?? [], line);
}

/** What changed the chairs last before the end of a line. */
export function lastChairChange({ chairChanges }: Meeting, line: number): ChairChange | undefined {
  return lastUpTo(chairChanges, line);
}

/** Who is chair at the end of a line, sorted by code point as the bot lists them; without a line, at the end of the meeting. */
export function chairsAt(meeting: Meeting, line = Number.POSITIVE_INFINITY): string[] {
  const chairs = new Set<string>();
  for (const change of meeting.chairChanges) {
    if (change.line > line) break;
    if (change.chair) chairs.add(change.nick);
    else chairs.delete(change.nick);
  }
  return byCodePoint(chairs);
}

/** Strings in the order that MeetBot sorts them. */
export function byCodePoint(strings: Iterable<string>): string[] {
  return [...strings].sort(compareCodePoints);
}

/** UTF-16 sorts surrogates, which stand for the highest code points, below U+E000 to U+FFFF: only there the two orders differ. */
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

/** Walks down a meeting and knows who is chair at each line; a line above the last one begins the walk anew. */
export class ChairCursor {
  readonly #changes: readonly ChairChange[];
  readonly #chairs = new Set<string>();
  #next = 0;
  #line = -1;

  constructor({ chairChanges }: Meeting) {
    this.#changes = chairChanges;
  }

  /** Who is chair at the end of a line; the same set at the next call, with what is in it then. */
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
