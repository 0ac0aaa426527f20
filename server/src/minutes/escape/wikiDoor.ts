import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { encodedCharacter, linkTarget, urlPattern, withUrls } from './urls.js';

/*
 * MediaWiki, PmWiki and MoinMoin. All of them show a numeric character reference as that character and see no markup in it. Chat
 * text never begins a line of a page, so only markup within a line matters, and that of Moin's lists.
 */

/**
 * A scheme, an interwiki name, an attachment: anything that may end with a colon. Known URLs are not examined. The pattern starts
 * at the colon: otherwise it would scan from every letter.
 */
const scheme = /:(?<=\p{L}[\p{L}\d_.+-]*:)(?=\S)/gu;
/** A numeric or named entity; MediaWiki also has names in other scripts. */
const entity = /&(?=[^\s&;]+;)/gu;
/** Characters that would merge with the marks around a text or heading. */
const ends = /^[':=,]|[':=,]$/gu;

const mediaWikiMarkup = anyOf([
  scheme,
  entity,
  ends,
  /[<>[\]{}]|''+|__+|~~~+/gu,
  // Magic links: RFC 2822, PMID 1, ISBN 0-306-40615-2.
  /[RPI](?=(?:FC|MID|SBN)\s)/gu,
]);

const pmWikiMarkup = anyOf([
  scheme,
  ends,
  /[&<>[\]{}|$`^%~\\]|''+|'(?=[-+^_])|@@+|\(:|:\)|--+/gu,
  // The capitals by which PmWiki recognises a WikiWord.
  /(?<=[\p{Ll}\d])\p{Lu}|(?<=[\p{L}\d])\p{Lu}(?=[\p{Ll}\d])/gu,
]);

const moinMarkup = anyOf([
  scheme,
  ends,
  /[&<>[\]{}|`^~!@=\\#$]|''+|__+|,,|--+|\/\*|\*\/|\+~/gu,
  // A definition list.
  /:(?=:)/gu,
  // A WikiWord, whose other capitals follow lower-case letters.
  /(?<=[\p{Ll}\d])\p{Lu}/gu,
  // The remaining smileys.
  /[:;](?=-?[()?Do])|(?<!\S)[BX](?=-?[()])|\((?=\.\/\))/gu,
]);

function numberOf(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** Replaces all characters that a pattern finds with their numeric references. */
function numbered(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => (found.length === 1 ? numberOf(found) : [...found].map(numberOf).join('')));
}

/** Wikis do not recognise URLs within a word, but may recognise another scheme. */
const wikiUrls = urlPattern({ start: /(?<![\p{L}\p{N}_.+-])/u });

/** Characters of a URL that a wiki could treat as markup or as its end. */
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

/** The address of a log as the target of a link in double square brackets. */
export function moinTarget(address: string): Moin {
  return moin.trusted(encoded(linkTarget(address), unsafe));
}

/**
 * Preformatted lines, between more braces than any of them has. The first must not begin with `#!`, which would name a parser.
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
