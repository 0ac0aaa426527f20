/* Digits of scripts other than Latin, such as those of Arabic and Devanagari. */

const otherDigits = /[^\0-\u065f]/;
const digit = /\p{Nd}/u;
/** Invisible marks of direction that some languages write within dates. */
const directions = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** A text in which all digits are those of ASCII. Its length does not change. */
export function inAsciiDigits(text: string): string {
  return otherDigits.test(text) ? text.replace(/[\u0660-\uffff]/g, asciiDigit) : text;
}

/** The digits of a script are 0 to 9 or 6 to F within their sixteen codes. */
function asciiDigit(char: string): string {
  if (!digit.test(char)) return char;
  const code = char.charCodeAt(0);
  const [row, place] = [code & ~15, code & 15];
  return String(digit.test(String.fromCharCode(row)) ? place : place - 6);
}

/** A text without the marks of direction. */
export function withoutDirections(text: string): string {
  return otherDigits.test(text) || text.includes('\u061c') ? text.replace(directions, '') : text;
}
