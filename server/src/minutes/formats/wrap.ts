/** The width of MeetBot's texts, in code points. */
const width = 72;

/** What Python treats as whitespace in Unicode text, where MeetBot breaks lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: four of them are whitespace to Python.
const blanks = /([\t-\r\x1c-\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+)/;

/**
 * Wraps lines as MeetBot does: at 72 code points, including indents, breaking only at whitespace. Tab stops are every eight
 * columns, counted from the start of the text. A word that is longer than a line gets its own line.
 */
export function wrap(text: string, indent: string, nextIndent: string): string {
  const chunks = expandTabs(text)
    .split(blanks)
    .filter((chunk) => chunk !== '');
  const lines: string[] = [];
  let next = 0;
  while (next < chunks.length) {
    if (lines.length > 0 && isBlank(chunks[next])) next++;
    const lead = lines.length === 0 ? indent : nextIndent;
    const end = lineEnd(chunks, next, width - lead.length);
    const line = chunks.slice(next, isBlank(chunks[end - 1]) ? end - 1 : end);
    if (line.length > 0) lines.push(lead + line.join(''));
    next = end;
  }
  return lines.join('\n');
}

/** The end of a line that begins with a chunk: after as many chunks as fit, but at least one. */
function lineEnd(chunks: readonly string[], first: number, room: number): number {
  let used = 0;
  for (let at = first; at < chunks.length; at++) {
    used += codePoints(chunks[at] ?? '');
    if (used > room && at > first) return at;
  }
  return chunks.length;
}

const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many code points a text has: what MeetBot counts as columns. */
export function codePoints(text: string): number {
  return text.length - (text.match(pairs)?.length ?? 0);
}

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && chunk.replace(blanks, '') === '';
}

function expandTabs(text: string): string {
  let column = 0;
  return text.replace(/[^\t\n\r]+|\t|[\n\r]/g, (part) => {
    if (part === '\n' || part === '\r') {
      column = 0;
      return ' ';
    }
    const piece = part === '\t' ? ' '.repeat(8 - (column % 8)) : part.replace(/[\v\f]/g, ' ');
    column += codePoints(piece);
    return piece;
  });
}
