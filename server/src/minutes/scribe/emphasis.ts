import type { Emphasis, Piece } from './pieces.js';
import { isEdgeAt, isEdgeBefore } from './textEdges.js';

/** What is emphasised by which signs around it. */
const marks = { _: 'u', '/': 'em', '*': 'strong', '`': 'code' } as const satisfies Readonly<Record<string, Emphasis>>;

type Mark = keyof typeof marks;

/** Smileys and arrows, in the order in which they are replaced, and their signs. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/:-\)/g, '☺'],
  [/;-\)/g, '😉\ufe0e'],
  [/:-\(/g, '☹'],
  [/:-\//g, '😕\ufe0e'],
  [/,-\)/g, '😜\ufe0e'],
  [/\\o\//g, '🙌\ufe0e'],
  [/(^|[^-])-->/g, '$1⟶'],
  [/(^|[^-])->/g, '$1→'],
  [/(^|[^=])==>/g, '$1⟹'],
  [/(^|[^=])=>/g, '$1⇒'],
  [/<--(?!-)/g, '⟵'],
  [/<-(?!-)/g, '←'],
  [/<==(?!=)/g, '⟸'],
  [/<=(?!=)/g, '⇐'],
];

/**
 * A text with its emphasis: `_u_`, `/em/`, `*strong*` and `` `code` `` beside spaces, punctuation or its ends, nested; smileys and
 * arrows as signs. Formulas between dollar signs stay as they are; `\$` is a dollar sign.
 */
export function emphasised(text: string): Piece[] {
  let replaced = text;
  for (const [pattern, sign] of signs) replaced = replaced.replace(pattern, sign);
  return new Emphasised(replaced).pieces(0, replaced.length, deepest);
}

/** How deep emphasis may be within emphasis: a line of backticks would be half as deep as it is long. */
const deepest = 10;

class Emphasised {
  /** For each sign and offset, where the next one is that may close. */
  readonly #closings = new Map<string, Int32Array>();
  readonly #dollars: Int32Array | undefined;

  constructor(readonly text: string) {
    for (const mark of Object.keys(marks)) {
      if (text.includes(mark))
        this.#closings.set(
          mark,
          nextOnes(text, mark, (at) => isEdgeAt(text, at + 1)),
        );
    }
    if (text.includes('$')) this.#dollars = nextOnes(text, '$', () => true);
  }

  /** The pieces of a part, which is read as if it were a text of its own. */
  pieces(from: number, to: number, depth: number): Piece[] {
    const all: Piece[] = [];
    // What is not found once can later only be at the very start of the rest.
    const missing = new Set<Search>();
    let done = from;
    const find = (search: Search) => {
      const found = search(done, missing.has(search) ? Math.min(to, done + 1) : to, to);
      if (!found) missing.add(search);
      return found;
    };
    for (let next = depth > 0 && firstOf(this.#searches, find); next; next = firstOf(this.#searches, find)) {
      all.push(...this.pieces(done, next.start, depth), ...this.#inside(next, depth - 1));
      done = next.end;
    }
    if (done < to) all.push({ kind: 'text', text: this.text.slice(done, to) });
    return all;
  }

  /** In this order: whatever is found first by an earlier one counts. */
  readonly #searches: readonly Search[] = [
    (from, last, to) => this.#emphasis(from, last, to),
    (from, last, to) => this.#formula('$$', from, last, to),
    (from, last, to) => this.#formula('$', from, last, to),
    (from, last) => this.#dollar(from, last),
  ];

  #inside({ start, end, kind }: Part, depth: number): Piece[] {
    if (kind === 'formula') return [{ kind: 'text', text: this.text.slice(start, end) }];
    if (kind === 'dollar') return [{ kind: 'text', text: '$' }];
    return [{ kind, pieces: this.pieces(start + 1, end - 1, depth) }];
  }

  #emphasis(from: number, last: number, to: number): Part | undefined {
    for (let at = from; at < Math.min(last, to - 2); at++) {
      const mark = this.text.charAt(at);
      const closing = this.#closings.get(mark);
      if (!closing || (at > from && !isEdgeBefore(this.text, at))) continue;
      const close = Math.min(closing[at + 2] ?? to, this.text[to - 1] === mark ? to - 1 : to);
      if (close < to) return { kind: marks[mark as Mark], start: at, end: close + 1 };
    }
    return undefined;
  }

  /** A formula between dollar signs, unless a backslash is before it. */
  #formula(fence: '$' | '$$', from: number, last: number, to: number): Part | undefined {
    const { length } = fence;
    for (const at of this.#dollarsIn(from, last)) {
      if (!this.text.startsWith(fence, at) || (at > from && this.text[at - 1] === '\\')) continue;
      const close = this.#dollars?.[at + length] ?? to;
      const end = close + length;
      if (close > at + length && end <= to && this.text.startsWith(fence, close))
        return { kind: 'formula', start: at, end };
    }
    return undefined;
  }

  #dollar(from: number, last: number): Part | undefined {
    for (const at of this.#dollarsIn(from + 1, last)) {
      if (this.text[at - 1] === '\\') return { kind: 'dollar', start: at - 1, end: at + 1 };
    }
    return undefined;
  }

  *#dollarsIn(from: number, to: number): Generator<number> {
    if (!this.#dollars) return;
    for (let at = this.#dollars[from] ?? to; at < to; at = this.#dollars[at + 1] ?? to) yield at;
  }
}

/** Looks for something that begins before `last`, in a part that ends at `to`. */
type Search = (from: number, last: number, to: number) => Part | undefined;

function firstOf(searches: readonly Search[], find: (search: Search) => Part | undefined): Part | undefined {
  for (const search of searches) {
    const found = find(search);
    if (found) return found;
  }
  return undefined;
}

/** A part of a text with its marks: offsets, end exclusive. */
interface Part {
  readonly kind: Emphasis | 'formula' | 'dollar';
  readonly start: number;
  readonly end: number;
}

/** For each offset, where the next sign is that counts; the length of the text if there is none. */
function nextOnes(text: string, sign: string, counts: (at: number) => boolean): Int32Array {
  const next = new Int32Array(text.length + 3).fill(text.length);
  for (let at = text.length - 1; at >= 0; at--) {
    next[at] = text[at] === sign && counts(at) ? at : (next[at + 1] ?? text.length);
  }
  return next;
}
