import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { tooDeepAt } from '../jsonDepth.js';
import { TextBuilder } from './mappedText.js';
import { type Statement, type StatementLink, StatementList } from './statement.js';

/** A value in a text of JSON; what is missing or of another type is empty. */
export class JsonPart {
  constructor(
    readonly source: string,
    readonly node: Node | undefined,
  ) {}

  /** The value of a property. */
  get(name: string): JsonPart {
    const own = this.node?.type === 'object' ? this.node.children : undefined;
    const property = own?.find(({ children }) => children?.[0]?.value === name);
    return new JsonPart(this.source, property?.children?.[1]);
  }

  /** The elements of a list. */
  get all(): JsonPart[] {
    const elements = this.node?.type === 'array' ? (this.node.children ?? []) : [];
    return elements.map((node) => new JsonPart(this.source, node));
  }

  /** A text, or a number as one; undefined if it is neither. */
  get text(): string | undefined {
    const { type, value } = this.node ?? {};
    return type === 'string' || type === 'number' ? String(value) : undefined;
  }

  /** Where its text begins, and whether it is there as it is, without escapes. */
  get place(): { readonly at: number; readonly isLiteral: boolean } {
    const { offset = 0, type } = this.node ?? {};
    const at = type === 'string' ? offset + 1 : offset;
    const { text = '' } = this;
    return { at, isLiteral: this.source.startsWith(text, at) };
  }
}

/** The value of a text of JSON; undefined if it is none, or nested too deeply for any minutes. */
export function jsonIn(text: string): JsonPart | undefined {
  if (!/^\uFEFF?\s*[[{]/.test(text) || tooDeepAt(text) !== undefined) return undefined;
  const errors: ParseError[] = [];
  const bare = text.replace(/^\uFEFF/, ' ');
  const node = parseTree(bare, errors, { disallowComments: true });
  return node && errors.length === 0 ? new JsonPart(bare, node) : undefined;
}

/** A part of a statement: what JSON has, or what stands for it. */
export type Said = JsonPart | string;

interface Form {
  readonly kind: Statement['kind'];
  readonly level?: number;
  readonly part?: Statement['part'];
}

/** Where a link in a statement leads, and which of its parts are linked: from one to another, exclusive. */
export interface SaidLink {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** Makes statements of parts of JSON. */
export class JsonStatements {
  readonly list = new StatementList();

  /** Adds a statement of some parts, unless there is nothing in it. */
  say({ kind, level = 0, part }: Form, parts: readonly Said[], links: readonly SaidLink[] = []): void {
    const builder = new TextBuilder();
    const starts: number[] = [];
    let source = 0;
    for (const one of parts) {
      starts.push(builder.length);
      if (typeof one === 'string') builder.append(one, source);
      else source = appendPart(builder, one);
    }
    starts.push(builder.length);
    const made = builder.done();
    const shown = links.map(({ url, from, to }): StatementLink => {
      const [start = 0, end = 0] = [starts[from], starts[to]];
      return { url, start, end, source };
    });
    if (made.text !== '') this.list.add({ kind, level, ...made, links: shown, part });
  }
}

/** Returns where the part begins. */
function appendPart(builder: TextBuilder, part: JsonPart): number {
  const { text = '', place } = part;
  if (place.isLiteral) builder.append(text, place.at);
  else builder.replace(text, place.at);
  return place.at;
}
