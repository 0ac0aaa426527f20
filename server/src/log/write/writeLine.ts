import type { Layout } from '../layouts/layout.js';
import { bareLength } from '../lineEnds.js';
import type { LogText } from '../text/logText.js';
import { alignmentOf } from './alignment.js';
import { nearby } from './fromLog.js';
import { fromModel, type WrittenRows } from './fromModel.js';
import { modelsOf } from './models.js';
import { readRows } from './reading.js';
import type { Said } from './said.js';

/*
 * The other direction of a layout: the lines in which it writes what was said, so that it reads back exactly that. What cannot be
 * written so is not written.
 */

/** The lines that a layout reads as what is said, as its program writes them, joined by LF; undefined if it has none for it. */
export function written(layout: Layout, said: Said): string | undefined {
  const stamp = usualStamp(layout);
  for (const model of modelsOf(layout, said.kind, '')) {
    const lines = readRows(layout, model.rows);
    const alignment = alignmentOf(model.rows.map((row, index) => ({ row, line: lines[index] as (typeof lines)[0] })));
    const found = fromModel(layout, model, said, { stamp, alignment: layout.below ? undefined : alignment });
    if (found) return found.rows.join('\n');
  }
  return undefined;
}

/** The stamp of the layout's first message, so that all kinds of lines are alike. */
function usualStamp(layout: Layout): string | undefined {
  const [rows = []] = modelsOf(layout, 'message', '').map((model) => model.rows);
  const lines = readRows(layout, rows);
  const at = lines.findIndex(({ timeStart, timeEnd }) => timeEnd > timeStart);
  return rows[at]?.slice(lines[at]?.timeStart, lines[at]?.timeEnd);
}

/**
 * The lines that the log's layout reads as what is said, written as the lines around the 0-based line `near` are, and by default
 * at its time; joined by the log's line end, without one at the end. `like` is a line that is a better model, if there is one.
 * Undefined if no lines are read so. In layouts with headings, what is below the place where they are put matters too: see
 * `insertedLine`.
 */
export function writeLine(text: LogText, near: number, said: Said, like?: number): string | undefined {
  return writtenRows(text, near, said, like)?.rows.join(lineEndOf(text));
}

/** The same as rows. */
export function writtenRows(
  text: LogText,
  near: number,
  said: Said,
  like?: number,
): (WrittenRows & { readonly gap: number }) | undefined {
  const { layout } = text;
  const { models, gutter, ...style } = nearby(text, near, said, like);
  for (const model of [...models, ...modelsOf(layout, said.kind, gutter)]) {
    if (model.isTimeless && said.time !== undefined) continue;
    const found = fromModel(layout, model, said, style);
    if (found) return { ...found, gap: model.gap };
  }
  return undefined;
}

/**
 * What precedes the text of such a message by someone: `21:04:26 <ann> `, or several lines. Undefined if it cannot be written, or
 * if something has to follow the text.
 */
export function lineHead(text: LogText, near: number, nick: string, time?: number, like?: number): string | undefined {
  const found = writtenRows(text, near, { kind: 'message', nick, text: probe, time }, like);
  if (!found) return undefined;
  const { rows, at, line } = found;
  const row = rows[at] ?? '';
  if (at < rows.length - 1 || row.slice(line.textEnd).trim() !== '') return undefined;
  return [...rows.slice(0, at), row.slice(0, line.textStart)].join(lineEndOf(text));
}

/** Any text. */
const probe = 'text';

/** The line end of a log's first line. */
export function lineEndOf(text: LogText): string {
  const first = text.row(0);
  return first.slice(bareLength(first)) || '\n';
}
