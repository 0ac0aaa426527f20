import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { linkTarget, urlPattern, withUrls } from './urls.js';

/*
 * Markdown as shown by GitHub and GitLab. Both turn addresses and references into links after parsing the markup, so neither
 * backslashes nor entities prevent that; only separate text nodes do. An empty comment separates them: both remove it from what
 * they show (github/cmark-gfm#181), nothing is left to copy or search, and every CommonMark parser supports it. A zero-width
 * character would remain in copied text, and a code span would show text as code. The comment contains no space, so that words
 * stay words. A URL with a known scheme is a link, as it was said, even if it is the address of an issue (where GitHub then
 * mentions the minutes); only the word that would close the issue is broken.
 */

export type Markdown = Markup<'markdown'>;

/** An invisible separator of text. */
const gap = '<!---->';

/** The start of an address that GitHub's dialect, or a parser with more schemes, turns into a link; ignoring case. */
const addresses: readonly RegExp[] = [/\/(?=\/\S)/giu, /www(?=\.)/giu, /@(?=[\p{L}\p{N}_.-]*\.)/giu];

/**
 * References and mentions: people and teams, issues, commits, emoji; in GitLab also merge requests, snippets, epics, labels,
 * milestones, iterations, alerts and the like in brackets, wiki pages, tables of contents, placeholders and inline diffs.
 */
const references: readonly RegExp[] = [
  /@(?=\S)/giu,
  /[#!&](?=\d)|G[HL]-(?=\d)/giu,
  /[\da-f]{6}(?=[\da-f])/giu,
  /:(?!\d+:)(?=[\w+-]+:)|:(?=(?:100|1234):)/giu,
  /~(?=[\w"])|%(?=[\w"{])|\*(?=iteration:)/giu,
  /\[(?=\[|[\w-]+:|TOC\]|[+-])|\{(?=[+-])/giu,
];

/** The words that close an issue if they precede its address. */
const closing = /(?:clos|fix|resolv|implement)(?=(?:e|es|ed|s|d|ing)?:?\s+$)/giu;

/** A dollar sign begins or ends a formula even if escaped: GitHub looks for two of them in a text node. */
const formula = /\$/giu;

/** Characters that are markup anywhere. */
const markup = /[\\`*[\]<~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/giu;
/** First words of a line that are markup: headings, rules, quotes, lists, tables, GitLab's quick actions and includes. */
const lineStart = /^(?=(?:#+|[-+=]+)(?:\s|$)|>|\/\w|:[\s:-]|-+:)|(?<=^\d{1,9})(?=[.)](?:\s|$))/;
/** The number signs that end a heading. */
const lineEnd = /(?<=\s)#+$/;

/** Anything that the patterns above may match. Most nicks and most messages contain none of it. */
const doubtful =
  /[\\`*_[\]<>~|$&@{]|\/\/|www\.|[#!]\d|#$|%[\w"]|:[\w+-]+:|G[HL]-\d|[\da-f]{7}|^(?:[-+=:/]|#+(?:\s|$)|\d{1,9}[.)])/i;

/** A character as text: an entity for those that may end an address or are recognised before escapes, otherwise a backslash. */
const written: Readonly<Record<string, string>> = { '<': '&lt;', $: '&#36;' };

function escapeCharacter(character: string): string {
  return written[character] ?? `\\${character}`;
}

/** How a text is escaped: where it is split, and what is inserted there. */
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
// A backslash is enough for renderers that find links in the source, such as VS Code's for hovers, which shows comments.
const forHover = escaping(addresses, (found) => (found === '@' ? '\\@' : `${found}\\`));

/** What cmark also recognises within a URL: entities, and the `[x]` that ticks a task. The link ends there. */
const markdownUrls = urlPattern({ end: /&#?\w+;|\[[xX]\]/ });

/** URLs are links or text. */
function escaped(said: string, { found, broken }: Escaping, urls: 'links' | 'text'): string {
  const line = cleanText(said).trim();
  if (!doubtful.test(line)) return line;
  const plain = (text: string) =>
    text.replace(found, (all: string, toBreak?: string) =>
      toBreak === undefined ? escapeCharacter(all) : broken(all),
    );
  // The URL is in angle brackets, so none of its characters need escaping.
  const linked = (url: string) => `<${url}>`;
  return (urls === 'links' ? withUrls(line, plain, linked, markdownUrls) : plain(line))
    .replace(lineStart, '\\')
    .replace(lineEnd, (signs) => signs.replaceAll('#', '\\#'));
}

/** Whether mentions of people, references to issues and the like are allowed. */
export interface MarkdownOptions {
  readonly mentions?: boolean;
}

/**
 * Chat text as a line of GitHub's Markdown, or any part of one: nothing in it is markup except that URLs are links. Without
 * `mentions`, it mentions and references nothing wherever the Markdown is pasted.
 */
export function escapeMarkdown(said: string, { mentions = false }: MarkdownOptions = {}): string {
  return escaped(said, mentions ? withReferences : withoutReferences, 'links');
}

/** The same for renderers without HTML and mentions, such as an editor's hovers. */
export function escapeForHover(said: string): string {
  return escaped(said, forHover, 'links');
}

const door: Door<'markdown'> = doorOf((said) => escapeMarkdown(said));
const doorForMentions: Door<'markdown'> = doorOf((said) => escapeMarkdown(said, { mentions: true }));

/** The door of Markdown. */
export function markdownDoor({ mentions = false }: MarkdownOptions = {}): Door<'markdown'> {
  return mentions ? doorForMentions : door;
}

/** A text that links to an address in the log. URLs in it are not links, since links cannot be nested. */
export function markdownLink(said: string, address: string, { mentions = false }: MarkdownOptions): Markdown {
  const text = escaped(said, mentions ? withReferences : withoutReferences, 'text')
    // marked treats `[\[x\](y), z](w)` as text.
    .replaceAll('\\](', '&#93;(');
  return door.trusted(`[${text}](${linkTarget(address).replaceAll('&', '&amp;')})`);
}

/** Lines as a block of code, each behind a prefix such as that of a quotation. Nothing in them is markup. */
export function markdownCode(lines: readonly string[], prefix: Markdown): Markdown {
  const clean = lines.map(cleanText);
  const fence = '`'.repeat(longestRun(clean) + 1);
  return door.trusted([fence, ...clean, fence].map((line) => `${prefix}${line}`.trimEnd()).join('\n'));
}

/** The length of the longest run of backticks that may end a block of code, at least two. */
function longestRun(lines: readonly string[]): number {
  let longest = 2;
  for (const line of lines) for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
