/* Signs as the patterns of the scribe's tools see them. */

const word = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u;
const edge = /^[\s\p{P}<>]/u;

/** The sign that ends at an offset; empty at the start of the text. */
function before(text: string, at: number): string {
  const isPair = at > 1 && text.charCodeAt(at - 1) >> 10 === 0x37 && text.charCodeAt(at - 2) >> 10 === 0x36;
  return text.slice(isPair ? at - 2 : Math.max(0, at - 1), at);
}

/** Whether a letter, a digit or the like ends at an offset. */
export function isWordBefore(text: string, at: number): boolean {
  return word.test(before(text, at));
}

/** Whether a space, punctuation or an angle bracket ends at an offset. */
export function isEdgeBefore(text: string, at: number): boolean {
  return edge.test(before(text, at));
}

/** Whether one of these, or nothing, is at an offset. */
export function isEdgeAt(text: string, at: number): boolean {
  return at >= text.length || edge.test(text.slice(at, at + 2));
}

/** Finds a sign again and again, from offsets that only grow: together, that takes one look at the text. */
export class NextSign {
  #known = -1;

  constructor(
    readonly text: string,
    readonly sign: string,
  ) {}

  /** The offset of the next one at or behind an offset, or the length of the text. */
  from(at: number): number {
    if (this.#known < at) {
      const found = this.text.indexOf(this.sign, at);
      this.#known = found < 0 ? this.text.length : found;
    }
    return this.#known;
  }
}
