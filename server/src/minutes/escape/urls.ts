import { schemes } from '../../meeting/links.js';

/**
 * Finds URLs with known schemes, up to whitespace and characters that no URL contains (RFC 3986) but chats put around them. A
 * format may restrict where they begin, and add characters that end them.
 */
export function urlPattern({ start, end }: { readonly start?: RegExp; readonly end?: RegExp } = {}): RegExp {
  const part = `${end ? `(?!${end.source})` : ''}[^\\s<>"]`;
  return new RegExp(`${start?.source ?? ''}(?:${schemes.join('|')})//(?:${part})+`, 'gu');
}

const urls = urlPattern();

/** Writes a text, with one function for URLs and another for everything between them. */
export function withUrls(
  text: string,
  plain: (text: string) => string,
  linked: (url: string) => string,
  pattern = urls,
): string {
  let written = '';
  let done = 0;
  for (const { url, at } of urlsIn(text, pattern)) {
    written += plain(text.slice(done, at)) + linked(url);
    done = at + url.length;
  }
  return done === 0 ? plain(text) : written + plain(text.slice(done));
}

/** The URLs in a text, in order, and where they begin. */
export function* urlsIn(text: string, pattern = urls): Generator<{ readonly url: string; readonly at: number }> {
  // Its own copy, since a caller may stop at any time.
  const found = new RegExp(pattern);
  for (let match = found.exec(text); match; match = found.exec(text)) {
    const at = match.index;
    const length = lengthOf(match[0]);
    found.lastIndex = at + length;
    if (match[0].indexOf('//') < length - 2) yield { url: text.slice(at, at + length), at };
  }
}

/** What ends a sentence or a quotation behind a URL, and is hardly ever its end. */
const tail = new Set(".,;:!?*'”’»…");
/** Closing brackets belong to a URL if it also has the opening ones. */
const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** What markup may read as an entity at the end of a text. It must not be cut in two, since each door escapes whole ones. */
const entity = /&#?\w+;$/;
const longestEntity = 40;

/** The length of a URL without trailing punctuation, but at least its scheme and slashes. */
function lengthOf(text: string): number {
  const first = text.indexOf('//') + 2;
  const excess = new Map<string, number>();
  let length = text.length;
  for (; length > first; length--) {
    const last = text.charAt(length - 1);
    if (last === ';' && entity.test(text.slice(Math.max(first, length - longestEntity), length))) break;
    if (tail.has(last)) continue;
    const opening = brackets.get(last);
    if (opening === undefined) break;
    const unopened = excess.get(last) ?? countOf(text, last) - countOf(text, opening);
    if (unopened <= 0) break;
    excess.set(last, unopened - 1);
  }
  return length;
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Characters that must be encoded in link targets of some format. */
const unsafe = /[^\w\-.~:/?#@!$&+,;=%]|%(?![\da-f]{2})/giu;

/**
 * The address of a log as a link target: nothing in it is markup in any format, and it is an http or https URL, relative, or the
 * address of a document. Anything with another scheme, or that looks like a mail address, becomes the name of a file that does
 * not exist.
 */
export function linkTarget(address: string): string {
  const target = address.toWellFormed().replace(unsafe, encodedCharacter);
  if (/^https?:\/\//i.test(target) || isDocumentUri(target)) return target;
  return (/^[^/?#]*:/.test(target) ? `./${target}` : target).replaceAll('@', '%40');
}

/** Characters that are in no URL, or only in the address of a host. */
const unfit = /[^\w\-.~:/?#@!$&'()*+,;=%]|%(?![\da-f]{2})/giu;

/** A URL for an editor to open: everything that can be in none is percent-encoded. */
export function encodedUrl(url: string): string {
  return url.toWellFormed().replace(unfit, encodedCharacter);
}

/**
 * Whether an address is that of a document that an editor opens itself. Only live minutes have such links: no setting or option
 * can add one.
 */
export function isDocumentUri(address: string): boolean {
  return /^(?:file|untitled|memfs|vscode-[a-z][a-z-]*):/i.test(address);
}

/** Percent-encodes a character, even if it is ASCII. */
export function encodedCharacter(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : encoded;
}
