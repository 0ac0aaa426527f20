/**
 * The lines of a text, each with its line end (CR, LF or CRLF, as in the Language Server Protocol); joined they are the text.
 * There is always a last line without a line end, which may be empty.
 */
export function splitRows(text: string): string[] {
  const rows: string[] = [];
  const lineEnd = /\r\n?|\n/g;
  let from = 0;
  while (lineEnd.test(text)) {
    rows.push(text.slice(from, lineEnd.lastIndex));
    from = lineEnd.lastIndex;
  }
  rows.push(text.slice(from));
  return rows;
}

/** The length of a row without its line end, in UTF-16 units. */
export function bareLength(row: string): number {
  if (row.endsWith('\r\n')) return row.length - 2;
  return row.endsWith('\n') || row.endsWith('\r') ? row.length - 1 : row.length;
}
