import type { Position, Range } from 'vscode-languageserver';
import { splitRows } from '../../server/src/log/lineEnds.js';

/** A text with the places that were marked in it, without the marks. */
export interface Marked {
  readonly text: string;
  /** Where `$0` was. */
  readonly cursor: Position | undefined;
  /** What was between `«` and `»`. */
  readonly ranges: readonly Range[];
}

const marks = /\$0|«|»/g;

/** Parses a text with marks: `$0` is the cursor, `«»` a range. Throws if marks do not match. */
export function marked(source: string): Marked {
  const cursors: Position[] = [];
  const ranges: Range[] = [];
  const open: Position[] = [];
  let text = '';
  let from = 0;
  for (const mark of source.matchAll(marks)) {
    text += source.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const here = end(text);
    if (mark[0] === '$0') cursors.push(here);
    if (mark[0] === '«') open.push(here);
    if (mark[0] !== '»') continue;
    const start = open.pop();
    if (!start) throw new Error('» without «');
    ranges.push({ start, end: here });
  }
  if (open.length > 0) throw new Error('« without »');
  if (cursors.length > 1) throw new Error('two cursors');
  return { text: text + source.slice(from), cursor: cursors[0], ranges };
}

function end(text: string): Position {
  const rows = splitRows(text);
  return { line: rows.length - 1, character: rows.at(-1)?.length ?? 0 };
}

/** Puts marks around ranges of a text, as a test would write them. */
export function withRanges(text: string, ranges: readonly Range[]): string {
  const rows = splitRows(text);
  const places = ranges.flatMap(({ start, end }) => [
    { ...start, mark: '«' },
    { ...end, mark: '»' },
  ]);
  // From the end, so that no mark moves another; if two are at the same place, the closing one comes first.
  places.sort((a, b) => b.line - a.line || b.character - a.character || (a.mark === '»' ? 1 : -1));
  for (const { line, character, mark } of places) {
    const row = rows[line] ?? '';
    rows[line] = row.slice(0, character) + mark + row.slice(character);
  }
  return rows.join('');
}
