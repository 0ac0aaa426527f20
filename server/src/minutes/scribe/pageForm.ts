import { type Html, link, safeAddress } from '../escape/htmlDoor.js';
import { type Attributes, harmlessUrl, page, startTag } from '../escape/scribeDoor.js';
import type { MinutesDisplay } from '../minutesScribe.js';
import type { LinkPiece, Piece } from './pieces.js';
import { shownUrl } from './shownUrl.js';

/** How scribe.perl's page differs from ours, in all that is within lines. */
export interface PageForm {
  /** Whether it is scribe.perl's, letter by letter. */
  readonly isExact: boolean;
  readonly tag: (name: string, attributes: Attributes) => Html;
  /** An address to which the page may link; undefined if it must not. */
  readonly address: (url: string) => string | undefined;
  readonly image: (image: LinkPiece, address: string) => Html;
}

export const exactForm: PageForm = {
  isExact: true,
  tag: (name, attributes) => startTag(name, attributes, true),
  address: harmlessUrl,
  image: ({ text }, address) => startTag('img', { src: address, alt: text }),
};

export const ourForm: PageForm = {
  isExact: false,
  tag: (name, attributes) => startTag(name, attributes),
  address: safeAddress,
  // No page loads anything from elsewhere: an image stays a link.
  image: ({ text }) => page`${text}`,
};

/** A link, or only its content if the page must not link there. */
export function linked(form: PageForm, url: string, content: Html, attributes: Attributes = {}): Html {
  const address = form.address(url);
  if (address === undefined) return content;
  return form.isExact
    ? page`${form.tag('a', { href: address, ...attributes })}${content}</a>`
    : link(address, content, attributes.class === undefined ? {} : { className: attributes.class });
}

/** The markup of a line. */
export function markup(pieces: readonly Piece[], form: PageForm, display: MinutesDisplay): Html {
  return page.join(pieces.map((piece) => pieceMarkup(piece, form, display)));
}

function pieceMarkup(piece: Piece, form: PageForm, display: MinutesDisplay): Html {
  if (piece.kind === 'text') return page`${piece.text}`;
  if (piece.kind === 'issue') {
    return piece.url === undefined ? page`${piece.text}` : linked(form, piece.url, page`${piece.text}`);
  }
  if (piece.kind === 'link' || piece.kind === 'image') return linkMarkup(piece, form, display);
  const inside = markup(piece.pieces, form, display);
  return page`${form.tag(piece.kind, {})}${inside}${endTag(piece.kind)}`;
}

function linkMarkup(piece: LinkPiece, form: PageForm, display: MinutesDisplay): Html {
  const address = form.address(piece.url);
  const isShown = piece.kind === 'image' && (piece.text !== '' || form.isExact) && address !== undefined;
  const content = isShown ? form.image(piece, address) : anchorText(piece, form, display);
  return linked(form, piece.url, content);
}

function anchorText({ url, text, pieces }: LinkPiece, form: PageForm, display: MinutesDisplay): Html {
  return text === '' ? urlText(url, display) : markup(pieces, form, display);
}

function urlText(url: string, { urlDisplay }: MinutesDisplay): Html {
  return page.join([...shownUrl(url, urlDisplay)], page`<wbr>`);
}

/** The same for a list, whose entries are links themselves: texts without links and images. */
export function listMarkup(pieces: readonly Piece[], form: PageForm, display: MinutesDisplay): Html {
  return page.join(
    pieces.map((piece) => {
      if (piece.kind !== 'link' && piece.kind !== 'image') return pieceMarkup(withoutLink(piece), form, display);
      return piece.text === '' ? urlText(piece.url, display) : page`${piece.text}`;
    }),
  );
}

function withoutLink(piece: Piece): Piece {
  return piece.kind === 'issue' ? { kind: 'text', text: piece.text } : piece;
}

const endTags = {
  u: page`</u>`,
  em: page`</em>`,
  strong: page`</strong>`,
  code: page`</code>`,
  p: page`</p>`,
  pre: page`</pre>`,
  h3: page`</h3>`,
  h4: page`</h4>`,
  span: page`</span>`,
} as const;

/** The end tag of an element. */
export function endTag(name: keyof typeof endTags): Html {
  return endTags[name];
}
