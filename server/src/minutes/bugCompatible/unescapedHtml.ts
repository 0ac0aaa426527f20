import type { Link } from '../../meeting/links.js';
import { type Html, html, safeAddress } from '../escape/htmlDoor.js';

/*
 * What MeetBot's own HTML does not escape: the one place beside `escape/` that takes what was said for HTML, for bug-compatible
 * pages alone. Such a page may hold any markup, scripts included.
 */

/** A title or an owner, as it was said. */
export function unescaped(said: string): Html {
  return html.trusted(said);
}

/** A link to whatever was said, `javascript:` included. */
export function unsafeLink({ prefix, url, suffix }: Link): Html {
  const target = html.trusted(String(html`${url}`).replaceAll('"', '%22'));
  return html`${prefix}${html.trusted(`<a href="${target}">${html`${url}`}</a>`)}${suffix}`;
}

/** A link into the log, in single quotes. Its address is a setting, and not what was said: one that is not safe is left out. */
export function singleQuotedLink(address: string, content: string): Html {
  const target = String(html`${safeAddress(address) ?? '#'}`)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return html.trusted(`<a href='${target}'>${html`${content}`}</a>`);
}
