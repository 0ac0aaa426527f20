/** A place for people: `club.log:14`, or only the file if the line is unknown. `line` is 1-based. */
export function placeOf({ log, line }: { readonly log: string; readonly line: number | null }): string {
  return line === null ? log : `${log}:${line}`;
}
