/**
 * Characters that are invisible or make a text look like another: IRC colours (U+0003 with numbers) and other control characters,
 * characters that embed, override, isolate or mark a text direction, and those without width or glyph. A right-to-left mark swaps
 * the numbers in `10 - 20` just as an override does, so marks are removed too, although Hebrew or Arabic text may then have a
 * full stop at the wrong end. U+200C and U+200D are kept: Persian, Indic scripts and many emoji need them.
 */
// biome-ignore format: one range per column.
const unseenCharacters = '\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff';
const unseen = new RegExp(`\u0003(?:\\d{1,2}(?:,\\d{1,2})?)?|[${unseenCharacters}]`, 'g');

/** Anything that may need to be changed. Most texts contain none of it, and need not be searched three times. */
const doubtful = new RegExp(`[\\n\\v\\f\\r\\u2028\\u2029\\ud800-\\udfff${unseenCharacters}]`);

/** A text for readers: without invisible characters, and with a space instead of unusual line separators. */
export function cleanText(text: string): string {
  if (!doubtful.test(text)) return text;
  return text
    .replace(unseen, '')
    .replace(/[\n\v\f\r\u2028\u2029]/g, ' ')
    .toWellFormed();
}

/** A nick for readers; never empty. */
export function cleanNick(nick: string): string {
  return cleanText(nick).trim() || '?';
}

/** Whether nothing of a text is visible. */
export function isBlank(text: string): boolean {
  return cleanText(text).trim() === '';
}
