import { keyOf } from './comparedWords.js';
import { TextBuilder } from './mappedText.js';
import type { StatementLink } from './statement.js';

/*
 * Text with markup, read without knowing which: entities are decoded, escapes undone, targets of links taken out. What else is
 * markup is punctuation, which is never compared.
 */

const tags = 'b|i|em|strong|code|u|s|del|ins|sub|sup|span|small|big|tt|kbd|font|nowiki|br|a|abbr|mark|p|div|center';
/** Everything that may be markup. */
export const markup = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@\[-\x60{-~])`,
    String.raw`&(?<entity>#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});`,
    String.raw`\]\((?:<(?<pointed>[^<>\n]{0,2000})>|(?<target>[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?))(?:\s"[^"\n]{0,200}")?\)`,
    String.raw`\[\[(?<page>[^|\[\]\n]{1,1000})\|`,
    String.raw`\s<(?<embedded>[a-z]{2,8}:[^\s<>]{1,2000})>(?=\x60_)`,
    '<!--[^<>]{0,200}-->',
    String.raw`</?(?:${tags})(?:\s[^<>\n]{0,1000})?/?>`,
    String.raw`(?<open>\[)`,
  ].join('|'),
  'gi',
);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
};

type Groups = Readonly<Record<string, string | undefined>>;

/** Reads parts of lines into a text, with the links whose targets the text does not show. */
export class InlineReader {
  readonly builder = new TextBuilder();
  readonly links: StatementLink[] = [];
  /** Where brackets were opened in the text. */
  #opened: number[] = [];

  /** Reads a part of the source, which begins there at an offset. */
  read(part: string, source: number): void {
    let done = 0;
    markup.lastIndex = 0;
    for (let found = markup.exec(part); found; found = markup.exec(part)) {
      const at = source + found.index;
      const rest = done;
      if (!this.#means(found.groups ?? {})) continue;
      done = found.index + found[0].length;
      this.builder.append(part.slice(rest, found.index), source + rest);
      this.#take(found[0], found.groups ?? {}, at);
    }
    this.builder.append(part.slice(done), source + done);
  }

  /** Whether what looks like markup is some. */
  #means({ entity, target, pointed }: Groups): boolean {
    if (entity !== undefined) return decodedEntity(entity.toLowerCase()) !== undefined;
    return (target ?? pointed) === undefined || this.#opened.length > 0;
  }

  #take(whole: string, groups: Groups, at: number): void {
    const { builder } = this;
    const { escaped, entity, pointed, target = pointed, page, embedded, open } = groups;
    if (escaped !== undefined) builder.append(escaped, at + 1);
    else if (entity !== undefined) builder.replace(decodedEntity(entity.toLowerCase()) ?? '', at);
    else if (target !== undefined) this.#link(target, this.#opened.pop() ?? 0, at + 2);
    else if (page !== undefined) this.#link(page, builder.length, at + 2);
    else if (embedded !== undefined) this.#link(embedded, 0, at + 2);
    else if (open !== undefined) this.#open(at);
    else if (/^<\/?(?:br|p|div)/i.test(whole)) builder.replace(' ', at);
  }

  #open(at: number): void {
    this.#opened.push(this.builder.length);
    if (this.#opened.length > 50) this.#opened.shift();
    this.builder.append('[', at);
  }

  #link(url: string, start: number, source: number): void {
    this.links.push({ url, start, end: this.builder.length, source });
  }
}

function decodedEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ' ';
}

/** A text without its markup, as minutes that write it as it is are read. */
function withoutMarkup(text: string): string {
  const reader = new InlineReader();
  reader.read(text, 0);
  return reader.builder.done().text;
}

/** The keys of a text as it is, and of what it is without its markup. */
export function keysOf(text: string): Iterable<string> {
  const key = keyOf(text);
  return /[\\&[\]<]/.test(text) ? new Set([key, keyOf(withoutMarkup(text))]) : [key];
}
