import { allLayouts } from '../log/layouts/layouts.js';
import { writers } from '../minutes/writers.js';
import { commandRows } from './commandRows.js';
import { type Paint, plain } from './paint.js';

/** The output of `meetlog formats`: the formats of minutes. */
export function formatsTable(paint = plain): string {
  return columns(
    writers.map(({ name, extension, about }) => [name, extension, about]),
    paint,
  );
}

/** The output of `meetlog layouts`: the layouts of logs. */
export function layoutsTable(paint = plain): string {
  return columns(
    allLayouts.map(({ name, title }) => [name, title]),
    paint,
  );
}

/** The output of `meetlog commands`: the commands, who may give them, and the bots that know them. */
export function commandsTable(paint = plain): string {
  return columns(
    commandRows().map(({ words, argument, givenBy, bots, help }) => [
      words.join(', '),
      argument ?? '',
      givenBy,
      bots,
      help,
    ]),
    paint,
  );
}

/** Formats rows of cells as columns, each as wide as its widest cell except the last; the first column has the names. */
function columns(rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) => {
      const [name = '', ...cells] = row.map((cell, at) => cell.padEnd(widths[at] ?? 0));
      return `${[paint('name', name), ...cells].join('  ').trimEnd()}\n`;
    })
    .join('');
}
