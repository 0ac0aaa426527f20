import { appendLines, TextBuilder } from './mappedText.js';
import { type Statement, type StatementLink, StatementList } from './statement.js';

/*
 * The page of a scribe's meeting, as scribe.perl and the format `w3c-html` write it: a paragraph is one statement, with its speaker
 * and all of its lines.
 */

/** Where the discussion begins. */
const discussion = /<main id="?meeting"? class="?meeting"?>/;

/** Whether a page is that of a scribe's meeting. */
export function isScribePage(text: string): boolean {
  return discussion.test(text);
}

/** Elements that say nothing about the meeting: an address says who wrote the page. */
const unread = new Set(['style', 'script', 'svg', 'template', 'noscript', 'iframe', 'address']);
/** The same by their classes: signs of places, links to the recording. */
const unreadClasses = new Set(['anchor', 'recording', 'draft']);
/** Elements that end the statement around them; of a long list of names, all but the first is folded away. */
const blocks = new Set(
  'body dl dt div footer h1 h2 h3 h4 head header html li main nav ol p pre section title'.split(' '),
);

interface Anchor {
  readonly url: string;
  readonly start: number;
  readonly source: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Makes statements of a page, from what its parser finds. */
export class ScribePageReader {
  readonly list = new StatementList();
  #builder = new TextBuilder();
  #links: StatementLink[] = [];
  readonly #anchors: Anchor[] = [];
  #kind: Statement['kind'] = 'text';
  #level = 0;
  #lists = 0;
  #part: Statement['part'];
  /** The open elements, and whether they are unread. */
  readonly #open: { readonly name: string; readonly isUnread: boolean }[] = [];
  #inHeader = false;

  open(name: string, attributes: Attributes, source: number): void {
    const { class: kind = '', id = '', href = '', alt = '' } = attributes;
    const isUnread = this.#isUnread || unread.has(name) || unreadClasses.has(kind);
    this.#open.push({ name, isUnread });
    if (isUnread) return;
    if (blocks.has(name)) this.#flush();
    if (name === 'header') this.#inHeader = true;
    if (name === 'ol') this.#lists++;
    this.#begin(name);
    if (id === 'links' || kind === 'date' || (name === 'h2' && this.#inHeader))
      this.#part = id === 'links' ? 'links' : 'date';
    if (name === 'a') this.#anchors.push({ url: href, start: this.#builder.length, source });
    if (name === 'br') this.#builder.replace(' ', source);
    // The logo at the top is a picture, and links have theirs.
    if (name === 'img' && (!this.#inHeader || this.#part === 'links')) this.#builder.replace(alt, source);
  }

  text(data: string, start: number, end: number): void {
    if (this.#isUnread) return;
    if (this.#open.at(-1)?.name === 'pre')
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
    const closed = this.#open.pop();
    if (closed?.isUnread ?? true) return;
    if (name === 'a') this.#link(this.#anchors.pop());
    if (name === 'dt') {
      this.#builder.append(': ', 0);
      return;
    }
    if (blocks.has(name) || name === 'dd') this.#flush();
    if (name === 'header') this.#inHeader = false;
    if (name === 'nav') this.#part = undefined;
    if (name === 'ol') this.#lists = Math.max(0, this.#lists - 1);
    if (name === 'ol' && this.#lists === 0) this.list.endLists();
  }

  end(): void {
    this.#flush();
  }

  get #isUnread(): boolean {
    return this.#open.at(-1)?.isUnread ?? false;
  }

  /** Begins what an element is. */
  #begin(name: string): void {
    if (!blocks.has(name)) return;
    const [, level] = /^h([1-4])$/.exec(name) ?? [];
    if (name === 'li') [this.#kind, this.#level] = ['item', this.#lists];
    else if (level !== undefined || name === 'title') [this.#kind, this.#level] = ['heading', Number(level ?? 0)];
    else [this.#kind, this.#level] = ['text', 0];
  }

  #link(anchor: Anchor | undefined): void {
    if (!anchor || anchor.url === '') return;
    const { url, start, source } = anchor;
    this.#links.push({ url, start: Math.min(start, this.#builder.length), end: this.#builder.length, source });
  }

  #flush(): void {
    const made = this.#builder.done();
    if (made.text !== '')
      this.list.add({ kind: this.#kind, level: this.#level, ...made, links: this.#links, part: this.#part });
    this.#builder = new TextBuilder();
    this.#links = [];
    if (this.#part === 'date') this.#part = undefined;
    [this.#kind, this.#level] = ['text', 0];
  }
}
