import { isUrl } from '../../meeting/links.js';
import { type Html, html, lines, link } from '../escape/htmlDoor.js';
import type { Value } from '../escape/markup.js';
import type { MinutesItem } from '../minutes.js';
import { type Discussed, goesOn, type Talk } from '../scribe/discussion.js';
import type { Piece } from '../scribe/pieces.js';
import { plainLine } from '../scribe/plainPieces.js';
import { visibleTitle } from './shared.js';

/** A discussion as headings and paragraphs; `item` writes what is in the paragraph of an item. */
export function discussionHtml(discussion: readonly Discussed[], item: (item: MinutesItem) => Html): readonly Html[] {
  return discussion.map((one) => {
    if (one.kind === 'talk') return talkHtml(one);
    const { line, text } = one.item;
    if (one.kind === 'item') return html`<p data-line="${line}">${item(one.item)}</p>`;
    const title = visibleTitle(text.trim());
    return one.kind === 'topic'
      ? html`<h3 data-line="${line}">${title}</h3>`
      : html`<h4 data-line="${line}">${title}</h4>`;
  });
}

function talkHtml({ line, tone, lead, lines: said, keepsLines, note }: Talk): Html {
  const who =
    lead !== undefined && (tone === 'record' ? html`<b>${lead}</b> ` : html`<span class="nick">${lead}</span> `);
  if (tone === 'verbatim') {
    const code = html`<pre data-line="${line}">${lines(said.map(plainLine))}</pre>`;
    return who ? html`<p data-line="${line}" class="remark">${who}</p>\n${code}` : code;
  }
  const content = html.join(said.map(lineHtml), keepsLines ? html`<br>${goesOn}` : html` `);
  const about = note !== undefined && html` ${note}`;
  return tone === 'remark'
    ? html`<p data-line="${line}" class="remark">${who}${content}${about}</p>`
    : html`<p data-line="${line}">${who}${content}${about}</p>`;
}

function lineHtml(pieces: readonly Piece[]): Html {
  return html.join(pieces.map(pieceHtml));
}

function pieceHtml(piece: Piece): Value<'html'> {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'issue') return piece.url === undefined ? piece.text : linkTo(piece.url, piece.text);
  if (piece.kind === 'link' || piece.kind === 'image') {
    if (!isUrl(piece.url)) return plainLine([piece]);
    return linkTo(piece.url, piece.text === '' ? piece.url : lineHtml(piece.pieces));
  }
  const inside = lineHtml(piece.pieces);
  if (piece.kind === 'code') return html`<code>${inside}</code>`;
  if (piece.kind === 'strong') return html`<strong>${inside}</strong>`;
  return piece.kind === 'em' ? html`<em>${inside}</em>` : html`<u>${inside}</u>`;
}

function linkTo(url: string, content: Value<'html'>): Html {
  return link(url.replaceAll('"', '%22'), content, { rel: 'nofollow noreferrer' });
}
