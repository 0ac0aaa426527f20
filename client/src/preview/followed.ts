/**
 * What an editor shows of a log while a preview goes with it. It tells scrolling that the preview caused, which must not come back
 * to it, from a person's: what brings the log nearer to the line that the preview asked for is the preview's. Lines are counted
 * from 0.
 */
export class Followed {
  /** The first line that is seen, as far as it is known. */
  #top: number | undefined;
  /** The lines that were asked for, the last at the end; those before the one that came last are forgotten. */
  #goals: { readonly from: number; readonly to: number }[] = [];
  /** The line that is to come into view, wherever. */
  #awaited: number | undefined;

  constructor(top: number | undefined) {
    this.#top = top;
  }

  /** A line was asked for as the first; VS Code keeps up to `above` lines above it. */
  askFor(line: number, above: number): void {
    this.#goals.push({ from: line - above, to: line });
  }

  /** A line that cannot be seen was asked for. */
  awaits(line: number): void {
    this.#awaited = line;
  }

  /** The lines that are seen are these now, inclusive; whether a person scrolled there. */
  isScrolledTo(top: number, bottom: number): boolean {
    const before = this.#top;
    this.#top = top;
    if (this.#awaited !== undefined) {
      if (top <= this.#awaited && this.#awaited <= bottom) this.#awaited = undefined;
      return false;
    }
    // An editor that is new has not been scrolled, and one whose size changes keeps its first line.
    if (before === undefined || before === top) return false;
    const isAsked = this.#isOnTheWay(before, top);
    if (!isAsked) this.#goals = [];
    return !isAsked;
  }

  /** Whether a line is between where the log was and what was asked for. */
  #isOnTheWay(before: number, top: number): boolean {
    const came = this.#goals.findLastIndex(({ from, to }) => from <= top && top <= to);
    if (came > 0) this.#goals.splice(0, came);
    const lowest = Math.min(before, ...this.#goals.map(({ from }) => from));
    const highest = Math.max(before, ...this.#goals.map(({ to }) => to));
    return this.#goals.length > 0 && lowest <= top && top <= highest;
  }
}
