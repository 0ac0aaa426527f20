import type { Layout } from '../layouts/layout.js';
import type { LineKind } from '../logLine.js';
import { codingsOf } from './coding.js';

/** Lines after which others are written: those of one message, with the lines above and below it that belong to it. */
export interface Model {
  /** Without line ends. */
  readonly rows: readonly string[];
  /** How many blank lines are above it. */
  readonly gap: number;
  /** Whether its time is in none of its lines. */
  readonly isTimeless?: true;
}

/** The models that a layout itself has for a kind of line, most usual first; `gutter` is before all lines of the log. */
export function modelsOf(layout: Layout, kind: LineKind, gutter: string): readonly Model[] {
  const samples = layout.samples.flatMap(([row, is]) => (is === kind ? [[row]] : []));
  const all = layout.speech && kind === 'message' ? [layout.speech, ...samples] : samples;
  const [coded] = codingsOf(layout.damage);
  return all.map((rows) => ({ rows: rows.map((row) => gutter + (coded?.(row) ?? row)), gap: 0 }));
}
