import type { LogLine } from '../logLine.js';
import { blanks } from './characters.js';

/*
 * Some programs, and some conversions of tabs to spaces, write more than one space before every text, or as many as it takes to
 * put all texts into a column. No one typed those.
 */

/** How many spaces or tabs are before each text, and the column in which texts begin if they are in one; 0 if not. */
export interface Padding {
  readonly width: number;
  readonly column: number;
}

/** The most spaces before a text. */
const widest = 64;

/** A message without its padding. */
export function unpadded(line: LogLine, text: string, from: number, { width, column }: Padding): LogLine {
  if (line.kind !== 'message') return line;
  const indented = indentOf(line, text, from);
  const textStart = line.textStart + Math.min(indented, Math.max(width, column - line.textStart));
  return { ...line, textStart };
}

/** How many spaces and tabs a text begins with. */
function indentOf({ textStart, textEnd }: LogLine, text: string, from: number): number {
  return blanks(text, from + textStart, from + textEnd, widest) - from - textStart;
}

/** How many messages must be padded alike. */
const fewestPadded = 3;
/** The share of messages that must be padded, and of these the share whose texts are in one column. */
const enoughPadded = 0.95;
const enoughInColumn = 0.8;

/** The padding of the messages among some lines; undefined if they have none. `rows` are their texts. */
export function paddingOf(rows: readonly string[], lines: readonly LogLine[]): Padding | undefined {
  const said = lines.flatMap((line, index) => {
    if (line.kind !== 'message' || line.textEnd === line.textStart) return [];
    return { start: line.textStart, indent: indentOf(line, rows[index] ?? '', 0) };
  });
  const padded = said.filter(({ indent }) => indent > 0);
  if (padded.length < Math.max(fewestPadded, said.length * enoughPadded)) return undefined;
  const width = Math.min(...padded.map(({ indent }) => indent));
  const isEven = padded.every(({ indent }) => indent === width);
  const columns = padded.map(({ start, indent }) => start + indent).sort((a, b) => a - b);
  const column = columns[columns.length >> 1] ?? 0;
  const inColumn = columns.filter((one) => one === column).length;
  return { width, column: !isEven && inColumn >= columns.length * enoughInColumn ? column : 0 };
}
