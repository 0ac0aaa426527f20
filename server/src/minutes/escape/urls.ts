import { schemes } from '../../meeting/links.js';

/**
 * Finds URLs of known schemes, up to white space and to what no URL holds (RFC 3986) and chats put around them. A format may
 * have them begin only where something is, and end before something else as well.
 */
export function urlPattern({ start, end }: { readonly start?: RegExp; readonly end?: RegExp } = {}): RegExp {
  const part = `${end ? `(?!${end.source})` : ''}[^\\s<>"]`;
  return new RegExp(`${start?.source ?? ''}(?:${schemes.join('|')})//(?:${part})+`, 'gu');
}

const urls = urlPattern();

/** A text whose URLs are written by one function, and all that lies between them by another. */
export function withUrls(
  text: string,
  plain: (text: string) => string,
  linked: (url: string) => string,
  pattern = urls,
): string {
  let written = '';
  let done = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const start = found.index;
    const length = lengthOf(found[0]);
    pattern.lastIndex = start + length;
    if (found[0].indexOf('//') === length - 2) continue;
    written += plain(text.slice(done, start)) + linked(text.slice(start, start + length));
    done = start + length;
  }
  return done === 0 ? plain(text) : written + plain(text.slice(done));
}

/** How long a URL is without the dots and brackets behind it, as MeetBot has it: at least as its scheme with its slashes. */
function lengthOf(text: string): number {
  const first = text.indexOf('//') + 2;
  let length = text.length;
  while (length > first && (text[length - 1] === '.' || text[length - 1] === ')')) length--;
  return length;
}

/** What may not be in a target of every format as it is. */
const unsafe = /[^\w\-.~:/?#@!$&+,;=%]|%(?![\da-f]{2})/giu;

/**
 * The address of a log as the target of a link: nothing in it is markup to any format, and it is of http or https or a relative
 * one, or that of a document. What has another scheme, or looks like an address of mail, becomes the name of a file that does not
 * exist.
 */
export function linkTarget(address: string): string {
  const target = address.toWellFormed().replace(unsafe, encodedCharacter);
  if (/^https?:\/\//i.test(target) || isDocumentUri(target)) return target;
  return (/^[^/?#]*:/.test(target) ? `./${target}` : target).replaceAll('@', '%40');
}

/**
 * Whether an address is of a document that an editor opens itself. Live minutes alone have such links: no setting and no option
 * lets one in.
 */
export function isDocumentUri(address: string): boolean {
  return /^(?:file|untitled|memfs|vscode-[a-z][a-z-]*):/i.test(address);
}

/** A character as it stands in a URL: percent and hex digits, of ASCII too. */
export function encodedCharacter(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : encoded;
}
