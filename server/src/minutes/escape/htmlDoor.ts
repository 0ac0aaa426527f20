import { schemes } from '../../meeting/links.js';
import { wrap } from '../formats/wrap.js';
import { type Door, doorOf, type Markup, type Value } from './markup.js';

/** HTML, SVG within it included. */
export type Html = Markup<'html'>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for any place between tags and within the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

// Quotes are left alone between tags, as MeetBot leaves them.
const door = doorOf<'html'>((said) =>
  /[&<>]/.test(said) ? said.replace(/[&<>]/g, (character) => entities[character] as string) : said,
);

/**
 * The door of HTML. What is filled in is escaped for its place: between tags, or within the quotes of an attribute that holds
 * plain text. A template with a value in any other place throws an error, whatever the value is: in the name of a tag or an
 * attribute, outside quotes, in an attribute that holds an address, a script or a style, in a style sheet, a script or a comment.
 */
export const html: Door<'html'> = Object.assign(
  (template: TemplateStringsArray, ...values: readonly Value<'html'>[]) => {
    const inQuotes = placesOf(template);
    if (!inQuotes.includes(true)) return door(template, ...values);
    return door(template, ...values.map((value, index) => (inQuotes[index] ? withinQuotes(value) : value)));
  },
  { join: door.join, trusted: door.trusted },
);

/** Markup that is filled into an attribute holds escaped text: only its quotes could end the attribute. */
function withinQuotes(value: Value<'html'>): Value<'html'> {
  if (typeof value === 'number') return value;
  return door.trusted(String(door`${value}`).replace(/["']/g, (character) => entities[character] as string));
}

const known = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** Which of a template's values are within quotes. A template is the same object whenever it is used, so it is looked at once. */
function placesOf(template: TemplateStringsArray): readonly boolean[] {
  const places = known.get(template) ?? placesIn(template);
  known.set(template, places);
  return places;
}

/** The attributes that a value may be filled into: none is an address, a script or a style. */
const plainAttribute =
  /\s(?:aria-[a-z]+|class|data-[a-z]+|id|name|scope|role|d|height|text-anchor|viewBox|width|x|y)=$/;

/** Where a template is: between tags, in a tag, in quotes of either kind. What leads elsewhere; all else leaves it there. */
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
  throw new Error(`A value of this template is where HTML cannot be escaped: ${template.join('…')}`);
}

const newline = html`\n`;

/** Pieces of a page, each on a line of its own; what is undefined or false is left out. */
export function lines(pieces: readonly Value<'html'>[]): Html {
  return html.join(
    pieces.filter((piece) => piece !== undefined && piece !== false),
    newline,
  );
}

/** The attributes that a link may have beside its address. */
export interface LinkAttributes {
  readonly className?: string;
  readonly rel?: string;
}

/** A link; its content alone where no page may lead to the address: see `safeAddress`. */
export function link(address: string, content: Value<'html'>, { className, rel }: LinkAttributes = {}): Html {
  const safe = safeAddress(address);
  if (safe === undefined) return html`${content}`;
  const named = className === undefined ? '' : ` class="${escapeHtml(className)}"`;
  const related = rel === undefined ? '' : ` rel="${escapeHtml(rel)}"`;
  return html.trusted(`<a${named} href="${escapeHtml(safe)}"${related}>${html`${content}`}</a>`);
}

/**
 * An address that a page may lead to: of a scheme that minutes know, or relative (a path, a query, a fragment). Undefined for any
 * other scheme and for `//host`, which from a page on a disk leads to a machine of its network. Browsers skip control characters
 * and trim spaces, so these are percent-encoded first, and hide no scheme.
 */
export function safeAddress(address: string): string | undefined {
  const encoded = address.toWellFormed().replace(/[\s\p{Cc}\p{Bidi_Control}\u180e]/gu, encodeURIComponent);
  const scheme = /^[^/?#:\\]*:/.exec(encoded)?.[0].toLowerCase();
  if (scheme === undefined) return /^[/\\]{2}/.test(encoded) ? undefined : encoded;
  const isKnown = schemes.includes(scheme) && (scheme === 'mailto:' || encoded.startsWith('//', scheme.length));
  return isKnown ? encoded : undefined;
}

/** Markup whose lines are filled as MeetBot fills them: see `wrap`. Blanks within an attribute would be filled as well. */
export function wrapped(markup: Html, indent: string, nextIndent: string): Html {
  return html.trusted(wrap(String(markup), indent, nextIndent));
}

/** The element of a style sheet of ours. `<` has no meaning in CSS but within strings, where it may be written as an escape. */
export function styleSheet(css: string, start: '<style>' | '<style type="text/css">' = '<style>'): Html {
  return html.trusted(`${start}\n${css.replaceAll('<', '\\3c ')}\n</style>`);
}
