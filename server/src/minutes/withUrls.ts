import { splitLink } from '../meeting/links.js';

/**
 * A text whose URLs are written by one function and all else by another. No URL has white space in it, so each word is looked
 * at by itself; white space stays as it is.
 */
export function withUrls(text: string, plain: (text: string) => string, url: (url: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      const link = splitLink(word);
      return link ? plain(link.prefix) + url(link.url) + plain(link.suffix) : plain(word);
    })
    .join('');
}

/** A URL if it holds nothing that any wiki could take for markup, else the same with numbers for what it could. */
export function wikiUrl(url: string): string {
  return /^[\w\-.~:/?#@!$&()*+,;=%]+$/.test(url) && !/__|~~|--|,,/.test(url)
    ? url
    : entities(url, /[^\w\-.:/?#%]|__+|--+/g);
}

/** A text with numbers for the characters that a pattern finds, which wikis show as these characters. */
export function entities(text: string, markup: RegExp): string {
  return text.replace(markup, (found) => [...found].map((character) => `&#${character.codePointAt(0)};`).join(''));
}

/** A text with a number for each quote or colon at its ends, which the marks around it would make markup of. */
export function guarded(text: string): string {
  return entities(text, /^[':]|[':]$/g);
}
