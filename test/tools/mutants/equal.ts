import type { Kind, Mutant } from './mutant.js';

/** A mutant that no test can tell from the source. It is found by what it changes, wherever that stands in its file. */
interface Equal {
  readonly file: string;
  readonly kind: Kind;
  readonly before: string;
  readonly reason: string;
}

const equal: readonly Equal[] = [];

export function isEqual(file: string, { kind, before }: Mutant): boolean {
  return equal.some((one) => one.file === file && one.kind === kind && one.before === before);
}
