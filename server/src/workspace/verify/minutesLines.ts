/** A line of minutes, without its line end, and its offset. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\r|\n|$/g;
  let start = 0;
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    lines.push({ text: text.slice(start, found.index), start });
    if (found[0] === '') break;
    start = found.index + found[0].length;
  }
  return lines;
}
