import type { UrlDisplay } from '../../meeting/scribe/options.js';

const afterSlash = /(?<=\/)(?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/u;
const repository = /^https:\/\/github\.com\/([^/]+)\/([^/]+)(?:\/?|\/(?:issues|pull)\/([0-9]+)(#issuecomment-.*)?)$/;

/** How an address without a text of its own is shown: parts between which a line may break. */
export function shownUrl(url: string, display: UrlDisplay): readonly string[] {
  const [whole, owner, name, number, comment] = repository.exec(url) ?? [];
  if (whole !== undefined) {
    const about = number === undefined ? '' : `#${number}${comment === undefined ? '' : ' (comment)'}`;
    return [`${owner}/`, `${name}${about}`];
  }
  if (display === 'break') return url.split(afterSlash);
  const signs = display === 'shorten' ? [...url] : [];
  return signs.length < 11 ? [url] : [`${signs.slice(0, 5).join('')}…${signs.slice(-6).join('')}`];
}
