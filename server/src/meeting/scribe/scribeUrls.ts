/* URLs as scribe.perl finds them: a comma or full stop right behind one belongs to it. */

const beginning = String.raw`(?:(?<![a-z])[a-z]+://|mailto:[^\s<@]{1,250}@|geo:[0-9.]|urn:[a-z0-9-]+:)`;
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

const anyUrl = new RegExp(`${beginning}${unquoted}+`, 'gi');

/** The first URL in a text; behind an opening bracket it ends at the closing one. Undefined if there is none. */
export function firstUrl(text: string, from = 0): { readonly url: string; readonly start: number } | undefined {
  anyUrl.lastIndex = from;
  for (let found = anyUrl.exec(text); found; found = anyUrl.exec(text)) {
    const { 0: whole, index } = found;
    const close = text[index - 1] === '(' ? whole.indexOf(')') : -1;
    const url = close < 0 ? whole : whole.slice(0, close);
    // What is left of it may be no URL, such as `x://` alone.
    if (url === whole || isUrl(url)) return { url, start: index };
    anyUrl.lastIndex = index + 1;
  }
  return undefined;
}
