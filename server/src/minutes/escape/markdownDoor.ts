import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { linkTarget, urlPattern, withUrls } from './urls.js';

/*
 * Markdown as GitHub and GitLab show it. Both make links of addresses and references after they have read the markup, so
 * that no backslash and no entity keeps them from it; only where two pieces of text lie apart in their tree do they see
 * none. An empty comment parts them: both take it out of what they show (github/cmark-gfm#181), nothing is left to copy or
 * to search, and every reader of CommonMark knows it. A zero-width character would stay in what is copied, and a code span
 * shows as code what was none. It has no space in it, so that the words of a line stay words. A URL of a known scheme is a
 * link, as it was said, even if it is the address of an issue (where GitHub then mentions the minutes); only the word that
 * would close the issue is broken.
 */

export type Markdown = Markup<'markdown'>;

/** What nobody sees and what parts a text. */
const gap = '<!---->';

/** Where an address begins that GitHub's dialect, or a reader that has more schemes, makes a link of; in every case. */
const addresses: readonly RegExp[] = [/\/(?=\/\S)/giu, /www(?=\.)/giu, /@(?=[\p{L}\p{N}_.-]*\.)/giu];

/**
 * What refers or pings: people and teams, issues, commits, emoji; of GitLab merge requests, snippets, epics, labels,
 * milestones, iterations, alerts and the like in brackets, wiki pages, tables of contents, placeholders and inline
 * differences.
 */
const references: readonly RegExp[] = [
  /@(?=\S)/giu,
  /[#!&](?=\d)|G[HL]-(?=\d)/giu,
  /[\da-f]{6}(?=[\da-f])/giu,
  /:(?!\d+:)(?=[\w+-]+:)|:(?=(?:100|1234):)/giu,
  /~(?=[\w"])|%(?=[\w"{])|\*(?=iteration:)/giu,
  /\[(?=\[|[\w-]+:|TOC\]|[+-])|\{(?=[+-])/giu,
];

/** The words that close an issue, in front of its address. */
const closing = /(?:clos|fix|resolv|implement)(?=(?:e|es|ed|s|d|ing)?:?\s+$)/giu;

/** A dollar sign begins or ends a formula, wherever it is escaped: GitHub looks for two in a piece of text. */
const formula = /\$/giu;

/** Characters that are markup wherever they stand. */
const markup = /[\\`*[\]<~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/giu;
/** Where a line's first word becomes markup: headings, rules, quotes, lists, tables, GitLab's quick actions and includes. */
const lineStart = /^(?=(?:#+|[-+=]+)(?:\s|$)|>|\/\w|:[\s:-]|-+:)|(?<=^\d{1,9})(?=[.)](?:\s|$))/;
/** The number signs that end a heading. */
const lineEnd = /(?<=\s)#+$/;

/** What may be found by any pattern above. What has nothing of it is most nicks, and most of what is said. */
const doubtful =
  /[\\`*_[\]<>~|$&@{]|\/\/|www\.|[#!]\d|#$|%[\w"]|:[\w+-]+:|G[HL]-\d|[\da-f]{7}|^(?:[-+=:/]|#+(?:\s|$)|\d{1,9}[.)])/i;

/** A character as text: entities for those that may end an address or are seen before escapes are, else a backslash. */
const written: Readonly<Record<string, string>> = { '<': '&lt;', $: '&#36;' };

function escapeCharacter(character: string): string {
  return written[character] ?? `\\${character}`;
}

/** How a text is escaped: where it is broken, and what is written there. */
interface Escaping {
  readonly found: RegExp;
  readonly broken: (found: string) => string;
}

function escaping(breaks: readonly RegExp[], broken: Escaping['broken']): Escaping {
  return { found: anyOf([new RegExp(`(${anyOf(breaks).source})`, 'giu'), markup]), broken };
}

const apart = (found: string) => (/^[$~*[&]$/.test(found) ? escapeCharacter(found) : found) + gap;
const withoutReferences = escaping([formula, closing, ...references, ...addresses], apart);
const withReferences = escaping([formula, ...addresses], apart);
// A backslash is enough for a reader that makes links of the source, as VS Code's of hovers does. It shows comments.
const forHover = escaping(addresses, (found) => (found === '@' ? '\\@' : `${found}\\`));

/** What cmark reads within a URL as well: entities, and the `[x]` that ticks a task. The link ends there. */
const markdownUrls = urlPattern({ end: /&#?\w+;|\[[xX]\]/ });

/** URLs are links or text. */
function escaped(said: string, { found, broken }: Escaping, urls: 'links' | 'text'): string {
  const line = cleanText(said).trim();
  if (!doubtful.test(line)) return line;
  const plain = (text: string) =>
    text.replace(found, (all: string, toBreak?: string) =>
      toBreak === undefined ? escapeCharacter(all) : broken(all),
    );
  // A URL is in angle brackets, so that no character of it needs an escape.
  const linked = (url: string) => `<${url}>`;
  return (urls === 'links' ? withUrls(line, plain, linked, markdownUrls) : plain(line))
    .replace(lineStart, '\\')
    .replace(lineEnd, (signs) => signs.replaceAll('#', '\\#'));
}

/** Whether mentions of people, references to issues and the like are let through. */
export interface MarkdownOptions {
  readonly mentions?: boolean;
}

/**
 * A chat text as a line of GitHub's Markdown, or any part of one: nothing in it is markup, but its URLs are links. Without
 * `mentions`, nothing in it pings or refers where the Markdown is pasted.
 */
export function escapeMarkdown(said: string, { mentions = false }: MarkdownOptions = {}): string {
  return escaped(said, mentions ? withReferences : withoutReferences, 'links');
}

/** The same for a reader that shows no HTML, and knows nobody to ping: an editor's hovers. */
export function escapeForHover(said: string): string {
  return escaped(said, forHover, 'links');
}

const door: Door<'markdown'> = doorOf((said) => escapeMarkdown(said));
const doorForMentions: Door<'markdown'> = doorOf((said) => escapeMarkdown(said, { mentions: true }));

/** The door of Markdown. */
export function markdownDoor({ mentions = false }: MarkdownOptions = {}): Door<'markdown'> {
  return mentions ? doorForMentions : door;
}

/** A text with a link to an address of the log. A URL in it is no link: links have none in them. */
export function markdownLink(said: string, address: string, { mentions = false }: MarkdownOptions): Markdown {
  const text = escaped(said, mentions ? withReferences : withoutReferences, 'text')
    // marked makes a text of `[\[x\](y), z](w)`.
    .replaceAll('\\](', '&#93;(');
  return door.trusted(`[${text}](${linkTarget(address).replaceAll('&', '&amp;')})`);
}
