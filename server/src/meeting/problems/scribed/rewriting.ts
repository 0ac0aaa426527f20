import type { CorrectionParts } from '../../scribe/corrections.js';

/* Corrections as they should have been written. */

/** A correction with other texts, and with a delimiter that is not in the old one. */
export function rewritten(parts: CorrectionParts, old: string, text = parts.new, flag: string = parts.flag): string {
  const delimiter = [parts.delimiter, '/', '|'].find((one) => !old.includes(one)) ?? parts.delimiter;
  return `${parts.command}${delimiter}${old}${delimiter}${text}${delimiter}${flag}`;
}

/** The word before another one that is alone in a text, with the space behind it, if only that one has it; else undefined. */
export function wordBefore(text: string, old: string): string | undefined {
  const at = wholeAt(text, old, 0);
  const above = text.slice(0, Math.max(0, at));
  const word = above.slice(above.lastIndexOf(' ', at - 2) + 1);
  return /^[^ ]+ $/.test(word) && text.indexOf(word + old) === at - word.length ? word : undefined;
}

/** Where a text has a word of its own; -1 if nowhere. */
export function wholeAt(text: string, word: string, from: number): number {
  let at = text.indexOf(word, from);
  while (at >= 0 && !isWhole(text, at, word.length)) at = text.indexOf(word, at + 1);
  return at;
}

/** Whether a part of a text is not within a longer word. */
export function isWhole(text: string, at: number, length: number): boolean {
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) && !isLetter(text[at + length]);
}
