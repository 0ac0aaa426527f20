/** The width of MeetBot's texts, in code points. */
const width = 72;

/** What Python takes for white space in Unicode text: where MeetBot breaks lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: four of them are white space to Python.
const blanks = /([\t-\r\x1c-\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+)/;

/**
 * Fills lines as MeetBot does: to 72 code points, indents included, broken at white space only. Tabs reach to columns of eight,
 * counted from the start of the text. A word that is longer than a line stands alone on one.
 */
export function wrap(text: string, indent: string, nextIndent: string): string {
  const chunks = expandTabs(text)
    .split(blanks)
    .filter((chunk) => chunk !== '');
  const lines: string[] = [];
  while (chunks.length > 0) {
    if (lines.length > 0 && isBlank(chunks[0])) chunks.shift();
    const lead = lines.length === 0 ? indent : nextIndent;
    const line = takeLine(chunks, width - lead.length);
    if (isBlank(line.at(-1))) line.pop();
    if (line.length > 0) lines.push(lead + line.join(''));
  }
  return lines.join('\n');
}

/** Takes as many chunks as fit into a line, and at least one. */
function takeLine(chunks: string[], room: number): string[] {
  const line: string[] = [];
  let used = 0;
  for (let next = chunks[0]; next !== undefined; next = chunks[0]) {
    const length = codePoints(next);
    if (used + length > room && line.length > 0) break;
    line.push(next);
    chunks.shift();
    used += length;
  }
  return line;
}

/** How many code points a text has: what MeetBot counts as columns. */
export function codePoints(text: string): number {
  return [...text].length;
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
