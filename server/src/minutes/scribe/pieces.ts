/*
 * What is markup in a line of a scribe's minutes: links, issues, emphasis. The pieces are as they were said; each format writes
 * them through its door, which also decides which addresses may be links.
 */

/** How a text is emphasised, by the names of HTML. */
export type Emphasis = 'u' | 'em' | 'strong' | 'code';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | LinkPiece
  | {
      readonly kind: 'issue';
      readonly text: string;
      /** Undefined if no repository is known. */
      readonly url: string | undefined;
    }
  | { readonly kind: Emphasis; readonly pieces: readonly Piece[] };

/** A link, or an image that is one. */
export interface LinkPiece {
  readonly kind: 'link' | 'image';
  readonly url: string;
  /** Its text; empty if the address itself is shown. */
  readonly text: string;
  /** The same with its emphasis. */
  readonly pieces: readonly Piece[];
}
