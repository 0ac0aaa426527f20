import type { Block } from '../log/text/block.js';
import { perBlock } from '../log/text/perBlock.js';

/*
 * Which blocks may contain a word. Searching a year's log for a name takes a tenth of a second; asking a filter of each block
 * first leaves the few that have the name, and hardly any other.
 */

/** Each word sets two of so many bits: about one in eight is set in a block of ordinary talk. */
const bits = 1 << 14;

/** The bits of a block, for its words of ASCII letters and digits without case. */
const blockBits = perBlock((block) => {
  const set = new Uint32Array(bits / 32);
  const { text } = block;
  forEachWord(text, block.start(0), block.end(block.size - 1), (hash) => {
    for (const bit of bitsOf(hash)) set[bit >> 5] = (set[bit >> 5] ?? 0) | (1 << (bit & 31));
  });
  return set;
});

/** The hashes of a name's words; see `mayContain`. */
export function wordHashes(name: string): readonly number[] {
  const hashes: number[] = [];
  forEachWord(name, 0, name.length, (hash) => hashes.push(hash));
  return hashes;
}

/**
 * Whether a block may contain a name that stands alone, given the name's hashes; false only if it does not. Words in a log whose
 * damage is not undone are not known.
 */
export function mayContain(block: Block, hashes: readonly number[]): boolean {
  if (block.damage) return true;
  const set = blockBits(block);
  return hashes.every((hash) => bitsOf(hash).every((bit) => ((set[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0));
}

function bitsOf(hash: number): readonly [number, number] {
  return [hash & (bits - 1), (hash >>> 14) & (bits - 1)];
}

/** Calls a function with the hash of each run of ASCII letters and digits. */
function forEachWord(text: string, from: number, to: number, found: (hash: number) => void): void {
  let hash = 0;
  let length = 0;
  for (let at = from; at < to; at++) {
    const code = folded(text.charCodeAt(at));
    if (code > 0) {
      hash = (Math.imul(hash, 0x01000193) ^ code) >>> 0;
      length++;
    } else if (length > 0) {
      found(mixed(hash));
      hash = length = 0;
    }
  }
  if (length > 0) found(mixed(hash));
}

/** The code of a letter in lower case, or of a digit; 0 for all others. */
function folded(code: number): number {
  if (code > 64 && code < 91) return code + 32;
  return (code > 96 && code < 123) || (code > 47 && code < 58) ? code : 0;
}

/** Spreads the differences of short words over all bits. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}
