import { trimmedBy } from '../trimmedBy.js';
import { keyOf } from './comparedWords.js';
import { InlineReader } from './inlineText.js';
import { type Line, linesOf } from './minutesLines.js';
import { roleOf } from './sectionRoles.js';
import { type ReadMinutes, type Statement, StatementList } from './statement.js';
import { wikiHeadingIn } from './wikiHeading.js';

/*
 * Minutes in text, Markdown, reStructuredText or a wiki's markup, read line by line without knowing which: what is a heading or an
 * item is so in all of them.
 */

/** The statements of minutes that are not HTML. Never throws; takes time proportional to the text. */
export function readText(text: string): ReadMinutes {
  return new TextReader(text).read();
}

const underline = /^\s{0,3}([=\-~^"'*+#`.:_])\1{2,}\s*$/;
/** A number's point need not have a space behind it, unless that is a version such as `2.x`. */
const item =
  /^(\s*)([*+\-•–‣◦▪]|[*#]{1,6}|:{1,6}[*#]|\d{1,3}[.)]|[a-z][.)]|\(\d{1,3}\))(?:\s+|$|(?<=\d[.)]+)(?=\p{L}(?:\p{Ll}|\s))(?!x\b))/u;
const starred = /^(\s*)(\*{1,6})(?:\s+|$)/;
const markdownHeading = /^\s{0,3}(#{1,6})\s(.*)$/s;
const target = /^\s*\.\. _(?:`([^`]{1,500})`|([^:]{1,500})):\s*(\S*)$/;
const targetWithColons = /^\s*\.\. _(.{1,500}):\s+(\S+)$/;
const keyed = /^[\p{Lu}][\p{L} /]{1,30}:(?:\s|$)/u;
const fence = /^\s*(?:```|~~~|\{\{\{|<pre\b[^<>]*>|\[@|<pre>)/i;
const fenceEnd = /^\s*(?:```|~~~|\}\}\}|<\/pre>|@\])/i;
const tableRow = /^\s*\|.*\|\s*$/;
const chatLine = /^\s*\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+(?:<[^<>\s][^<>]{0,60}>|\* \S)/;
const mailHeader =
  /^(?:From|To|Cc|Date|Message-ID|In-Reply-To|References|MIME-Version|Content-[\w-]+|X-[\w-]+|Reply-To|List-[\w-]+|Received|Delivered-To|Return-Path|User-Agent):/i;

class TextReader {
  readonly #lines: readonly Line[];
  readonly #list = new StatementList();
  /** A wiki's, in which `#` begins a numbered item. */
  readonly #isWiki: boolean;
  /** MeetBot's own text, in which only a star begins an item. */
  readonly #isStarred: boolean;
  #inline = new InlineReader();
  #kind: 'item' | 'text' = 'text';
  #level = 0;
  #lineCount = 0;
  #isNumbered = false;
  #inLog = false;

  constructor(text: string) {
    this.#lines = linesOf(text);
    this.#isWiki = /^={1,6} .*=[^\S\r\n]*$/m.test(text) || /^!{1,6}\s*\S/m.test(text);
    this.#isStarred =
      /^Meeting (?:started|summary)\b|^This meeting was not ended/m.test(text) && /^\*(?:\s|$)/m.test(text);
  }

  read(): ReadMinutes {
    const { statements, targets } = this.#list;
    let at = this.#skipHead();
    while (at < this.#lines.length) at = this.#take(at);
    this.#flush(undefined);
    return { statements, targets };
  }

  /** The headers of a mail, which say nothing about the meeting but for its subject. */
  #skipHead(): number {
    const first = this.#lines[0]?.text ?? '';
    if (/^\uFEFF?---\s*$/.test(first)) {
      const end = this.#lines.findIndex(({ text }, index) => index > 0 && /^---\s*$/.test(text));
      if (end < 0 || end > 60) return 1;
      for (const line of this.#lines.slice(1, end)) this.#whole('text', 0, line.text, line.start);
      return end + 1;
    }
    let at = 0;
    const isMail = this.#lines.slice(0, 30).some(({ text }) => /^From:? /i.test(text));
    if (!isMail) return 0;
    while (at < this.#lines.length && this.#lines[at]?.text.trim() !== '') {
      const { text, start } = this.#lines[at] as Line;
      if (!mailHeader.test(text) && /^Subject:/i.test(text)) this.#whole('text', 0, text, start);
      at++;
    }
    return at;
  }

  /** Reads one line, or several that belong together; returns the next. */
  #take(at: number): number {
    const { text, start } = this.#lines[at] as Line;
    if (text.trim() === '') {
      this.#flush(at);
      return at + 1;
    }
    if (fence.test(text)) return this.#fenced(at);
    if (this.#takeTarget(text, start)) return at + 1;
    if (this.#inLog || chatLine.test(text)) {
      if (!this.#headingOf(text)) {
        this.#flush(at);
        this.#whole('log', 0, text, start);
        return at + 1;
      }
      this.#inLog = false;
    }
    if (underline.test(text)) this.#underlined(text.trim().charAt(0), at);
    else if (!this.#takeHeading(text, start, at) && !this.#takeRow(text, start, at) && !this.#takeItem(text, start, at))
      this.#takeText(text, start, at);
    return at + 1;
  }

  #fenced(at: number): number {
    this.#flush(at);
    const opening = this.#lines[at]?.text ?? '';
    const marker = opening.trim().slice(0, 3);
    let end = at + 1;
    const isEnd = (text: string) => fenceEnd.test(text) && (!/^[`~]/.test(marker) || text.trim().startsWith(marker));
    if (/<\/pre>|\}\}\}\s*$/.test(opening)) {
      this.#whole('log', 0, opening, this.#lines[at]?.start ?? 0);
      return at + 1;
    }
    while (end < this.#lines.length && !isEnd(this.#lines[end]?.text ?? '')) end++;
    for (const { text, start } of this.#lines.slice(at + 1, end)) {
      if (text.trim() !== '') this.#verbatim(text, start);
    }
    return end + 1;
  }

  #takeTarget(text: string, start: number): boolean {
    if (!/^\s*\.\.(?:\s|$)/.test(text)) return false;
    const [, quoted, , url = ''] = target.exec(text.trimEnd()) ?? [];
    const [, plain, plainUrl = ''] = targetWithColons.exec(text.trimEnd()) ?? [];
    const name = quoted ?? plain?.replace(/^`|`$/g, '');
    const leadsTo = quoted === undefined ? plainUrl : url;
    if (name !== undefined && leadsTo !== '') {
      this.#flush(undefined);
      this.#list.targets.push({
        name: name.replaceAll('\\', ''),
        url: leadsTo,
        source: start + text.lastIndexOf(leadsTo),
      });
    }
    return true;
  }

  #headingOf(text: string): { level: number; title: string } | undefined {
    if (this.#isWiki) return wikiHeadingIn(text);
    const [, signs = '', rest = ''] = markdownHeading.exec(text) ?? [];
    const title = trimmedBy(rest, /\s/, /[\s#]/);
    return title === '' ? undefined : { level: signs.length, title };
  }

  #takeHeading(text: string, start: number, at: number): boolean {
    const found = this.#headingOf(text);
    if (!found) return false;
    this.#flush(at);
    this.#heading(found.level, found.title, start + text.indexOf(found.title), at);
    return true;
  }

  #heading(level: number, title: string, source: number, at: number): void {
    this.#whole('heading', level, title, source);
    this.#inLog = this.#isAboveLog(title, at);
  }

  /** Whether the lines below a heading are a log: a topic may have the same name. */
  #isAboveLog(title: string, at: number): boolean {
    if (roleOf(keyOf(title)) !== 'log') return false;
    let next = at + 1;
    while (this.#lines[next]?.text.trim() === '') next++;
    return !/^The discussion about "/.test(this.#lines[next]?.text ?? '') && !item.test(this.#lines[next]?.text ?? '');
  }

  #takeRow(text: string, start: number, at: number): boolean {
    if (!tableRow.test(text)) return false;
    this.#flush(at);
    if (/^[\s|:+=-]*$/.test(text)) return true;
    this.#whole(
      'row',
      0,
      text.replace(/\|\|/g, ' |').replace(/^\s*\|/, (found) => ' '.repeat(found.length)),
      start,
    );
    return true;
  }

  #takeItem(text: string, start: number, at: number): boolean {
    const found = (this.#isStarred ? starred : item).exec(text);
    if (!found) return false;
    const [whole, indent = '', sign = ''] = found;
    const isNumbered = /\d|[a-z]/.test(sign);
    // A wrapped line may begin with a number.
    if (isNumbered && !this.#mayBeNumber(sign)) return false;
    if (/^#{2,}$/.test(sign) && !this.#isWiki) return false;
    this.#flush(at, true);
    this.#kind = 'item';
    this.#level = indent.replaceAll('\t', '    ').length + 2 * (/^[*#:]+$/.test(sign) ? sign.length - 1 : 0);
    this.#isNumbered = isNumbered;
    this.#lineCount = 1;
    this.#inline.read(withoutBox(text.slice(whole.length)), start + whole.length);
    return true;
  }

  #mayBeNumber(sign: string): boolean {
    if (this.#inline.builder.isEmpty) return true;
    return (this.#kind === 'item' && this.#isNumbered) || /^\(?[1a][.)]/.test(sign);
  }

  #takeText(text: string, start: number, at: number): void {
    const isPending = this.#lineCount > 0;
    const isIndented = /^\s/.test(text);
    if (isPending && !isIndented && (this.#kind === 'text' ? keyed.test(text) : this.#isGroup(text, at)))
      this.#flush(at);
    if (this.#lineCount === 0) {
      this.#kind = 'text';
      this.#level = 0;
      if (!isIndented && !this.#list.awaitsText) this.#list.endLists();
    }
    this.#lineCount++;
    const quoted = /^(?:>\s?)+/.exec(text)?.[0].length ?? 0;
    this.#inline.builder.append(' ', start);
    this.#inline.read(text.slice(quoted), start + quoted);
  }

  /** Whether a line among items is a heading for those below it. */
  #isGroup(text: string, at: number): boolean {
    const next = this.#lines[at + 1]?.text ?? '';
    const above = this.#lines[at - 1]?.text ?? '';
    return text.length < 40 && above.length < 60 && item.test(next) && /^(?:[*_]*)?[\p{L}\p{N}@]/u.test(text);
  }

  #underlined(sign: string, at: number): void {
    if (this.#kind !== 'text' || this.#lineCount !== 1) {
      this.#flush(at);
      return;
    }
    const { text, runs } = this.#inline.builder.done();
    this.#list.add({
      kind: 'heading',
      level: sign === '=' ? 1 : sign === '-' ? 2 : 3,
      text,
      runs,
      links: this.#inline.links,
    });
    this.#inLog = this.#isAboveLog(text, at);
    this.#reset();
  }

  /** Ends the statement that is being read. `at` is the line that ends it. */
  #flush(at: number | undefined, beforeItem = false): void {
    const { text, runs } = this.#inline.builder.done();
    if (text !== '' || (this.#kind === 'item' && this.#lineCount > 0)) {
      const { links } = this.#inline;
      const level = this.#kind === 'text' && this.#lineCount === 1 ? this.#titleLevel(text, at, beforeItem) : undefined;
      this.#list.add(
        level === undefined
          ? { kind: this.#kind, level: this.#level, text, runs, links }
          : { kind: 'heading', level, text, runs, links },
      );
    }
    this.#reset();
  }

  /** The level of a line that is a heading only by what it says or what is below it; undefined if it is none. */
  #titleLevel(text: string, at: number | undefined, beforeItem: boolean): number | undefined {
    if (text.length > 80) return undefined;
    const key = keyOf(text);
    if (/:\s+\S/.test(text) || key.split(' ').length > 8) return undefined;
    if (roleOf(key) !== undefined) return 4;
    if (/[.?!,;]$/.test(text)) return undefined;
    let next = at ?? this.#lines.length;
    while (!beforeItem && this.#lines[next]?.text.trim() === '') next++;
    const isAboveItem = beforeItem || item.test(this.#lines[next]?.text ?? '');
    return isAboveItem ? 5 : undefined;
  }

  #reset(): void {
    this.#inline = new InlineReader();
    this.#kind = 'text';
    this.#level = 0;
    this.#lineCount = 0;
  }

  #whole(kind: Statement['kind'], level: number, text: string, source: number): void {
    const inline = new InlineReader();
    inline.read(text, source);
    const made = inline.builder.done();
    if (made.text !== '') this.#list.add({ kind, level, ...made, links: inline.links });
  }

  /** A line whose markup is not markup. */
  #verbatim(text: string, source: number): void {
    const inline = new InlineReader();
    inline.builder.append(text, source);
    this.#list.add({ kind: 'log', level: 0, ...inline.builder.done(), links: [] });
  }
}

/** A task without its check box. */
function withoutBox(text: string): string {
  return text.replace(/^\[[ xX-]\](?=\s)/, '   ');
}
