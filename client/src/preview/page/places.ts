/*
 * Where on the page the lines of the log are. Lines are 0-based, heights are in pixels from the top of the page.
 */

interface Place {
  readonly element: Element;
  readonly line: number;
}

/** The line of the log that an element comes from. */
export function lineOf(element: Element | null): number | undefined {
  const line = Number(element?.getAttribute('data-line'));
  return line > 0 ? line - 1 : undefined;
}

/**
 * The elements in the order of the log: the header, the items before the first topic, the topics with their items, or the
 * discussion. What a correction inserted comes from a line further down, and is left out.
 */
export function placesIn(minutes: Element): Place[] {
  // The headings of the items before the first topic, and of all items if there is no topic.
  const early = ':is([aria-labelledby="before-the-first-topic"], [aria-labelledby="notes"]) li';
  const inOrder = `:is(header, ${early}, :is([aria-labelledby="topics"], [aria-labelledby="discussion"]) *)[data-line]`;
  const places = [...minutes.querySelectorAll(inOrder)].flatMap((element) => {
    const line = lineOf(element);
    return line === undefined ? [] : [{ element, line }];
  });
  let next = Number.POSITIVE_INFINITY;
  return places
    .reverse()
    .filter(({ line }) => {
      const isInOrder = line <= next;
      if (isInOrder) next = line;
      return isInOrder;
    })
    .reverse();
}

/** Lines of the log and the heights of the elements that come from them, both increasing. */
export class HeightMap {
  readonly #anchors: readonly { readonly line: number; readonly top: number }[];

  /** `endLine` is the first line after the meeting, `inset` how much of the top of the window is covered, in pixels. */
  constructor(minutes: Element, endLine: number, inset: number) {
    const [first, ...rest] = placesIn(minutes).map(({ element, line }) => ({
      line,
      top: element.getBoundingClientRect().top + window.scrollY - inset,
    }));
    const last = document.documentElement.scrollHeight - window.innerHeight;
    this.#anchors = first
      ? [{ line: first.line, top: 0 }, ...rest, { line: endLine, top: Math.max(last, rest.at(-1)?.top ?? 0) }]
      : [];
  }

  /** The height of a line of the log on the page, interpolated between the elements around it. */
  topOf(line: number): number {
    const next = this.#anchors.findIndex((anchor) => anchor.line > line);
    const [from, to] = [this.#anchors[next - 1], this.#anchors[next]];
    if (!from || !to) return next === 0 ? 0 : (this.#anchors.at(-1)?.top ?? 0);
    return from.top + ((line - from.line) / (to.line - from.line)) * (to.top - from.top);
  }

  /** The line of the log at a height of the page; undefined on a page without minutes. */
  lineAt(top: number): number | undefined {
    const next = this.#anchors.findIndex((anchor) => anchor.top > top);
    const [from, to] = [this.#anchors[next - 1], this.#anchors[next]];
    if (!from || !to) return this.#anchors.at(next === 0 ? 0 : -1)?.line;
    return Math.round(from.line + ((top - from.top) / (to.top - from.top)) * (to.line - from.line));
  }
}
