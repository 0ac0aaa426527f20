/** A small change of a source that a test should notice. */
export interface Mutant {
  readonly kind: Kind;
  /** 1-based. */
  readonly line: number;
  /** What is changed: UTF-16 offsets, end exclusive. Empty if a statement is inserted. */
  readonly start: number;
  readonly end: number;
  /** The source before and after it, for display. */
  readonly before: string;
  readonly after: string;
  /** How the change is switched on: an expression is chosen instead of it, a statement run first, a property left out. */
  readonly place: 'expression' | 'statement' | 'property';
}

/**
 * `return`: a function returns a neutral value at once. `negate`: a negated condition. `compare`: a comparison is shifted or
 * inverted. `number`: one more. `property`: left out of an object literal. `string`: emptied. `logical`: `and` and `or` swapped.
 */
export type Kind = 'return' | 'negate' | 'compare' | 'number' | 'property' | 'string' | 'logical';

/** A mutant of a run, with its file. */
export interface Numbered extends Mutant {
  readonly id: number;
  readonly file: string;
}

/** A mutant before its line is known; `before` defaults to the source there. */
export type Change = Omit<Mutant, 'line' | 'before'> & { readonly before?: string };
