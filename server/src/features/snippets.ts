/* Snippets in the syntax of the protocol. */

/** A part of a snippet: text, or a place to fill in, by its number and what is there at first. */
export type Piece = string | readonly [number: number, text: string];

/** A snippet of some parts; places with equal numbers are filled in together. */
export function snippetOf(pieces: readonly Piece[]): string {
  const seen = new Set<number>();
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      const [number, text] = piece;
      if (seen.has(number)) return `\${${number}}`;
      seen.add(number);
      return `\${${number}:${escaped(text)}}`;
    })
    .join('');
}

/** The same as a plain text. */
export function plainOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece[1])).join('');
}

/** Text in a snippet: what has a meaning there is escaped. */
function escaped(text: string): string {
  return text.replace(/[$\\}]/g, String.raw`\$&`);
}
