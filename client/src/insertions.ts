import type { TextDocumentContentChangeEvent } from 'vscode';

/** Consecutive lines of a document, starting at a 0-based line. */
export interface Lines {
  readonly first: number;
  readonly count: number;
}

/** The length of the shortest line of a log that starts a meeting is about this, in characters. */
const shortestLine = 16;

/**
 * The lines that an edit pasted or finished, as they are after it. Typing a character yields none and costs nothing; Enter
 * includes the line above.
 */
export function insertedLines(changes: readonly TextDocumentContentChangeEvent[]): Lines[] {
  if (!changes.some(isLarge)) return [];
  let shift = 0;
  const lines: Lines[] = [];
  for (const change of [...changes].sort((a, b) => a.rangeOffset - b.rangeOffset)) {
    const { range, text } = change;
    const breaks = text.split('\n').length - 1;
    if (isLarge(change)) lines.push({ first: range.start.line + shift, count: breaks + 1 });
    shift += breaks - (range.end.line - range.start.line);
  }
  return lines;
}

function isLarge({ text }: TextDocumentContentChangeEvent): boolean {
  return text.length >= shortestLine || text.includes('\n');
}
