/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Parts of a text, asked for what overlaps with them. */
export class Spans {
  /** In order; those that overlap are joined. */
  readonly #joined: { start: number; end: number }[] = [];

  constructor(spans: readonly Span[]) {
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = this.#joined.at(-1);
      if (last && start < last.end) last.end = Math.max(last.end, end);
      else this.#joined.push({ start, end });
    }
  }

  /** Whether a part has something in common with one of them. */
  overlap({ start, end }: Span): boolean {
    let low = 0;
    let high = this.#joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#joined[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const next = this.#joined[low];
    return next !== undefined && next.start < end;
  }
}
