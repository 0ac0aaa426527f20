import { firstUrl } from '../../meeting/scribe/scribeUrls.js';
import { emphasised } from './emphasis.js';
import { issuesIn, type Repositories } from './issues.js';
import type { Piece } from './pieces.js';
import { NextSign } from './textEdges.js';

export interface InlineOptions {
  readonly emphasis: boolean;
  /** Whether what ends a sentence behind an address belongs to it, as in scribe.perl's page. */
  readonly isExact?: boolean;
  /** Those to which issues belong; without them, `#12` is text. */
  readonly repositories?: Repositories | undefined;
}

/** Between the lines of a text that goes on: no line of a scribe's meeting has a tab. */
export const lineBreak = '\t';

/** The lines of a paragraph as one text. */
export function joinedLines(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll(lineBreak, ' ')).join(lineBreak);
}

/** The pieces of a text, whose lines are joined by `lineBreak`. */
export function inlineOf(text: string, options: InlineOptions): Piece[] {
  const anchors = new Anchors(text);
  const pieces: Piece[] = [];
  let from = 0;
  for (let next = firstUrl(text, 0); next; next = firstUrl(text, from)) {
    const { start } = next;
    const url = options.isExact ? next.url : withoutTail(next.url);
    const found = anchors.around(from, start, start + url.length);
    pieces.push(
      ...withoutLinks(text.slice(from, found.start), found.isMarkdown ? markdownOptions(found, options) : options),
    );
    pieces.push({
      kind: found.isImage ? 'image' : 'link',
      url,
      text: found.text,
      pieces: found.text === '' ? [] : withoutLinks(found.text, { emphasis: options.emphasis }),
    });
    from = found.end;
  }
  return [...pieces, ...withoutLinks(text.slice(from), options)];
}

/** An address without the punctuation that is not its end. */
function withoutTail(url: string): string {
  const first = url.indexOf(':') + 3;
  let end = url.length;
  while (end > first && '.,;:!?'.includes(url.charAt(end - 1))) end--;
  // Nothing but punctuation is what it is.
  return end > first ? url.slice(0, end) : url;
}

/** Before a link as in Markdown, references are text; before an image, everything is. */
function markdownOptions({ isImage }: Anchor, { emphasis }: InlineOptions): InlineOptions {
  return { emphasis: emphasis && !isImage };
}

/** The same of a text in which no address is a link. */
export function withoutLinks(text: string, { emphasis, repositories }: InlineOptions): Piece[] {
  const pieces: Piece[] = [];
  const push = (part: string) => {
    if (part !== '') pieces.push(...(emphasis ? emphasised(part) : [{ kind: 'text', text: part } as const]));
  };
  let done = 0;
  for (const { repository, number, start, end } of repositories ? issuesIn(text) : []) {
    push(text.slice(done, start));
    pieces.push({ kind: 'issue', text: text.slice(start, end), url: repositories?.issue(repository, number) });
    done = end;
  }
  push(text.slice(done));
  return pieces;
}

/** The text of a link, and what is read with it: UTF-16 offsets, end exclusive. */
interface Anchor {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isImage: boolean;
  readonly isMarkdown?: true;
}

/** Finds the texts of links, around their URLs from left to right. */
class Anchors {
  readonly #quotes: Readonly<Record<string, NextSign>>;
  readonly #breaks: NextSign;

  constructor(readonly text: string) {
    this.#quotes = { '"': new NextSign(text, '"'), "'": new NextSign(text, "'") };
    this.#breaks = new NextSign(text, lineBreak);
  }

  /** What belongs to the URL at `start` to `end`; what is before `from` has been read. */
  around(from: number, start: number, end: number): Anchor {
    return (
      this.#arrowBefore(from, start, end) ??
      this.#arrowFurtherUp(from, start, end) ??
      this.#arrowBehind(start, end) ??
      this.#markdown(from, start, end) ?? { text: '', start, end, isImage: false }
    );
  }

  /** `-> URL text`, and `text -> URL` if nothing follows. */
  #arrowBefore(from: number, start: number, end: number): Anchor | undefined {
    const arrow = arrowUpTo(this.text, from, start);
    if (!arrow) return undefined;
    const { isImage } = arrow;
    const behind = this.#textAt(end);
    if (behind) return { ...behind, start: arrow.start, isImage };
    const before = this.text.slice(from, arrow.start);
    const line = before.slice(before.lastIndexOf(lineBreak) + 1);
    const text = trimmed(line);
    return { text, start: text === '' ? arrow.start : arrow.start - line.length, end, isImage };
  }

  /** `-> text URL` */
  #arrowFurtherUp(from: number, start: number, end: number): Anchor | undefined {
    const before = this.text.slice(from, start);
    const index = before.search(/--?>/);
    if (index < 0) return undefined;
    const isImage = before.startsWith('-->', index);
    return { text: trimmed(before.slice(index + (isImage ? 3 : 2))), start: from + index, end, isImage };
  }

  /** `URL -> text` */
  #arrowBehind(start: number, end: number): Anchor | undefined {
    const at = afterSpaces(this.text, end);
    const isImage = this.text.startsWith('-->', at);
    if (!isImage && !this.text.startsWith('->', at)) return undefined;
    const behind = at + (isImage ? 3 : 2);
    const found = this.#textAt(behind, true) ?? { text: '', end: afterSpaces(this.text, behind) };
    return { ...found, start, isImage };
  }

  /** `[text](URL)` and `![text](URL)` */
  #markdown(from: number, start: number, end: number): Anchor | undefined {
    const close = start - 2;
    if (this.text[end] !== ')' || close < from || !this.text.startsWith('](', close)) return undefined;
    const line = this.text.slice(from, close);
    const inside = line.lastIndexOf(']') + 1;
    const image = line.indexOf('![', inside);
    const isImage = image >= 0 && image + 2 < line.length;
    const open = isImage ? image + 1 : line.indexOf('[', inside);
    if (open < 0 || open + 1 >= line.length) return undefined;
    return {
      text: line.slice(open + 1),
      start: from + open - Number(isImage),
      end: end + 1,
      isImage,
      isMarkdown: true,
    };
  }

  /** A text in quotation marks, or the rest of the line. Undefined if there is neither; a quotation mark may begin the rest. */
  #textAt(from: number, mayBeginWithQuote = false): Pick<Anchor, 'text' | 'end'> | undefined {
    const at = afterSpaces(this.text, from);
    const end = this.#breaks.from(at);
    if (at === end) return undefined;
    const quote = this.#quotes[this.text.charAt(at)];
    const close = quote?.from(at + 1) ?? end;
    if (close < end) return { text: this.text.slice(at + 1, close), end: close + 1 };
    if (quote && !mayBeginWithQuote) return undefined;
    return { text: trimmed(this.text.slice(at, end)), end };
  }
}

/** The arrow that ends, with spaces behind it, at an offset. */
function arrowUpTo(
  text: string,
  from: number,
  end: number,
): { readonly start: number; readonly isImage: boolean } | undefined {
  let to = end;
  while (to > from && text[to - 1] === ' ') to--;
  if (to - 2 < from || !text.startsWith('->', to - 2)) return undefined;
  const isImage = to - 3 >= from && text[to - 3] === '-';
  return { start: to - (isImage ? 3 : 2), isImage };
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  return text.slice(Math.min(end, afterSpaces(text, 0)), end);
}
