/*
 * Lines end with LF, CRLF or CR, as in the Language Server Protocol. A row is a line with its line end.
 */

/**
 * Where each row of a text ends, including its line end. There is always a last row without a line end, which may be empty,
 * except with `isPart`: then more text follows, which begins a new row.
 */
export function rowEnds(text: string, isPart = false): Int32Array {
  let ends = new Int32Array(Math.max(8, Math.ceil(text.length / 64)));
  let count = 0;
  const add = (end: number) => {
    if (count === ends.length) ends = grown(ends);
    ends[count++] = end;
  };
  let lineFeed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (lineFeed >= 0 || carriage >= 0) {
    const isLineFeed = carriage < 0 || (lineFeed >= 0 && lineFeed < carriage);
    const end = isLineFeed || lineFeed === carriage + 1 ? lineFeed + 1 : carriage + 1;
    add(end);
    if (lineFeed >= 0 && lineFeed < end) lineFeed = text.indexOf('\n', end);
    if (carriage >= 0 && carriage < end) carriage = text.indexOf('\r', end);
  }
  if (!isPart) add(text.length);
  return ends.slice(0, count);
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

/** The rows of a text; joined, they are the text. */
export function splitRows(text: string): string[] {
  let from = 0;
  return Array.from(rowEnds(text), (end) => {
    const row = text.slice(from, end);
    from = end;
    return row;
  });
}

/** The length of a row without its line end, in UTF-16 units. */
export function bareLength(row: string): number {
  return bareEnd(row, 0, row.length);
}

/** Where the row of a text from `from` to `to` ends, without its line end. */
export function bareEnd(text: string, from: number, to: number): number {
  const last = to - 1;
  if (last < from) return to;
  if (text.charCodeAt(last) === 10) return last > from && text.charCodeAt(last - 1) === 13 ? last - 1 : last;
  return text.charCodeAt(last) === 13 ? last : to;
}
