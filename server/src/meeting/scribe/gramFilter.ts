/* A filter that tells, for most texts that are not in some lines, that they are not, without looking at the lines. */

const bits = 1 << 15;

/** What may be in some texts: a Bloom filter of their runs of one to three UTF-16 units. */
export class GramFilter {
  readonly #words = new Uint32Array(bits / 32);

  add(text: string): void {
    let before = 0;
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      this.#set(hash(0, 0, code));
      if (at > 0) this.#set(hash(0, last, code));
      if (at > 1) this.#set(hash(before, last, code));
      before = last;
      last = code;
    }
  }

  /** False only if no text has this one in it. Only its first 64 units are looked at. */
  mayHave(text: string): boolean {
    const most = Math.min(text.length, 64);
    for (let at = 0; at < most; at++) {
      const [before, last] = at > 1 ? [text.charCodeAt(at - 2), text.charCodeAt(at - 1)] : [0, 0];
      const short = at === 1 ? text.charCodeAt(0) : 0;
      if (!this.#has(hash(before, at > 1 ? last : short, text.charCodeAt(at)))) return false;
    }
    return true;
  }

  #set(at: number): void {
    this.#words[at >>> 5] = (this.#words[at >>> 5] ?? 0) | (1 << (at & 31));
  }

  #has(at: number): boolean {
    return ((this.#words[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
  }
}

function hash(a: number, b: number, c: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 17;
}
