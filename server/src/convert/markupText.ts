import { Parser } from 'htmlparser2';
import { Depth, TooDeep } from './depth.js';

/** Elements that begin a line of their own. */
const blocks = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'pre',
  'blockquote',
  'table',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** The text of a message that is HTML, as it was written: links are addresses, pictures their names. */
export function markupText(html: string): string {
  const parts: string[] = [];
  const links: { readonly href: string; readonly from: number }[] = [];
  const depth = new Depth();
  let mentionAt = -1;
  const parser = new Parser({
    onopentag: (name, { href = '', alt = '', class: kind = '' }) => {
      depth.open();
      if (blocks.has(name) || name === 'br') parts.push('\n');
      if (name === 'a') links.push({ href, from: parts.length });
      if (name === 'img') parts.push(alt);
      if (/(?:^|\s)user-mention(?:\s|$)/.test(kind)) mentionAt = parts.length;
    },
    ontext: (text) => {
      parts.push(mentionAt === parts.length ? text.replace(/^@/, '') : text);
    },
    onclosetag: (name) => {
      depth.close();
      if (name !== 'a') return;
      const { href = '', from = 0 } = links.pop() ?? {};
      const shown = parts.slice(from).join('');
      if (!/^https?:/.test(href)) return;
      const isShown = shown.trim() === '' || href.includes(shown);
      parts.splice(from, parts.length, isShown ? href : `${href} (${shown})`);
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    parts.push('…');
  }
  return parts.join('').trim();
}
