/*
 * The widths of texts in charts. The font is the reader's, so the widths are those of a wide one, such as DejaVu Sans or Verdana:
 * a text that is cut by them fits in any font.
 */

/**
 * The width of a character in pixels at a font size of 12, by the first row that it matches; others are as wide as a small
 * letter.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  // Characters above others, and joiners.
  [/[\p{Mark}\u200d]/u, 0],
  [/[ijl.,:;'|!fIrt()[\]/ ]/, 5],
  [/[mwMW@%]/, 12],
  [/[A-Z…]/, 9.5],
  // Letters of other scripts, and pictures.
  [/[\u1100-\u11ff\u2e80-\uffff\u{10000}-\u{10ffff}]/u, 13],
];
const letter = 8;

/** Cuts a text to a width in pixels at a font size of 12, with an ellipsis at the end. Undefined if nothing of it fits. */
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
 * As many words of a text as fit, and at least the first, even if it is too long: half a word makes no sense when it is read
 * aloud. Undefined if there is no room for three letters.
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
