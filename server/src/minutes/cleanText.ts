/**
 * What chat programs put into texts to format them, and what would make a text appear as another: IRC's colours (U+0003 with
 * its numbers) and other control characters, and the characters that embed or override the direction of what follows them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const unseen = /\u0003(?:\d{1,2}(?:,\d{1,2})?)?|[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What may have to be changed. Most texts have nothing of it, and need not be looked at thrice. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const doubtful = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

/** A text as its readers are to see it: without control characters, and with a blank for other separators of lines. */
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
