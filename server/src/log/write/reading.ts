import { type Layout, readLine, saysWhoSpeaks } from '../layouts/layout.js';
import type { LogLine } from '../logLine.js';

/** Reads rows, without line ends, that follow each other in a log. */
export function readRows(layout: Layout, rows: readonly string[]): readonly LogLine[] {
  const { lookahead = 0 } = layout;
  let above: LogLine | undefined;
  return rows.map((row, index) => {
    const line = readLine(layout, row, { above, ahead: rows.slice(index + 1, index + 1 + lookahead) });
    if (layout.below && saysWhoSpeaks(line)) above = line;
    return line;
  });
}
