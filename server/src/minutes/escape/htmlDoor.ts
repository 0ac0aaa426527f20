import { schemes } from '../../meeting/links.js';
import { wrap } from '../formats/wrap.js';
import { type Door, doorOf, type Markup, type Value } from './markup.js';

/** HTML, including embedded SVG. */
export type Html = Markup<'html'>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for use between tags or within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

// Quotes between tags are left alone, as by MeetBot.
const door = doorOf<'html'>((said) =>
  /[&<>]/.test(said) ? said.replace(/[&<>]/g, (character) => entities[character] as string) : said,
);

/**
 * The door of HTML. Values are escaped for their place: between tags, or within a quoted attribute with plain text. A template
 * with a value anywhere else always throws an error: in the name of a tag or attribute, outside quotes, in an attribute for an
 * address, script or style, or in a style sheet, script or comment.
 */
export const html: Door<'html'> = byPlace(door);

/** The same for another way to escape values between tags. */
export function byPlace(between: Door<'html'>): Door<'html'> {
  return Object.assign(
    (template: TemplateStringsArray, ...values: readonly Value<'html'>[]) => {
      const inQuotes = placesOf(template);
      if (!inQuotes.includes(true)) return between(template, ...values);
      return between(template, ...values.map((value, index) => (inQuotes[index] ? withinQuotes(value) : value)));
    },
    { join: between.join, trusted: between.trusted },
  );
}

/** Markup in an attribute contains escaped text, so only its quotes could end the attribute. */
function withinQuotes(value: Value<'html'>): Value<'html'> {
  if (typeof value === 'number') return value;
  return door.trusted(String(door`${value}`).replace(/["']/g, (character) => entities[character] as string));
}

const known = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** Which of a template's values are within quotes. A template is the same object at each use, so the result is cached. */
function placesOf(template: TemplateStringsArray): readonly boolean[] {
  const places = known.get(template) ?? placesIn(template);
  known.set(template, places);
  return places;
}

/** The attributes that may have values; none is an address, a script or a style. */
const plainAttribute =
  /\s(?:aria-[a-z]+|class|data-[a-z]+|id|name|scope|role|d|height|text-anchor|viewBox|width|x|y)=$/;

/**
 * The states of a template: between tags, in a tag, in either kind of quotes. Lists the transitions; anything else keeps the
 * state.
 */
const after: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': { '<': '<' },
  '<': { '>': '', '"': '"', "'": "'" },
  '"': { '"': '<' },
  "'": { "'": '<' },
};

function placesIn(template: TemplateStringsArray): boolean[] {
  let place = '';
  let isPlain = false;
  const inQuotes = template.map((part) => {
    for (const { 0: mark, index } of part.matchAll(/[<>"']/g)) {
      const next = after[place]?.[mark] ?? place;
      if (next !== place) isPlain = next === mark && mark !== '<' && plainAttribute.test(part.slice(0, index));
      place = next;
    }
    if (place !== '' && !isPlain) refuse(template);
    return isPlain;
  });
  const isRaw = template.length > 1 && /<(?:script|style|!--)/i.test(template.join(''));
  if (isRaw || place !== '') refuse(template);
  return inQuotes;
}

function refuse(template: TemplateStringsArray): never {
  throw new Error(`This template has a value where HTML cannot be escaped: ${template.join('…')}`);
}

const newline = html`\n`;

/** Joins pieces of a page, each on its own line; undefined and false are left out. */
export function lines(pieces: readonly Value<'html'>[]): Html {
  return html.join(
    pieces.filter((piece) => piece !== undefined && piece !== false),
    newline,
  );
}

/** The attributes that a link may have in addition to its address. */
export interface LinkAttributes {
  readonly className?: string;
  readonly rel?: string;
}

/** A link, or only its content if pages must not link to the address: see `safeAddress`. */
export function link(address: string, content: Value<'html'>, { className, rel }: LinkAttributes = {}): Html {
  const safe = safeAddress(address);
  if (safe === undefined) return html`${content}`;
  const named = className === undefined ? '' : ` class="${escapeHtml(className)}"`;
  const related = rel === undefined ? '' : ` rel="${escapeHtml(rel)}"`;
  return html.trusted(`<a${named} href="${escapeHtml(safe)}"${related}>${html`${content}`}</a>`);
}

/**
 * An address that a page may link to: with a scheme that minutes know, or relative (a path, a query, a fragment). Undefined for
 * any other scheme and for `//host`, which in a page on disk leads to another machine on the network. Browsers skip control
 * characters and trim spaces, so these are percent-encoded first and cannot hide a scheme.
 */
export function safeAddress(address: string): string | undefined {
  const encoded = address.toWellFormed().replace(/[\s\p{Cc}\p{Bidi_Control}\u180e]/gu, encodeURIComponent);
  const scheme = /^[^/?#:\\]*:/.exec(encoded)?.[0].toLowerCase();
  if (scheme === undefined) return /^[/\\]{2}/.test(encoded) ? undefined : encoded;
  const isKnown = schemes.includes(scheme) && (scheme === 'mailto:' || encoded.startsWith('//', scheme.length));
  return isKnown ? encoded : undefined;
}

/** Markup wrapped as by MeetBot: see `wrap`. Spaces within an attribute would be wrapped as well. */
export function wrapped(markup: Html, indent: string, nextIndent: string): Html {
  return html.trusted(wrap(String(markup), indent, nextIndent));
}

/** A style element for our own CSS. `<` only has a meaning in CSS strings, where it can be written as an escape. */
export function styleSheet(css: string, start: '<style>' | '<style type="text/css">' = '<style>'): Html {
  return html.trusted(`${start}\n${css.replaceAll('<', '\\3c ')}\n</style>`);
}
