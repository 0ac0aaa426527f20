import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { LogFile } from '../../server/src/minutes/minutes.js';
import { isKnown, targetName } from './hostileMinutes.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * The tree of a page as a text: `⟨li⟩…⟨/li⟩`, with attributes. A link that shows its own known URL is plain text, since URLs in
 * chat text are always links; targets in the log are named by `targetName`; comments are left out.
 */
export function renderedTree(html: string, log: LogFile): string {
  return parseFragment(html)
    .childNodes.map((node) => shown(node, log))
    .join('');
}

function shown(node: Node, log: LogFile): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  if (!('attrs' in node)) return '';
  const inner = node.childNodes.map((child) => shown(child, log)).join('');
  const target = node.attrs.find(({ name }) => name === 'href')?.value ?? '';
  if (node.tagName === 'a' && isKnown(target) && isSame(target, inner)) return inner;
  const attributes = node.attrs.map(
    ({ name, value }) => ` ${name}=${name === 'href' ? targetName(value, log) : value}`,
  );
  return `⟨${node.tagName}${attributes.join('')}⟩${inner}⟨/${node.tagName}⟩`;
}

/** Whether a target is the URL that is shown; renderers escape characters that are not allowed in URLs. */
function isSame(target: string, text: string): boolean {
  return plainUrl(target) === plainUrl(text);
}

function plainUrl(url: string): string {
  try {
    return decodeURIComponent(url.replace(/%(?![\da-fA-F]{2})/g, '%25'));
  } catch {
    return url;
  }
}

/** The text nodes outside of links and code, which forges search for references; comments separate them. */
export function looseTexts(html: string): string[] {
  const texts: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('attrs' in node && !['a', 'code'].includes(node.tagName)) node.childNodes.forEach(visit);
  };
  parseFragment(html).childNodes.forEach(visit);
  return texts;
}
