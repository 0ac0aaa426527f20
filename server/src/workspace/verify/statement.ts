import type { MappedText } from './mappedText.js';

/** One statement of minutes: a heading, an item of a list, a row of a table, a paragraph, or a line of a log in them. */
export interface Statement extends MappedText {
  readonly kind: 'heading' | 'item' | 'row' | 'text' | 'log';
  /** Of a heading 1 to 6, of an item how deep it is nested, otherwise 0. */
  readonly level: number;
  /** Where links in it lead that its text does not show, and the end of what is linked in the text. */
  readonly links: readonly StatementLink[];
  /** The index of the item that it is below; -1 if there is none. */
  readonly parent: number;
  /** The index of the heading above; -1 if there is none. */
  readonly heading: number;
  /** The type of item by its markup, such as a class. */
  readonly mark?: string | undefined;
  /** What it is of a scribe's record by its place: the date of the meeting, names, or links to what belongs to it. */
  readonly part?: 'date' | 'names' | 'links' | undefined;
}

/** Stands for the address of a part that says who gave an item, if that is no link. */
export const sourceMark = '#source';

export interface StatementLink {
  readonly url: string;
  /** Where what is linked begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** The offset in the minutes. */
  readonly source: number;
}

/** What a reader of minutes finds. */
export interface ReadMinutes {
  readonly statements: readonly Statement[];
  /** Names of anchors and where they lead, which reStructuredText has below the text. */
  readonly targets: readonly NamedTarget[];
  /** Whether it is the page of a scribe's meeting, which has the whole discussion. */
  readonly isOfScribe?: boolean;
  /** Whether it is of a form that is not checked: JSON of other programs. */
  readonly isOther?: boolean;
}

export interface NamedTarget {
  readonly name: string;
  readonly url: string;
  /** The offset in the minutes. */
  readonly source: number;
}

type Given = Omit<Statement, 'parent' | 'heading'>;

/** Puts statements below their headings and items. */
export class StatementList {
  readonly statements: Statement[] = [];
  readonly targets: NamedTarget[] = [];
  /** The indices of the headings that are open, by level. */
  readonly #headings: { readonly level: number; readonly index: number }[] = [];
  readonly #items: { readonly level: number; readonly index: number }[] = [];

  add(given: Given): void {
    const { kind, level } = given;
    const index = this.statements.length;
    if (kind === 'heading') {
      this.#close(this.#headings, level);
      this.#items.length = 0;
    } else if (kind === 'item') this.#close(this.#items, level);
    else if (kind === 'log') this.#items.length = 0;
    const heading = this.#headings.at(-1)?.index ?? -1;
    const parent = kind === 'heading' ? -1 : (this.#items.at(-1)?.index ?? -1);
    this.statements.push({ ...given, parent, heading });
    if (kind === 'heading') this.#headings.push({ level, index });
    else if (kind === 'item') this.#items.push({ level, index });
  }

  /** Whether the last statement is an item that ends with a colon, so that what comes next belongs to it. */
  get awaitsText(): boolean {
    const last = this.statements.at(-1);
    return last?.kind === 'item' && /:[*_'"`]*$/.test(last.text);
  }

  /** Ends all lists: what comes next is not below their items. */
  endLists(): void {
    this.#items.length = 0;
  }

  #close(open: { readonly level: number; readonly index: number }[], level: number): void {
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
  }
}
