import type { Range, TextEdit } from 'vscode-languageserver';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import { problems } from '../../meeting/problems/findProblems.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { type Fix, fix } from './fix.js';
import { fixesOf } from './fixes.js';

/**
 * All preferred fixes of the problems that are shown, as one. One that touches another is left for the next time, since it may
 * mean something else then.
 */
export function fixAll(log: MeetingLog, isShown: (problem: Problem) => boolean): Fix[] {
  const edits: TextEdit[] = [];
  const taken = new Taken();
  for (const problem of problems(log)) {
    if (!isShown(problem)) continue;
    const preferred = fixesOf(log, problem).find((one) => one.preferred);
    if (preferred && taken.take(preferred.edits.map(({ range }) => range))) edits.push(...preferred.edits);
  }
  return edits.length === 0 ? [] : fix('Fix all auto-fixable problems', edits, { isLong: true });
}

/** The ranges of a document that are already edited. */
class Taken {
  readonly #ranges: Range[] = [];

  /** Takes some ranges; false if one of them touches what is taken. */
  take(ranges: readonly Range[]): boolean {
    if (ranges.some((range) => this.#touches(range))) return false;
    for (const range of ranges) this.#ranges.splice(this.#firstBehind(range), 0, range);
    return true;
  }

  /** The ranges are sorted and apart, so that only two can touch another one. */
  #touches(range: Range): boolean {
    const index = this.#firstBehind(range);
    return [this.#ranges[index - 1], this.#ranges[index]].some((taken) => taken !== undefined && touch(taken, range));
  }

  /** The index of the first range that begins at or behind the start of another. */
  #firstBehind({ start }: Range): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const taken = this.#ranges[middle];
      if (taken && isBefore(taken.start, start)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether two ranges have a place in common, even if that is only where one ends and the other begins. */
export function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
