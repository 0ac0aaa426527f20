import { trimmedBy } from '../trimmedBy.js';

const wikiHeading = /^\s{0,3}(={1,6})(?!=)(.*)$/s;
const pmwikiHeading = /^(!{1,6})(.*)$/s;

/** The heading on a line of a wiki's page: `== Title ==` of most, `!! Title` of PmWiki; undefined if there is none. */
export function wikiHeadingIn(text: string): { level: number; title: string } | undefined {
  const [, signs = '', rest = ''] = wikiHeading.exec(text) ?? [];
  const inside = rest.trim();
  if (inside.endsWith('=') && !inside.startsWith('='))
    return { level: signs.length, title: trimmedBy(inside, undefined, /=/).trimEnd() };
  const [, marks = '', title = ''] = pmwikiHeading.exec(text) ?? [];
  return title.trim() === '' ? undefined : { level: marks.length, title: title.trim() };
}
