import { cleanText } from './cleanText.js';
import { withUrls } from './withUrls.js';

/** Characters that are markup wherever they stand. */
const markup = /[\\`*[\]<~|$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;
/** Where a line's first word becomes markup: headings, rules, quotes, lists. */
const lineStart = /^(?=(?:#+|[-+=]+)(?:\s|$)|>)|(?<=^\d{1,9})(?=[.)](?:\s|$))/;
/** The number signs that end a heading. */
const lineEnd = /(?<!#)#+$/;

/** What has no markup in it for certain: most nicks, and much that is said. */
const plain = /^#?[a-z][a-z\d ,.!?()'":;%@+=-]*$/i;

/** A chat text as it stands in a line of GitHub's Markdown: nothing in it is markup, but its URLs are links. */
export function escapeMarkdown(text: string): string {
  const bare = text.trim();
  if (plain.test(bare)) return bare;
  // A URL stands in angle brackets, so that no character of it needs an escape.
  const line = withUrls(cleanText(bare).trim(), escapePart, (url) => `<${url.replace(/[<>]/g, encodeURIComponent)}>`);
  return line.replace(lineStart, '\\').replace(lineEnd, (signs) => signs.replaceAll('#', '\\#'));
}

function escapePart(text: string): string {
  return text.replace(markup, '\\$&');
}
