import { isDigit } from './characters.js';

/*
 * IRC's control characters for colour and style in text. Spaces and no-break spaces count as codes too, because nicks may be
 * padded.
 */

/** Where a text begins after leading codes. */
export function behindCodes(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isCode(text.charCodeAt(start))) {
    start += text.charCodeAt(start) === colour ? 1 + colourDigits(text, start + 1, to) : 1;
  }
  return start;
}

/** Where a text ends before trailing codes. */
export function beforeCodes(text: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    if (end > from && isCode(text.charCodeAt(end - 1))) end--;
    else if (end - 2 >= from && text.charCodeAt(end - 2) === colour && isDigit(text, end - 1, to)) end -= 2;
    else if (end - 3 >= from && text.charCodeAt(end - 3) === colour && colourDigits(text, end - 2, end) === 2) end -= 3;
    else return end;
  }
}

/** The colour code, which is followed by up to two digits. */
const colour = 3;

function isCode(code: number): boolean {
  return code <= 32 || code === 160;
}

function colourDigits(text: string, at: number, to: number): number {
  if (!isDigit(text, at, to)) return 0;
  return isDigit(text, at + 1, to) ? 2 : 1;
}
