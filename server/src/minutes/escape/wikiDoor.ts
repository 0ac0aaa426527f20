import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { encodedCharacter, linkTarget, urlPattern, withUrls } from './urls.js';

/*
 * MediaWiki, PmWiki and MoinMoin. All of them show the number of a character as that character, and see no markup in it. Said
 * texts never begin a line of a page, so that only markup within a line matters, and that of Moin's lists.
 */

/**
 * A scheme, an interwiki name, an attachment: anything that a colon may end. Known URLs are not looked at. What is behind
 * the colon is looked at from there on: in front of it, the pattern would look back from every letter.
 */
const scheme = /:(?<=\p{L}[\p{L}\d_.+-]*:)(?=\S)/gu;
/** An entity by its number or by its name, which MediaWiki has in other scripts too. */
const entity = /&(?=[^\s&;]+;)/gu;
/** What the marks around a text, or of a heading, would be joined to. */
const ends = /^[':=,]|[':=,]$/gu;

const mediaWikiMarkup = anyOf([
  scheme,
  entity,
  ends,
  /[<>[\]{}]|''+|__+|~~~+/gu,
  // Links of their own: RFC 2822, PMID 1, ISBN 0-306-40615-2.
  /[RPI](?=(?:FC|MID|SBN)\s)/gu,
]);

const pmWikiMarkup = anyOf([
  scheme,
  ends,
  /[&<>[\]{}|$`^%~\\]|''+|'(?=[-+^_])|@@+|\(:|:\)|--+/gu,
  // The capitals by which PmWiki knows a WikiWord.
  /(?<=[\p{Ll}\d])\p{Lu}|(?<=[\p{L}\d])\p{Lu}(?=[\p{Ll}\d])/gu,
]);

const moinMarkup = anyOf([
  scheme,
  ends,
  /[&<>[\]{}|`^~!@=\\#$]|''+|__+|,,|--+|\/\*|\*\/|\+~/gu,
  // A definition list.
  /:(?=:)/gu,
  // A WikiWord, whose other capitals follow small letters.
  /(?<=[\p{Ll}\d])\p{Lu}/gu,
  // What is left of the smileys.
  /[:;](?=-?[()?Do])|(?<!\S)[BX](?=-?[()])|\((?=\.\/\))/gu,
]);

function numberOf(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A text with the numbers of all characters that a pattern finds. */
function numbered(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => (found.length === 1 ? numberOf(found) : [...found].map(numberOf).join('')));
}

/** Wikis see no URL within a word, but may see another scheme. */
const wikiUrls = urlPattern({ start: /(?<![\p{L}\p{N}_.+-])/u });

/** What of a URL any wiki could take for markup, or for its end. */
const unsafe = /[^\w\-.~:/?#@!&()*+,;=%$]|__+|~~+|--+|,,+|::+|&(?=[^\s&;]+;)|%(?![\da-f]{2})/giu;
const unsafeForPmWiki = anyOf([unsafe, /[()$]|:(?<!^\w+:)(?!\d)/giu]);

function encoded(url: string, pattern: RegExp): string {
  return url.replace(pattern, (found) => [...found].map(encodedCharacter).join(''));
}

function doorFor<F extends string>(pattern: RegExp, unsafeInUrl = unsafe): Door<F> {
  return doorOf((said) =>
    withUrls(
      cleanText(said).trim(),
      (text) => numbered(text, pattern),
      (url) => encoded(url, unsafeInUrl),
      wikiUrls,
    ),
  );
}

export const mediaWiki: Door<'mediawiki'> = doorFor(mediaWikiMarkup);
export const pmWiki: Door<'pmwiki'> = doorFor(pmWikiMarkup, unsafeForPmWiki);
export const moin: Door<'moin'> = doorFor(moinMarkup);

export type Moin = Markup<'moin'>;

/** The address of a log as the target of a link in double brackets. */
export function moinTarget(address: string): Moin {
  return moin.trusted(encoded(linkTarget(address), unsafe));
}

/**
 * Lines as they are, between more braces than any of them has. The first must not begin with `#!`, which would name a
 * program that shows them.
 */
export function moinQuote(lines: readonly string[]): Moin {
  const fence = Math.max(3, longestRun(lines) + 1);
  return moin.trusted(['{'.repeat(fence), ...lines, '}'.repeat(fence)].join('\n'));
}

/** The length of the longest run of braces in any line. */
function longestRun(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) {
    for (const [braces] of line.matchAll(/[{}]+/g)) longest = Math.max(longest, braces.length);
  }
  return longest;
}
