/*
 * Characters of a text and small groups of them, by their codes: the building blocks of scanners. None looks beyond `to`.
 * Functions that look for something return the offset after it, or -1 if it is not there; given the offset -1, they return -1.
 */

/** UTF-16 codes of what layouts write around times and nicks. */
export const [tab, space, hyphen, dot, colon, open, close, openBracket, closeBracket] = [
  9, 32, 45, 46, 58, 60, 62, 91, 93,
] as const;

/** IRCCloud's prefix of nicks. */
export const bullet = 0x2022;

/** After a character. */
export function behind(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? at + 1 : -1;
}

/** After an optional character. */
export function perhaps(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? at + 1 : at;
}

/** After all spaces and tabs, but at most `most`. */
export function blanks(text: string, at: number, to: number, most: number): number {
  if (at < 0) return -1;
  let end = at;
  while (end < at + most && (isAt(text, end, to, space) || isAt(text, end, to, tab))) end++;
  return end;
}

/** After two digits. */
export function pair(text: string, at: number, to: number): number {
  return isDigit(text, at, to) && isDigit(text, at + 1, to) ? at + 2 : -1;
}

/** After a character and two digits. */
export function pairBehind(text: string, at: number, to: number, code: number): number {
  return isAt(text, at, to, code) ? pair(text, at + 1, to) : -1;
}

/** The value of two digits; -1 if they are not digits. */
export function twoDigits(text: string, at: number, to: number): number {
  if (at + 1 >= to) return -1;
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

export function isDigit(text: string, at: number, to: number): boolean {
  if (at < 0 || at >= to) return false;
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

export function isAt(text: string, at: number, to: number, code: number): boolean {
  return at >= 0 && at < to && text.charCodeAt(at) === code;
}

export function isIn(text: string, at: number, to: number, characters: string): boolean {
  return at >= 0 && at < to && characters.includes(text.charAt(at));
}

/** What clients draw the marks of their own lines with: `-*-`, `<->`, `-->`, `—`, `==`. */
const markCharacters = new Set('-*<>=!+—–•·→←⇐⇒⇄ℹ⚙⚡«»');
/** The length of the longest mark, in UTF-16 units. */
const longestMark = 3;

/** Whether a part of a text is nothing but such a mark: no one has such a nick. */
export function isEventMark(text: string, from: number, to: number): boolean {
  if (to - from > longestMark) return false;
  for (let at = from; at < to; at++) if (!markCharacters.has(text.charAt(at))) return false;
  return to > from;
}
