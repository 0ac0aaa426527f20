import { layouts } from '../log/layouts/layouts.js';
import { writers } from '../minutes/writers.js';
import { commandRows } from './commandRows.js';
import type { Outline } from './outline.js';
import { printable } from './printable.js';

/** What `meetlog formats` prints: the formats of minutes. */
export function formatsTable(): string {
  return columns(writers.map(({ name, extension, about }) => [name, extension, about]));
}

/** What `meetlog layouts` prints: the layouts of logs. */
export function layoutsTable(): string {
  return columns(layouts.map(({ name, title }) => [name, title]));
}

/** What `meetlog commands` prints: the commands, who may give them, and the bots that know them. */
export function commandsTable(): string {
  return columns(
    commandRows().map(({ words, argument, givenBy, bots, help }) => [
      words.join(', '),
      argument ?? '',
      givenBy,
      bots,
      help,
    ]),
  );
}

/** What `meetlog outline` prints for people: a line for each meeting, topic and item, with its line number in the log. */
export function outlineTree({ meetings }: Outline): string {
  const lines = meetings.flatMap(({ title, start, owner, items, topics }) => [
    branch(start.line, '', `${title} (${[owner, start.time].filter(Boolean).join(', ')})`),
    ...items.map((item) => branch(item.line, '  ', `${item.type} ${item.text}`)),
    ...topics.flatMap((topic) => [
      branch(topic.line, '  ', topic.title),
      ...topic.items.map((item) => branch(item.line, '    ', `${item.type} ${item.text}`)),
    ]),
  ]);
  return lines.join('');
}

function branch(line: number, indent: string, text: string): string {
  return `${String(line).padStart(6)}  ${indent}${printable(text.replaceAll('\t', ' '))}\n`;
}

/** Rows of cells as text columns, each as wide as its widest cell but for the last. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
