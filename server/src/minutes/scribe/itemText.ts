import { inlineOf, joinedLines, lineBreak } from './inline.js';
import type { Piece } from './pieces.js';

/**
 * The lines of a paragraph as one text, as it is read: of a link with a text, that text. An address alone stays, as it is all that
 * there is of such a link.
 */
export function itemText(lines: readonly string[]): string {
  const pieces = inlineOf(joinedLines(lines), { emphasis: false });
  return pieces.map(textOf).join('').replaceAll(lineBreak, ' ');
}

function textOf(piece: Piece): string {
  if (!('text' in piece)) return piece.pieces.map(textOf).join('');
  return piece.kind === 'link' || piece.kind === 'image' ? piece.text || piece.url : piece.text;
}
