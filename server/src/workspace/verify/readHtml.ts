import { Parser } from 'htmlparser2';
import { appendLines, type MappedText, TextBuilder } from './mappedText.js';
import { isScribePage, ScribePageReader } from './scribePageReader.js';
import { type ReadMinutes, type Statement, type StatementLink, StatementList, sourceMark } from './statement.js';

/* Minutes in HTML: what its elements say. Nothing of it runs or is loaded. */

/** Elements whose text is no statement. */
const unread = new Set([
  'style',
  'script',
  'svg',
  'figure',
  'template',
  'noscript',
  'thead',
  'nav',
  'select',
  'iframe',
]);
/** Elements that end the statement around them. */
const blocks = new Set(
  'address article aside blockquote body br center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 head header hr html li main ol p pre section summary table tbody title tr ul'.split(
    ' ',
  ),
);

/** Where elements are nested deeper, the parser would take time proportional to the square of that. */
const deepest = 1000;

/** The statements of minutes in HTML; undefined if it is nested too deeply for any page. Never throws. */
export function readHtml(text: string): ReadMinutes | undefined {
  const isOfScribe = isScribePage(text);
  const reader = isOfScribe ? new ScribePageReader() : new HtmlReader();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > deepest) parser.pause();
        else reader.open(name, attributes, parser.startIndex);
      },
      ontext: (data) => reader.text(data, parser.startIndex, parser.endIndex),
      onclosetag: (name) => {
        depth--;
        reader.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  if (depth > deepest) return undefined;
  reader.end();
  return { statements: reader.list.statements, targets: [], isOfScribe };
}

interface Open {
  readonly url: string;
  readonly start: number;
  readonly source: number;
}

class HtmlReader {
  readonly list = new StatementList();
  #builder = new TextBuilder();
  #links: StatementLink[] = [];
  #anchors: Open[] = [];
  #spans: (Open | undefined)[] = [];
  #mark: string | undefined;
  #kind: Statement['kind'] = 'text';
  #level = 0;
  #lists = 0;
  #unread = 0;
  #pre = 0;
  #rows = 0;
  /** Whether an item was opened whose text has not begun. */
  #isNewItem = false;

  open(name: string, { href = '', class: kind = '' }: Readonly<Record<string, string>>, source: number): void {
    if (unread.has(name)) this.#unread++;
    if (this.#unread > 0) return;
    if (name === 'ol' || name === 'ul') this.#openList(kind);
    else if (this.#ends(name)) this.#flush();
    if (name === 'pre') this.#pre++;
    this.#beginWith(name);
    if ((name === 'td' || name === 'th') && !this.#builder.isEmpty) this.#builder.append(' | ', source);
    if (name === 'a') this.#anchors.push({ url: href, start: this.#builder.length, source });
    if (name === 'span')
      this.#spans.push(kind === 'source' ? { url: sourceMark, start: this.#builder.length, source } : undefined);
    if (/^(?:type )?[A-Z]{4,12}$/.test(kind)) this.#mark = kind.replace('type ', '');
  }

  /** Begins what an element is. */
  #beginWith(name: string): void {
    if (name === 'li') this.#begin(this.#pre > 0 ? 'log' : 'item', this.#lists);
    else if (/^h[1-6]$/.test(name)) this.#begin('heading', Number(name.charAt(1)));
    else if (name === 'title') this.#begin('heading', 0);
    else if (name === 'summary') this.#begin('heading', 3);
    else if (name === 'tr') this.#beginRow();
    else if ((name === 'dt' || name === 'p') && !this.#isNewItem) this.#begin('text', 0);
  }

  text(data: string, start: number, end: number): void {
    if (this.#unread > 0) return;
    if (this.#pre > 0)
      appendLines(
        data,
        start,
        end,
        () => this.#builder,
        () => this.#flush(),
      );
    else this.#builder.appendRead(data, start, end);
  }

  close(name: string): void {
    if (unread.has(name)) this.#unread = Math.max(0, this.#unread - 1);
    if (this.#unread > 0) return;
    if (name === 'a') this.#link(this.#anchors.pop());
    if (name === 'span') this.#link(this.#spans.pop());
    if (name === 'dt') {
      this.#builder.append(': ', 0);
      return;
    }
    if (name === 'dd' || this.#ends(name)) this.#flush();
    if (name === 'li') this.#begin('text', 0);
    if (name === 'ol' || name === 'ul') this.#closeList();
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (name === 'tr') this.#rows = Math.max(0, this.#rows - 1);
  }

  end(): void {
    this.#flush();
  }

  /** Whether an element ends the statement before it. Cells of a table and what a term means belong together. */
  #ends(name: string): boolean {
    if (this.#rows > 0) return name === 'tr' || name === 'table';
    return blocks.has(name) && name !== 'dd';
  }

  #openList(kind: string): void {
    this.#flush();
    this.#lists++;
    if (kind === 'log') this.#pre++;
  }

  #closeList(): void {
    this.#lists = Math.max(0, this.#lists - 1);
    if (this.#lists === 0) {
      this.#pre = 0;
      this.list.endLists();
    }
  }

  #begin(kind: Statement['kind'], level: number): void {
    this.#kind = kind;
    this.#level = level;
    this.#isNewItem = kind === 'item';
  }

  #beginRow(): void {
    this.#begin('row', 0);
    this.#rows++;
  }

  #link(open: Open | undefined): void {
    if (!open || open.url === '') return;
    const { url, start, source } = open;
    this.#links.push({ url, start: Math.min(start, this.#builder.length), end: this.#builder.length, source });
  }

  #flush(): void {
    const made: MappedText = this.#builder.done();
    const isEmpty = made.text === '';
    if (!isEmpty) {
      const kind = this.#pre > 0 ? 'log' : this.#kind;
      this.list.add({ kind, level: this.#level, ...made, links: this.#links, mark: this.#mark });
    }
    this.#builder = new TextBuilder();
    this.#links = [];
    this.#anchors = [];
    this.#spans = [];
    this.#mark = undefined;
    if (this.#pre === 0 && !(isEmpty && this.#isNewItem)) this.#begin('text', 0);
  }
}
