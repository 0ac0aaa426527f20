/** A small change of a source that a test should notice. */
export interface Mutant {
  readonly kind: Kind;
  /** 1-based. */
  readonly line: number;
  /** What is changed: UTF-16 offsets, the end exclusive. Empty where a statement is put in. */
  readonly start: number;
  readonly end: number;
  /** The source before and after it, as it is shown. */
  readonly before: string;
  readonly after: string;
  /** How the change is switched on: an expression is chosen instead of it, a statement run first, a property left out. */
  readonly place: 'expression' | 'statement' | 'property';
}

/**
 * `return`: a function gives a neutral value at once. `negate`: a condition. `compare`: a comparison is shifted or turned round.
 * `number`: one more. `property`: of an object literal, left out. `string`: emptied. `logical`: and for or, or for and.
 */
export type Kind = 'return' | 'negate' | 'compare' | 'number' | 'property' | 'string' | 'logical';

/** A mutant among those of a run, with the file that it is in. */
export interface Numbered extends Mutant {
  readonly id: number;
  readonly file: string;
}

/** A mutant before its line is known; without `before`, it is what the source has there. */
export type Change = Omit<Mutant, 'line' | 'before'> & { readonly before?: string };
