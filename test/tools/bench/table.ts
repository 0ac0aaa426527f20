/** One measurement, as text. Missing values are shown as `–`. */
export interface Row {
  readonly work: string;
  readonly size: string;
  readonly ours: string;
  /** The cost of the plain floor. */
  readonly floor?: string | undefined;
  /** The ratio of ours to the floor. */
  readonly ratio?: string | undefined;
  /** The peers' costs as multiples of ours: `json 5.1×, markdown 210×`. */
  readonly peers?: string | undefined;
  /** The exponent of our growth with the size. */
  readonly growth?: string | undefined;
}

const columns = ['work', 'size', 'ours', 'floor', 'ratio', 'peers', 'growth'] as const;

/** Prints rows as a Markdown table, padded so that it also reads well in a terminal. */
export function printTable(rows: readonly Row[]): void {
  console.log(tableOf(rows));
}

export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map((column) => (row[column] ?? '–').replaceAll('|', '\\|')));
  const widths = columns.map((column, at) => Math.max(column.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(columns), rule, ...cells.map(line)].join('\n');
}
