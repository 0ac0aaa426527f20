import { escapeMarkdown } from '../minutes/escape/markdownDoor.js';
import { type Paint, plain } from './paint.js';
import { printable, visible } from './printable.js';

/**
 * A report about many meetings, before it has a format. Its texts are what people said, unescaped: each format escapes all of
 * them.
 */
export interface LedgerReport {
  readonly sections: readonly ReportSection[];
  /** What to print if there are none. */
  readonly empty: string;
  /** What readers should know, as sentences. */
  readonly notes: readonly string[];
  /** The same as a table. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReportSection {
  readonly title: string;
  readonly entries: readonly ReportEntry[];
}

export interface ReportEntry {
  readonly text: string;
  /** For actions, whether they are done. */
  readonly isDone?: boolean;
  /** Dates, counts and the like. */
  readonly about: readonly string[];
  /** The log and its line, `club.log:14`. */
  readonly place: string;
}

/** For people: a heading for each section, and a line for each entry. */
export function ledgerText({ sections, empty, notes }: LedgerReport, paint: Paint = plain): string {
  const lines = sections.flatMap(({ title, entries }, index) => [
    ...(index > 0 ? [''] : []),
    paint('name', printable(title)),
    ...entries.map(({ text, about, place, isDone }) => {
      const aside = [...(isDone ? ['done'] : []), ...about].map(visible).join(', ');
      return `  ${visible(text)}  ${paint('aside', aside)}${aside ? '  ' : ''}${paint('place', visible(place))}`;
    }),
  ]);
  const rest = notes.length > 0 ? ['', ...notes.map((note) => paint('aside', printable(note)))] : [];
  return [...(lines.length > 0 ? lines : [empty]), ...rest].map((line) => `${line}\n`).join('');
}

/** For tickets and wikis, with boxes to tick for actions. */
export function ledgerMarkdown({ sections, empty, notes }: LedgerReport): string {
  const blocks = sections.map(({ title, entries }) => {
    const items = entries.map(({ text, about, place, isDone }) => {
      const box = isDone === undefined ? '' : isDone ? '[x] ' : '[ ] ';
      return `- ${box}${escapeMarkdown(text)} (${[...about, place].map((one) => escapeMarkdown(one)).join(', ')})\n`;
    });
    return `## ${escapeMarkdown(title)}\n\n${items.join('')}`;
  });
  const rest = notes.map((note) => `${escapeMarkdown(note)}\n`);
  return [...(blocks.length > 0 ? blocks : [`${empty}\n`]), ...rest].join('\n');
}

/** A table for spreadsheets (RFC 4180), in which no cell is a formula. */
export function ledgerCsv({ head, rows }: LedgerReport): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets calculate cells that begin like this, even in quotes. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string): string {
  const text = visible(formula.test(value) ? `'${value}` : value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
