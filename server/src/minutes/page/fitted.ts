/*
 * How wide texts are in a picture. The font is the reader's, so widths are those of a wide one, such as DejaVu Sans or Verdana: a
 * text that is cut by them fits in any.
 */

/** What of 12 pixels a character is wide, by the first row that it matches; all others are as wide as a small letter. */
const widths: readonly (readonly [RegExp, number])[] = [
  // What stands above or joins other characters, and the second half of none.
  [/[\p{Mark}\u200d]/u, 0],
  [/[ijl.,:;'|!fIrt()[\]/ ]/, 5],
  [/[mwMW@%]/, 12],
  [/[A-Z…]/, 9.5],
  // Letters of other scripts, and pictures.
  [/[\u1100-\u11ff\u2e80-\uffff\u{10000}-\u{10ffff}]/u, 13],
];
const letter = 8;

/** A text cut to a width in pixels, in letters of 12 pixels; what is left out is an ellipsis. Undefined if nothing of it fits. */
export function fitted(text: string, room: number): string | undefined {
  const characters = [...text];
  let [used, kept] = [0, 0];
  for (const [index, character] of characters.entries()) {
    used += widthOf(character);
    if (used > room) return kept > 0 ? `${characters.slice(0, kept).join('').trimEnd()}…` : undefined;
    if (used + widthOf('…') <= room) kept = index + 1;
  }
  return text;
}

/**
 * As many words of a text as fit, and the first one even if it does not: a reader of the screen who says what stands there must be
 * understood, and half a word is none. Undefined where there is no room for three letters.
 */
export function fittedWords(text: string, room: number): string | undefined {
  if (room < 3 * letter) return undefined;
  let [used, shown] = [0, ''];
  for (const word of text.split(/(?<=\S)(?=\s)/)) {
    for (const character of word) used += widthOf(character);
    const isLast = shown.length + word.length === text.length;
    if (shown !== '' && used + (isLast ? 0 : widthOf('…')) > room) return `${shown}…`;
    shown += word;
  }
  return text;
}

function widthOf(character: string): number {
  return widths.find(([known]) => known.test(character))?.[1] ?? letter;
}
