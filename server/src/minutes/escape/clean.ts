/**
 * What would make a text look like another, or could not be seen in it: IRC's colours (U+0003 with its numbers) and other
 * control characters, the characters that embed, override, isolate or mark a direction, and those without width or glyph. A
 * right-to-left mark swaps the numbers of `10 - 20` as well as an override does, so marks go too, although text in Hebrew or
 * Arabic may then have a full stop at its other end. U+200C and U+200D stay: the spelling of Persian and of Indic scripts,
 * and many emoji, need them.
 */
// biome-ignore format: one range a column.
const unseenCharacters = '\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff';
const unseen = new RegExp(`\u0003(?:\\d{1,2}(?:,\\d{1,2})?)?|[${unseenCharacters}]`, 'g');

/** What may have to be changed. Most texts have nothing of it, and need not be looked at thrice. */
const doubtful = new RegExp(`[\\n\\v\\f\\r\\u2028\\u2029\\ud800-\\udfff${unseenCharacters}]`);

/** A text as its readers are to see it: without what cannot be seen, and with a space for other separators of lines. */
export function cleanText(text: string): string {
  if (!doubtful.test(text)) return text;
  return text
    .replace(unseen, '')
    .replace(/[\n\v\f\r\u2028\u2029]/g, ' ')
    .toWellFormed();
}

/** A nick as its readers are to see it: never nothing. */
export function cleanNick(nick: string): string {
  return cleanText(nick).trim() || '?';
}

/** Whether there is nothing of a text to be seen. */
export function isBlank(text: string): boolean {
  return cleanText(text).trim() === '';
}
