import type { Link } from '../../meeting/links.js';
import { type Html, html, safeAddress } from '../escape/htmlDoor.js';

/*
 * What MeetBot's own HTML does not escape: the only place outside `escape/` that treats chat text as HTML, for bug-compatible
 * pages only. Such a page may contain any markup, including scripts.
 */

/** A title or an owner, unescaped. */
export function unescaped(said: string): Html {
  return html.trusted(said);
}

/** A link to anything, including `javascript:`. */
export function unsafeLink({ prefix, url, suffix }: Link): Html {
  const target = html.trusted(String(html`${url}`).replaceAll('"', '%22'));
  return html`${prefix}${html.trusted(`<a href="${target}">${html`${url}`}</a>`)}${suffix}`;
}

/**
 * A link into the log, in single quotes. Its address comes from a setting, not from the chat, and is left out if it is not safe.
 */
export function singleQuotedLink(address: string, content: string): Html {
  const target = String(html`${safeAddress(address) ?? '#'}`)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return html.trusted(`<a href='${target}'>${html`${content}`}</a>`);
}
