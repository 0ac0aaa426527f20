/* URLs as scribe.perl finds them: a comma or full stop right behind one belongs to it. */

const others = String.raw`mailto:[^\s<@]{1,250}@|geo:[0-9.]|urn:[a-z0-9-]+:`;
const beginning = `(?:(?<![a-z])[a-z]+://|${others})`;
const unquoted = String.raw`[^\s<>"‘’“”«»‹›]`;

/** The start of a URL at the start of a text: `mailto:` needs its `@`, `geo:` a number. */
export const urlPattern = `${beginning}${unquoted}+`;

const wholeUrl = new RegExp(`^${urlPattern}$`, 'i');
const urlAtStart = new RegExp(`^ *${urlPattern}`, 'i');
const arrowAtStart = new RegExp(`^ *-> *${urlPattern}`, 'i');

/** Whether a text is one URL. */
export function isUrl(text: string): boolean {
  return wholeUrl.test(text);
}

export function beginsWithUrl(text: string): boolean {
  return urlAtStart.test(text);
}

/** Whether a text begins with an arrow and a URL, as links to something are written. */
export function beginsWithLink(text: string): boolean {
  return arrowAtStart.test(text);
}

/** A scheme begins before the first letter of a word; if nothing of that is a URL behind a bracket, before its second letter. */
const free = String.raw`(?:(?:(?<![a-z(])|(?<=\([a-z]))[a-z]+://|(?<!\()(?:${others}))${unquoted}+`;
const inBrackets = String.raw`(?<=\()(?:[a-z]+://|${others})[^\s<>"‘’“”«»‹›)]+`;
const anyUrl = new RegExp(`${free}|${inBrackets}`, 'gi');

/** The first URL in a text; behind an opening bracket it ends at the closing one. Undefined if there is none. */
export function firstUrl(text: string, from = 0): { readonly url: string; readonly start: number } | undefined {
  anyUrl.lastIndex = from;
  const found = anyUrl.exec(text);
  return found ? { url: found[0], start: found.index } : undefined;
}
