import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element, as in a browser. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All the text in it. */
  readonly text: string;
  /** The names of the elements around it, outermost first. */
  readonly within: readonly string[];
}

/** Every element of a page in order, as parsed by parse5; comments are elements `#comment`. */
export function elementsOf(page: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  collect(parse(page), [], found);
  return found;
}

function collect(node: Node, within: readonly string[], found: HtmlElement[]): void {
  if (node.nodeName === '#comment') found.push({ name: '#comment', attributes: {}, text: textOf(node), within });
  const isElement = 'attrs' in node;
  if (isElement) {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    found.push({ name: node.tagName, attributes, text: textOf(node), within });
  }
  const inside = isElement ? [...within, node.tagName] : within;
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, inside, found);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('data' in node) return node.data;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
