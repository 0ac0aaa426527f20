import { lineBreak } from './inline.js';
import type { Piece } from './pieces.js';

/** The pieces of each line of a text whose lines are joined by `lineBreak`. */
export function piecesByLine(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      lines.at(-1)?.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split(lineBreak).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ kind: 'text', text });
    }
  }
  return lines;
}

/** A line for formats without links that have a text: the address is in brackets behind it. */
export function plainLine(pieces: readonly Piece[]): string {
  return pieces.map(plainPiece).join('').replaceAll(lineBreak, ' ');
}

function plainPiece(piece: Piece): string {
  if (piece.kind === 'text' || piece.kind === 'issue') return piece.text;
  if (piece.kind !== 'link' && piece.kind !== 'image') return plainLine(piece.pieces);
  return piece.text === '' ? piece.url : `${plainLine(piece.pieces)} (${piece.url})`;
}
