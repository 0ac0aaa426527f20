import { bullet, isDigit } from './characters.js';

/*
 * IRC's control characters for colour and style in text, and invisible characters. Around nicks, spaces and no-break spaces count
 * as codes too, because nicks may be padded.
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
  return code <= 32 || (code >= 160 && (code === 160 || isInvisible(code)));
}

/** Zero-width spaces, joiners and marks of direction, word joiners, byte-order marks and soft hyphens. */
function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || code === 0xad;
}

const invisible = String.raw`\u00ad\u200b-\u200f\u2060\ufeff`;
const styles = String.raw`\u0002\u000f\u0011\u0016\u001d-\u001f`;
/** Codes within a text. */
const codes = new RegExp(String.raw`\u0003(?:\d{1,2}(?:,\d{1,2})?)?|\u0004[\dA-Fa-f]{6}|[${styles}${invisible}]`, 'g');

/** A text without codes, and where each of its characters is in the text with them. */
export interface Uncoded {
  readonly plain: string;
  offset(at: number): number;
}

/** A text without its codes, with offsets. */
export function uncoded(text: string): Uncoded {
  if (text.search(codes) < 0) return { plain: text, offset: (at) => at };
  const starts: number[] = [];
  let plain = '';
  let end = 0;
  const keep = (to: number) => {
    for (let at = end; at < to; at++) starts.push(at);
    plain += text.slice(end, to);
  };
  for (const { 0: code, index } of text.matchAll(codes)) {
    keep(index);
    end = index + code.length;
  }
  keep(text.length);
  return { plain, offset: (at) => starts[at] ?? text.length };
}

/** A text without its codes. */
export function withoutCodes(text: string): string {
  return text.replace(codes, '');
}

function colourDigits(text: string, at: number, to: number): number {
  if (!isDigit(text, at, to)) return 0;
  return isDigit(text, at + 1, to) ? 2 : 1;
}

/**
 * Where a nick ends before the mark of an operator or the like, which some themes write behind it. A nick with a character that
 * IRC does not allow in nicks is a name of another network, to which such a sign may belong.
 */
export function beforeMark(text: string, from: number, to: number): number {
  const last = text.charCodeAt(to - 1);
  const isMark = last === 64 || last === 43 || last === 37 || last === 38 || last === 126 || last === bullet;
  return isMark && /^[\w[\]\\`^{|}-]+$/.test(text.slice(from, to - 1)) ? to - 1 : to;
}
