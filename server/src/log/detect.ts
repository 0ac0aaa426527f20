import { readRow } from './block.js';
import { type Layout, layouts } from './layout.js';

/** How many lines, at most, are looked at to find the layout of a log. */
const headLength = 300;

export interface Detection {
  readonly layout: Layout;
  /** The share of non-blank lines at the log's head that the layout reads: 0 (none) to 1 (all). */
  readonly confidence: number;
}

/** The layout that reads most of a log's first lines. Looks at the text alone, never at a file's name. */
export function detectLayout(rows: readonly string[]): Detection {
  const head = rows.filter((row) => row.trim() !== '').slice(0, headLength);
  return layouts
    .map((layout) => ({ layout, confidence: shareRead(head, layout) }))
    .reduce((best, next) => (next.confidence > best.confidence ? next : best));
}

function shareRead(rows: readonly string[], layout: Layout): number {
  if (rows.length === 0) return 0;
  return rows.filter((row) => readRow(row, layout).kind !== 'other').length / rows.length;
}
