import { byPlace, type Html } from './htmlDoor.js';
import { type Door, doorOf } from './markup.js';

/*
 * HTML as scribe.perl writes it: between tags, it escapes double quotes too, and it puts quotes only around the values of
 * attributes that need them.
 */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(said: string): string {
  return said.replace(/[&<>"]/g, (character) => entities[character] as string);
}

/** The door of a page of that kind. */
export const page: Door<'html'> = byPlace(doorOf<'html'>(escaped));

/** The attributes of a tag, in order. Those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** A start tag. All values are in quotes, unless `isTerse`. Addresses have to be safe: see `safeAddress` and `harmlessUrl`. */
export function startTag(name: string, attributes: Attributes, isTerse = false): Html {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return isTerse && /^[\w-]+$/.test(value) ? ` ${key}=${value}` : ` ${key}="${escaped(value)}"`;
  });
  return page.trusted(`<${name}${written.join('')}>`);
}

/** The lines of a text with a tab between them. */
export function splitAtTabs(markup: Html): readonly Html[] {
  return String(markup).split('\t').map(page.trusted);
}

const running = /^[a-z]*script:|^(?:data|blob|filesystem|view-source):/i;

/** A URL of any scheme, unless a browser would run what is in it. For bug-compatible pages alone. */
export function harmlessUrl(url: string): string | undefined {
  return /^[a-z]+:[^\s<>"]*$/i.test(url) && !running.test(url) ? url : undefined;
}
