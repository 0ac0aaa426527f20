import { splitLink } from '../meeting/links.js';

/** Characters that are markup wherever they stand. */
const markup = /[\\`*[\]<~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** Where a line's first word becomes markup: headings, rules, quotes, lists. */
const lineStart = /^(?=#+$|[-+=]+$|>)|(?<=^\d{1,9})(?=[.)]$)/;
/** The number signs that end a heading. */
const lineEnd = /#(?=#*$)/g;

/**
 * A chat text as it stands in a line of GitHub's Markdown: nothing in it is markup, but its URLs are links.
 * Line ends and other control characters become blanks.
 */
export function escapeMarkdown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ').trim();
  return line
    .split(/(\s+)/)
    .map((word, index) => escapeWord(word, index === 0))
    .join('')
    .replace(lineEnd, '\\#');
}

/** A file as the target of a link, as it stands between `(` and `)`; with a fragment if one is given. */
export function markdownTarget(file: string, fragment?: string): string {
  const target = encodeURIComponent(file).replaceAll('(', '%28').replaceAll(')', '%29');
  return fragment === undefined ? target : `${target}#${fragment}`;
}

/** A URL stands in angle brackets, so that no character of it needs an escape. */
function escapeWord(word: string, isFirst: boolean): string {
  const link = splitLink(word);
  if (!link) return escapeChunk(word, isFirst);
  const url = link.url.replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `${escapeChunk(link.prefix, isFirst)}<${url}>${escapeChunk(link.suffix, false)}`;
}

function escapeChunk(chunk: string, isFirst: boolean): string {
  const escaped = chunk.replace(markup, '\\$&');
  return isFirst ? escaped.replace(lineStart, '\\') : escaped;
}
