/**
 * The visible lines of a log in an editor while a preview follows it. Distinguishes the user's scrolling from that caused by the
 * preview, which must not be sent back: scrolling that brings the log closer to the line that the preview asked for is the
 * preview's. Lines are 0-based.
 */
export class Followed {
  /** The first visible line, if known. */
  #top: number | undefined;
  /** The lines that were asked for, oldest first; those before the one reached last are forgotten. */
  #goals: { readonly from: number; readonly to: number }[] = [];
  /** A line that is about to come into view, anywhere in the editor. */
  #awaited: number | undefined;

  constructor(top: number | undefined) {
    this.#top = top;
  }

  /** A line was asked for as the first visible one; VS Code keeps up to `above` lines above it. */
  askFor(line: number, above: number): void {
    this.#goals.push({ from: line - above, to: line });
  }

  /** A line that is not visible was asked for. */
  awaits(line: number): void {
    this.#awaited = line;
  }

  /** The visible lines changed to these, inclusive. Returns whether the user scrolled there. */
  isScrolledTo(top: number, bottom: number): boolean {
    const before = this.#top;
    this.#top = top;
    if (this.#awaited !== undefined) {
      if (top <= this.#awaited && this.#awaited <= bottom) this.#awaited = undefined;
      return false;
    }
    // A new editor has not been scrolled, and an editor that is resized keeps its first line.
    if (before === undefined || before === top) return false;
    const isAsked = this.#isOnTheWay(before, top);
    if (!isAsked) this.#goals = [];
    return !isAsked;
  }

  /** Whether a line is between the previous first line and the lines that were asked for. */
  #isOnTheWay(before: number, top: number): boolean {
    const came = this.#goals.findLastIndex(({ from, to }) => from <= top && top <= to);
    if (came > 0) this.#goals.splice(0, came);
    const lowest = Math.min(before, ...this.#goals.map(({ from }) => from));
    const highest = Math.max(before, ...this.#goals.map(({ to }) => to));
    return this.#goals.length > 0 && lowest <= top && top <= highest;
  }
}
