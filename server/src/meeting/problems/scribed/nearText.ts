import { slipDistance } from '../../slipDistance.js';

/** Texts longer than this are not compared by spelling, in UTF-16 units; of long lines, the start is. */
const longest = 64;
const longestLine = 2_000;

/** Words, and how many typing errors they are from others. */
interface Near {
  readonly words: string;
  readonly distance: number;
}

/**
 * The words in a text that are most like some other text: equal but for case or a few typing errors; undefined if there are none, or
 * if the scope has no comparisons left.
 */
export function nearWords(typed: string, text: string, scope: { comparisons: number }): Near | undefined {
  if (typed.length < 4 || typed.length > longest) return undefined;
  const allowed = typed.length < 6 ? 1 : typed.length < 20 ? 2 : 3;
  const lower = typed.toLowerCase();
  let best: Near | undefined;
  for (const words of candidates(typed, text.slice(0, longestLine), allowed)) {
    if (scope.comparisons-- <= 0) return best;
    const distance = slipDistance(lower, words.toLowerCase(), allowed);
    if (distance < (best?.distance ?? allowed + 1)) best = { words, distance };
  }
  return best;
}

/** The runs of words of a text that are about as long as others, without punctuation at the end unless the others have some. */
function* candidates(typed: string, text: string, most: number): Generator<string> {
  for (const run of runsOfWords(text, typed.split(/\s+/).length)) {
    const words = punctuation.has(typed.slice(-1)) ? run : withoutPunctuation(run);
    if (Math.abs(words.length - typed.length) <= most && words !== typed) yield words;
  }
}

const punctuation: ReadonlySet<string> = new Set('.,;:!?)');

/** Without the punctuation at its end. */
export function withoutPunctuation(text: string): string {
  let end = text.length;
  while (end > 0 && punctuation.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** All runs of so many words of a text. */
function* runsOfWords(text: string, count: number): Generator<string> {
  const all = Array.from(text.matchAll(/\S+/g));
  for (let at = 0; at + count <= all.length; at++) {
    const [first, last] = [all[at], all[at + count - 1]];
    if (first && last) yield text.slice(first.index, last.index + last[0].length);
  }
}
