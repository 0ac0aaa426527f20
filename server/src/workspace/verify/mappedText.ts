/** A text made of parts of another, so that each of its characters has a place there. */
export interface MappedText {
  readonly text: string;
  /** The runs that the text is made of, in order: where each begins in the text, and in the source. */
  readonly runs: readonly Run[];
}

interface Run {
  readonly at: number;
  readonly source: number;
  /** Whether its characters are those of the source, one by one, and not a replacement such as a decoded entity. */
  readonly isLiteral: boolean;
}

/** Builds a mapped text. Whitespace is collapsed, and there is none at its start. */
export class TextBuilder {
  #text = '';
  #endsWithSpace = false;
  readonly #runs: Run[] = [];
  /** Where in the source the next literal character would continue the last run. */
  #next = -1;

  /** Appends what a parser read from `start` to `end`, inclusive. A decoded entity is shorter than its source. */
  appendRead(data: string, start: number, end: number): void {
    if (end - start + 1 === data.length) this.append(data, start);
    else this.replace(data, start);
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  get length(): number {
    return this.#text.length;
  }

  /** Appends a part of the source as it is. `source` is its offset there. */
  append(part: string, source: number): void {
    const words = /(\s+)|\S+/g;
    for (let found = words.exec(part); found; found = words.exec(part)) {
      if (found[1] !== undefined) this.#space(source + found.index);
      else this.#run(found[0], source + found.index, true);
    }
  }

  /** Appends what stands for a part of the source. */
  replace(by: string, source: number): void {
    if (by.trim() === '') this.#space(source);
    else this.#run(by, source, false);
  }

  /** Appends a space, unless there is one. */
  #space(source: number): void {
    // To ask the text itself would flatten it each time.
    if (!this.isEmpty && !this.#endsWithSpace) this.#run(' ', source, false);
  }

  #run(part: string, source: number, isLiteral: boolean): void {
    if (!isLiteral || source !== this.#next) this.#runs.push({ at: this.#text.length, source, isLiteral });
    this.#next = isLiteral ? source + part.length : -1;
    this.#text += part;
    this.#endsWithSpace = part.endsWith(' ');
  }

  /** The text so far. */
  done(): MappedText {
    return { text: this.#text.trimEnd(), runs: this.#runs };
  }
}

/** The offset in the source of a character of a mapped text. */
export function sourceOf({ runs }: MappedText, at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) return 0;
  return run.isLiteral ? run.source + at - run.at : run.source;
}

/** Appends lines that a parser read, as `appendRead` does, and ends each but the last by `flush`, after which there is a new builder. */
export function appendLines(
  data: string,
  start: number,
  end: number,
  builder: () => TextBuilder,
  flush: () => void,
): void {
  const isLiteral = end - start + 1 === data.length;
  let from = 0;
  for (let at = data.indexOf('\n'); at >= 0; at = data.indexOf('\n', from)) {
    if (isLiteral) builder().append(data.slice(from, at), start + from);
    flush();
    from = at + 1;
  }
  if (isLiteral) builder().append(data.slice(from), start + from);
  else builder().replace(data.slice(from), start);
}
